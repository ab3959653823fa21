package dev.earshot.pipelines.sources.times;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A date of numbers with a time of day, as spreadsheets and phones write it: {@code 31/12/2020
 * 23:59}, {@code 12/31/20, 11:59:03 PM}, {@code 31.12.20, 23:59}, {@code 2020-12-31 23.59}, {@code
 * 31/12/20, 11:59 p. m.}, with any spaces and direction marks and any script's digits. Two digits
 * of a year are of this century.
 */
public final class NumericDate {
  private static final long MICROS_PER_SECOND = 1_000_000;

  private static final String MIDNIGHT = " 00:00";

  private CharSequence text = "";
  private int position;
  private int first;
  private int second;
  private int year;
  private boolean isYearFirst;
  private char separator;
  private int hour;
  private int minute;
  private int secondOfMinute;
  private int micro;

  /** Reads a date at a place in a text; false if none begins there. */
  public boolean scan(CharSequence where, int from) {
    text = where;
    position = from;
    skipSpaces();
    int start = position;
    int a = number();
    int digits = position - start;
    separator = peek();
    if (a < 0 || (separator != '/' && separator != '.' && separator != '-')) {
      return false;
    }
    position++;
    int b = number();
    if (b < 0 || peek() != separator) {
      return false;
    }
    position++;
    int third = position;
    int c = number();
    isYearFirst = digits == 4;
    int yearDigits = isYearFirst ? 4 : position - third;
    if (c < 0 || (yearDigits != 2 && yearDigits != 4)) {
      return false;
    }
    year = isYearFirst ? a : yearDigits == 2 ? 2000 + c : c;
    first = isYearFirst ? b : a;
    second = isYearFirst ? c : b;
    skipWord(",");
    return scanTime();
  }

  /** Reads a text that is a date, with a time of day or, for its first moment, without. */
  public boolean scanWithOrWithoutTime(String whole) {
    return scan(whole, 0)
        || (scan(whole + MIDNIGHT, 0) && end() == whole.length() + MIDNIGHT.length());
  }

  private boolean scanTime() {
    int half = half();
    hour = number();
    char colon = peek();
    if (hour < 0 || (colon != ':' && colon != '.')) {
      return false;
    }
    position++;
    minute = number();
    secondOfMinute = 0;
    micro = 0;
    if (peek() == colon) {
      position++;
      secondOfMinute = number();
      scanFraction();
    }
    int end = position;
    half = half < 0 ? half() : half;
    if (half < 0) {
      position = end;
    } else if (hour > 12) {
      return false;
    } else {
      hour = hour % 12 + 12 * half;
    }
    return minute >= 0 && secondOfMinute >= 0;
  }

  private void scanFraction() {
    if (peek() == '.' && Character.digit(charAt(position + 1), 10) >= 0) {
      position++;
      int scale = 100_000;
      for (int digit = digit(); digit >= 0; digit = digit()) {
        micro += digit * scale;
        scale /= 10;
      }
    }
  }

  /** Behind the date. */
  public int end() {
    return position;
  }

  /** What the date itself says about the order, or null. */
  public @Nullable DayOrder evidence() {
    if (isYearFirst || first == second) {
      return null;
    }
    if (first > 12 || separator == '.') {
      return DayOrder.DAY_FIRST;
    }
    return second > 12 ? DayOrder.MONTH_FIRST : null;
  }

  /** Whether the date is another one if day and month change places. */
  public boolean isAmbiguous() {
    return !isYearFirst && first != second && evidence() == null;
  }

  /** Microseconds of UTC, or {@link Timestamps#INVALID}; an hour that comes twice is the first. */
  public long micros(DayOrder order, ZoneId zone) {
    boolean isDayFirst = !isYearFirst && order == DayOrder.DAY_FIRST;
    try {
      LocalDateTime local =
          LocalDateTime.of(
              year,
              isDayFirst ? second : first,
              isDayFirst ? first : second,
              hour,
              minute,
              Math.min(secondOfMinute, 59));
      long epoch = local.toEpochSecond(zone.getRules().getOffset(local));
      return Timestamps.inRange(epoch * MICROS_PER_SECOND + micro);
    } catch (DateTimeException noSuchDate) {
      return Timestamps.INVALID;
    }
  }

  /** 0 before noon, 1 behind, -1 where the text does not say. */
  private int half() {
    skipSpaces();
    if (skipWord("上午") || skipWord("오전") || skipWord("午前")) {
      return 0;
    }
    if (skipWord("下午") || skipWord("오후") || skipWord("午後")) {
      return 1;
    }
    char letter = (char) (peek() | 0x20);
    if (letter != 'a' && letter != 'p') {
      return -1;
    }
    position++;
    skipWord(".");
    skipSpaces();
    if ((peek() | 0x20) != 'm') {
      return -1;
    }
    position++;
    if (peek() == '.') {
      position++;
    }
    return letter == 'p' ? 1 : 0;
  }

  private boolean skipWord(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (charAt(position + i) != word.charAt(i)) {
        return false;
      }
    }
    position += word.length();
    return true;
  }

  private void skipSpaces() {
    while (isSpace(peek())) {
      position++;
    }
  }

  /** Spaces of every kind, and the marks that phones put around numbers. */
  public static boolean isSpace(char c) {
    return Character.isSpaceChar(c) || c == '\t' || c == 0x200E || c == 0x200F || c == 0xFEFF;
  }

  private int number() {
    int value = 0;
    int count = 0;
    for (int digit = digit(); digit >= 0; digit = digit()) {
      value = Math.min(10 * value + digit, 99_999);
      count++;
    }
    return count == 0 ? -1 : value;
  }

  private int digit() {
    int digit = Character.digit(peek(), 10);
    position += digit < 0 ? 0 : 1;
    return digit;
  }

  private char peek() {
    return charAt(position);
  }

  private char charAt(int i) {
    return i < text.length() ? text.charAt(i) : 0;
  }
}
