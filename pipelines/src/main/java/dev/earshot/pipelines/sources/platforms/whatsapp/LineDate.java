package dev.earshot.pipelines.sources.platforms.whatsapp;

import dev.earshot.pipelines.sources.times.Timestamps;
import java.lang.Character.UnicodeScript;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The date and time at the beginning of a line, as phones write them in short in any language:
 * numbers in any script's digits, with points, strokes, spaces and direction marks between, words
 * of {@link DayWords} before and behind the time, and in Vietnamese the time first. Used again for
 * the next line.
 */
final class LineDate {
  private static final int MAX_WORD_LENGTH = 48;
  private static final long MICROS_PER_SECOND = 1_000_000;

  /** WhatsApp's first year, which no date of a chat is before. */
  private static final int FIRST_YEAR = 2009;

  private String text = "";
  private int position;
  private final int[] numbers = new int[3];
  private boolean isYearFirst;
  private boolean hasTwoDigitYear;
  private boolean hasPoints;
  private boolean isKorean;
  private boolean isTimeFirst;
  private int hour;
  private int minute;
  private int second;
  private DayWords.@Nullable Period period;

  /** Reads a date and a time; false if none begin there. */
  boolean scan(String where, int from) {
    text = where;
    position = from;
    period = null;
    isKorean = false;
    isTimeFirst = false;
    if (!scanWords() || !scanDate()) {
      position = from;
      isTimeFirst = true;
      return scanWords() && scanTime() && scanWords() && scanDate() && scanWords();
    }
    period = null;
    if (!scanWords()) {
      return false;
    }
    skipDash();
    return scanTime() && scanWords();
  }

  /** Wolof has a dash between date and time. */
  private void skipDash() {
    int next = skipped(position + 1);
    if (peek() == '-' && Character.digit(charAt(next), 10) >= 0) {
      position = next;
    }
  }

  /** Whether the time stands before the date. */
  boolean isTimeFirst() {
    return isTimeFirst;
  }

  /** Behind the date. */
  int end() {
    return position;
  }

  private boolean scanDate() {
    skipSpaces();
    int start = position;
    numbers[0] = number();
    final int firstDigits = position - start;
    char separator = separator();
    numbers[1] = separator == 0 ? -1 : number();
    char second = separator();
    skipSpaces();
    int third = position;
    numbers[2] = second == separator ? number() : -1;
    int lastDigits = position - third;
    isYearFirst = firstDigits == 4;
    hasTwoDigitYear = !isYearFirst && lastDigits <= 2;
    hasPoints = separator == '.';
    if (numbers[0] < 0 || numbers[1] < 0 || numbers[2] < 0 || (!isYearFirst && lastDigits == 3)) {
      return false;
    }
    int end = position;
    if (separator() != '.') {
      position = end;
    }
    return true;
  }

  /**
   * What stands between two numbers of a date: 0 for nothing that does; East Asian units as '.'.
   */
  private char separator() {
    skipSpaces();
    char c = peek();
    boolean isUnit = "年月日년월일".indexOf(c) >= 0;
    isKorean |= "년월일".indexOf(c) >= 0;
    if (!isUnit && c != '/' && c != '.' && c != '-') {
      return 0;
    }
    position++;
    skipSpaces();
    return isUnit ? '.' : c;
  }

  private boolean scanTime() {
    hour = number();
    if (hour < 0 || hour > 24 || !skipSign(":.h시時时点點")) {
      return false;
    }
    minute = number();
    second = 0;
    int end = position;
    if (skipSign(":.분分") || skipMinutes()) {
      second = number();
      position = second < 0 ? end : position;
      second = Math.max(second, 0);
      skipSign("초秒");
    }
    return minute >= 0 && minute < 60 && second < 61;
  }

  private boolean skipSign(String signs) {
    int next = skipped(position);
    if (next >= text.length() || signs.indexOf(text.charAt(next)) < 0) {
      return false;
    }
    position = skipped(next + 1);
    return true;
  }

  /** Canadian French has {@code 9 h 05 min 11 s}. */
  private boolean skipMinutes() {
    int next = skipped(position);
    if (!text.startsWith("min", next)) {
      return false;
    }
    position = skipped(next + 3);
    return true;
  }

  /** Skips words to the next number or to what ends a date; false where one is not known. */
  private boolean scanWords() {
    int start = position;
    while (position - start < MAX_WORD_LENGTH && (isBetween(peek()) || isHyphen())) {
      position++;
    }
    String letters = DayWords.letters(text.substring(start, position));
    isKorean |= !letters.isEmpty() && UnicodeScript.of(letters.charAt(0)) == UnicodeScript.HANGUL;
    DayWords.Period found = DayWords.period(letters);
    period = found == null ? period : found;
    return DayWords.areKnown(letters);
  }

  private boolean isHyphen() {
    return peek() == '-'
        && !isSpace(charAt(position - 1))
        && Character.isLetter(charAt(position + 1));
  }

  /** Whatever may stand between two numbers, but for what ends a date. */
  private static boolean isBetween(char c) {
    return c != 0
        && c != '-'
        && c != '–'
        && c != ']'
        && c != ':'
        && c != '['
        && c != '/'
        && Character.digit(c, 10) < 0;
  }

  private int skipped(int from) {
    int i = from;
    while (isSpace(charAt(i))) {
      i++;
    }
    return i;
  }

  private void skipSpaces() {
    position = skipped(position);
  }

  /** Spaces of every kind, and the marks that phones put around numbers. */
  static boolean isSpace(char c) {
    return Character.isSpaceChar(c)
        || c == '\t'
        || c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || c == 0xFEFF
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  private int number() {
    int value = 0;
    int from = position;
    for (int digit = digit(); digit >= 0; digit = digit()) {
      value = Math.min(10 * value + digit, 99_999);
      position++;
    }
    return position == from ? -1 : value;
  }

  private int digit() {
    return Character.digit(peek(), 10);
  }

  private char peek() {
    return charAt(position);
  }

  private char charAt(int i) {
    return i >= 0 && i < text.length() ? text.charAt(i) : 0;
  }

  /** The orders of the numbers in which there is such a day, as far as the date itself tells. */
  Set<DateOrder> possible() {
    Set<DateOrder> possible = EnumSet.noneOf(DateOrder.class);
    for (DateOrder order : DateOrder.values()) {
      LocalDate day = day(order);
      if (day != null && (!hasTwoDigitYear || day.getYear() >= FIRST_YEAR)) {
        possible.add(order);
      }
    }
    if (hasPoints && possible.contains(DateOrder.DAY_FIRST)) {
      possible.remove(DateOrder.MONTH_FIRST);
    }
    if (isKorean && possible.contains(DateOrder.YEAR_FIRST)) {
      possible.retainAll(EnumSet.of(DateOrder.YEAR_FIRST));
    }
    return possible;
  }

  /** The orders that languages have whose word for the part of the day stands there. */
  Set<DateOrder> ofLanguage() {
    return period == null ? EnumSet.allOf(DateOrder.class) : period.orders();
  }

  private @Nullable LocalDate day(DateOrder order) {
    boolean isYearGivenFirst = order == DateOrder.YEAR_FIRST;
    if (isYearFirst != isYearGivenFirst && !(isYearGivenFirst && hasTwoDigitYear)) {
      return null;
    }
    int year = numbers[isYearGivenFirst ? 0 : 2];
    int month = numbers[order == DateOrder.MONTH_FIRST ? 0 : 1];
    int dayOfMonth = numbers[isYearGivenFirst ? 2 : order == DateOrder.MONTH_FIRST ? 1 : 0];
    return ChatCalendars.day(year, hasTwoDigitYear, isYearGivenFirst, month, dayOfMonth);
  }

  /** Microseconds of UTC, or {@link Timestamps#INVALID}; an hour that comes twice is the first. */
  long micros(DateOrder order, ZoneId zone) {
    LocalDate day = day(order);
    int hourOfDay = period == null ? hour % 24 : period.hour(hour);
    if (day == null || hourOfDay < 0) {
      return Timestamps.INVALID;
    }
    LocalDateTime local = day.atTime(hourOfDay, minute, Math.min(second, 59));
    long epoch = local.toEpochSecond(zone.getRules().getOffset(local));
    return Timestamps.inRange(epoch * MICROS_PER_SECOND);
  }
}
