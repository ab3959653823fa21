package dev.earshot.pipelines.sources.times;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.chrono.IsoEra;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Parser of moments: ISO 8601, then dates with English names, then the patterns of a mapping in
 * order, then seconds, milliseconds, microseconds or nanoseconds since 1970, then dates of numbers
 * in the source's zone. Microseconds of UTC since 1970; finer digits are cut. A moment must have a
 * zone, its own or the source's, and lie from 1990-01-01 up to, not including, 2100-01-01: so the
 * unit of a number of seconds can be told by its size.
 */
public final class Timestamps {
  /** Stands for a text that is no valid moment. */
  public static final long INVALID = Long.MIN_VALUE;

  /** Stands for a date of which the file does not tell whether it begins with the day. */
  public static final long AMBIGUOUS = Long.MIN_VALUE + 1;

  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long FIRST_SECOND = Instant.parse("1990-01-01T00:00:00Z").getEpochSecond();
  private static final long END_SECOND = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();
  private static final int ISO_DATE_LENGTH = 10;
  private static final int MAX_OFFSET_HOURS = 18;

  private final List<DateTimeFormatter> formatters = new ArrayList<>();
  private final LocalTimes local;

  /**
   * @param patterns of {@link DateTimeFormatter}, with English names; each must pass {@link
   *     #isComplete}
   * @param local how times without a zone and dates of numbers are meant
   */
  public Timestamps(List<String> patterns, LocalTimes local) {
    this.local = local;
    for (String pattern : patterns) {
      formatters.add(formatter(pattern));
    }
  }

  /**
   * Whether what the pattern writes names one moment: date, time and zone; where the zone is known,
   * the date.
   */
  public static boolean isComplete(String pattern, LocalTimes local) {
    ZonedDateTime sample = ZonedDateTime.of(2017, 10, 31, 22, 10, 47, 0, ZoneOffset.UTC);
    try {
      DateTimeFormatter formatter = formatter(pattern);
      return instant(formatter.parse(formatter.format(sample)), local.zone()) != null;
    } catch (IllegalArgumentException | DateTimeException unusable) {
      return false;
    }
  }

  /**
   * Names of months and halves of the day in any case: tools write PM, pm and Pm. A 31st of
   * February is no date; {@code yyyy} is a year after Christ without its saying so.
   */
  private static DateTimeFormatter formatter(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .parseDefaulting(ChronoField.ERA, IsoEra.CE.getValue())
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** The moment that the text names, or {@link #INVALID}. */
  public long parse(String text) {
    String stripped = text.strip();
    char[] characters = stripped.toCharArray();
    long iso = parseIso(characters, 0, characters.length);
    if (iso != INVALID) {
      return iso;
    }
    long internet = InternetDate.parse(stripped);
    if (internet != INVALID) {
      return internet;
    }
    for (DateTimeFormatter formatter : formatters) {
      long micros = parse(formatter, stripped);
      if (micros != INVALID) {
        return micros;
      }
    }
    long epoch = parseEpoch(stripped);
    return epoch == INVALID && local.zone() != null ? parseLocal(stripped, local.zone()) : epoch;
  }

  private long parse(DateTimeFormatter formatter, String text) {
    try {
      Instant instant = instant(formatter.parse(text), local.zone());
      return instant == null ? INVALID : micros(instant.getEpochSecond(), instant.getNano() / 1000);
    } catch (DateTimeException noMatch) {
      return INVALID;
    }
  }

  private static @Nullable Instant instant(TemporalAccessor parsed, @Nullable ZoneId zone) {
    if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
      return Instant.from(parsed);
    }
    if (zone == null) {
      return null;
    }
    LocalTime time = parsed.query(TemporalQueries.localTime());
    LocalTime known = time == null ? LocalTime.MIN : time;
    return LocalDate.from(parsed).atTime(known).atZone(zone).toInstant();
  }

  /** A time without a zone, in the source's. */
  private long parseLocal(String text, ZoneId zone) {
    char[] utc = (text + (text.length() == ISO_DATE_LENGTH ? "T00:00Z" : "Z")).toCharArray();
    long micros = parseIso(utc, 0, utc.length);
    if (micros != INVALID) {
      long seconds = Math.floorDiv(micros, MICROS_PER_SECOND);
      LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
      long offset = zone.getRules().getOffset(time).getTotalSeconds();
      return inRange(micros - offset * MICROS_PER_SECOND);
    }
    NumericDate date = new NumericDate();
    if (!date.scanWithOrWithoutTime(text) || date.end() < text.length()) {
      return INVALID;
    }
    DayOrder order = date.isAmbiguous() ? local.dayOrder() : date.evidence();
    if (date.isAmbiguous() && order == null) {
      return AMBIGUOUS;
    }
    boolean isAgainstTheFile =
        order != null && local.dayOrder() != null && order != local.dayOrder();
    return isAgainstTheFile
        ? INVALID
        : date.micros(order == null ? DayOrder.DAY_FIRST : order, zone);
  }

  /**
   * Reads a count of seconds, milliseconds, microseconds or nanoseconds since 1970, which may have
   * a fraction.
   */
  static long parseEpoch(String text) {
    int point = text.indexOf('.');
    int end = point < 0 ? text.length() : point;
    if (end < 9 || end > 19) {
      return INVALID;
    }
    char[] digits = text.toCharArray();
    if (skipDigits(digits, 0, end) != end
        || skipDigits(digits, Math.min(end + 1, digits.length), digits.length) != digits.length) {
      return INVALID;
    }
    // Nanoseconds of 2100 are below 2^63, which has 19 digits too.
    long whole = end == 19 && text.compareTo("9") >= 0 ? 0 : Long.parseLong(text, 0, end, 10);
    int fraction = point < 0 ? 0 : fraction(digits, point + 1, digits.length);
    return epoch(whole, fraction);
  }

  /** The moment of a count whose unit its size tells; the fraction is of seconds, in millionths. */
  static long epoch(long count, int fraction) {
    if (count < END_SECOND) {
      return micros(count, fraction);
    }
    long unit = count;
    int perSecond = 1000;
    while (perSecond < 1_000_000_000 && unit / perSecond >= END_SECOND) {
      perSecond *= 1000;
    }
    long nanos = unit % perSecond * (1_000_000_000 / perSecond);
    return micros(unit / perSecond, (int) (nanos / 1000));
  }

  /** The moment, or {@link #INVALID} if it is out of range. */
  public static long inRange(long micros) {
    return micros(
        Math.floorDiv(micros, MICROS_PER_SECOND), (int) Math.floorMod(micros, MICROS_PER_SECOND));
  }

  private static long micros(long second, int micro) {
    return second < FIRST_SECOND || second >= END_SECOND
        ? INVALID
        : second * MICROS_PER_SECOND + micro;
  }

  /**
   * Reads {@code 2017-10-31T22:10:47.123Z}: extended ISO 8601 with a zone. The T may be a space, a
   * space may stand before the offset, the seconds may be missing, and the offset may be {@code
   * +01:00}, {@code +0100} or {@code +01}.
   */
  public static long parseIso(char[] text, int start, int length) {
    int end = start + length;
    if (length < 17
        || text[start + 4] != '-'
        || text[start + 7] != '-'
        || text[start + 13] != ':'
        || (text[start + 10] != 'T' && text[start + 10] != 't' && text[start + 10] != ' ')) {
      return INVALID;
    }
    int year = digits(text, start, 4);
    int month = digits(text, start + 5, 2);
    int day = digits(text, start + 8, 2);
    int hour = digits(text, start + 11, 2);
    int minute = digits(text, start + 14, 2);
    if (year < 0 || month < 1 || month > 12 || day < 1 || hour < 0 || hour > 23) {
      return INVALID;
    }
    if (minute < 0 || minute > 59 || day > daysOfMonth(year, month)) {
      return INVALID;
    }
    int second = 0;
    int micro = 0;
    int i = start + 16;
    if (i < end && text[i] == ':') {
      second = i + 3 <= end ? digits(text, i + 1, 2) : -1;
      i += 3;
      if (second < 0 || second > 60) {
        return INVALID;
      }
      if (i < end && (text[i] == '.' || text[i] == ',')) {
        int first = i + 1;
        i = skipDigits(text, first, end);
        if (i == first) {
          return INVALID;
        }
        micro = fraction(text, first, i);
      }
    }
    long offset = offsetSeconds(text, i, end);
    if (offset == INVALID) {
      return INVALID;
    }
    long time = hour * 3600L + minute * 60L + Math.min(second, 59);
    return micros(epochDay(year, month, day) * 86_400 + time - offset, micro);
  }

  private static int digits(char[] text, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = 10 * value + digit;
    }
    return value;
  }

  private static int skipDigits(char[] text, int from, int end) {
    int i = from;
    while (i < end && text[i] >= '0' && text[i] <= '9') {
      i++;
    }
    return i;
  }

  private static int fraction(char[] text, int from, int to) {
    int value = 0;
    for (int i = 0; i < 6; i++) {
      value = 10 * value + (from + i < to ? text[from + i] - '0' : 0);
    }
    return value;
  }

  private static long offsetSeconds(char[] text, int from, int end) {
    int i = from < end && text[from] == ' ' ? from + 1 : from;
    if (i + 1 == end && (text[i] == 'Z' || text[i] == 'z')) {
      return 0;
    }
    if (i + 3 > end || (text[i] != '+' && text[i] != '-')) {
      return INVALID;
    }
    int hours = digits(text, i + 1, 2);
    int minutes = 0;
    int rest = i + 3;
    if (rest < end) {
      rest += text[rest] == ':' ? 1 : 0;
      minutes = rest + 2 == end ? digits(text, rest, 2) : -1;
    }
    if (hours < 0 || minutes < 0 || minutes > 59 || hours * 60 + minutes > MAX_OFFSET_HOURS * 60) {
      return INVALID;
    }
    long seconds = hours * 3600L + minutes * 60L;
    return text[i] == '-' ? -seconds : seconds;
  }

  private static int daysOfMonth(int year, int month) {
    return switch (month) {
      case 2 -> IsoChronology.INSTANCE.isLeapYear(year) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /** Days since 1970-01-01 in the proleptic Gregorian calendar, with years that begin in March. */
  private static long epochDay(int year, int month, int day) {
    long marchYear = month > 2 ? year : year - 1;
    long era = Math.floorDiv(marchYear, 400);
    long yearOfEra = marchYear - era * 400;
    long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097 + dayOfEra - 719_468;
  }
}
