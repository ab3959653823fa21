package dev.earshot.pipelines.sources.fields;

import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.bytes.Utf8;
import dev.earshot.pipelines.sources.times.Timestamps;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rules that turn text into values of fields, the same for every format. */
public final class TextFields {
  /** A double holds every whole number up to here, and not beyond. */
  private static final long LARGEST_EXACT_DOUBLE = 1L << 53;

  /**
   * The largest count that a record may have: a hundred times what any platform has shown, and sums
   * of millions of them are exact.
   */
  private static final long LARGEST_COUNT = 1_000_000_000_000L;

  /** Stands for the sum in the tables, where no network and no language may be called so. */
  private static final String RESERVED = "all";

  private static final int MAX_NAME_LENGTH = 64;
  private static final int DECIMAL_PLACES = 6;
  private static final long NO_DECIMAL = Long.MIN_VALUE;

  private TextFields() {}

  /** Reads a text into a field of any kind but OBJECT, TIMESTAMP, COUNT, DECIMAL and FLAG. */
  public static void setText(RecordDraft draft, RecordField field, String text) {
    String clean = Utf8.withoutLoneSurrogates(text);
    switch (field.kind()) {
      case TEXT -> draft.setMended(field, text);
      case ID -> setId(draft, field, clean.strip());
      case NAME -> setName(draft, field, clean.strip());
      case LANGUAGE -> setLanguage(draft, field, clean.strip());
      case HANDLE -> {
        String handle = clean.strip();
        setUnlessEmpty(draft, field, handle.startsWith("@") ? handle.substring(1) : handle);
      }
      case WORD -> setUnlessEmpty(draft, field, clean.strip());
      default -> draft.fail(field, RejectionReason.INVALID_FIELD);
    }
  }

  private static void setUnlessEmpty(RecordDraft draft, RecordField field, String text) {
    if (text.isEmpty()) {
      draft.remove(field);
    } else {
      draft.set(field, text);
    }
  }

  private static void setId(RecordDraft draft, RecordField field, String id) {
    if (isFloat(id)) {
      draft.fail(field, RejectionReason.RUINED_ID);
    } else {
      setUnlessEmpty(draft, field, id);
    }
  }

  /**
   * Reads an id from a cell. Spreadsheets and data frames write {@code 3} as {@code 3.0}; that is
   * taken for 3 as long as a double can have kept the number exactly.
   */
  public static void setIdFromCell(RecordDraft draft, RecordField field, String cell) {
    String id = Utf8.withoutLoneSurrogates(cell).strip();
    String whole = withoutZeroFraction(id);
    boolean isExact = whole.length() == id.length() || isExactDouble(whole);
    setId(draft, field, isExact ? whole : id);
  }

  private static boolean isExactDouble(String digits) {
    long value = wholeNumber(digits.startsWith("-") ? digits.substring(1) : digits);
    return value >= 0 && value <= LARGEST_EXACT_DOUBLE;
  }

  /** The part before a fraction of zeroes, or the text as it is. */
  private static String withoutZeroFraction(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '0') {
      end--;
    }
    boolean hasZeroFraction = end > 1 && end < text.length() && text.charAt(end - 1) == '.';
    return hasZeroFraction && isDigits(text, text.charAt(0) == '-' ? 1 : 0, end - 1)
        ? text.substring(0, end - 1)
        : text;
  }

  private static boolean isDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return to > from;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Whether a text is a number with a fraction or, as spreadsheets write it, with a signed
   * exponent: {@code 3.0}, {@code 5.70306E+17}, {@code 5,7E+17}, {@code 1E+06}. An id such as
   * {@code 12e45}, which may be hexadecimal, is none.
   */
  public static boolean isFloat(String text) {
    int length = text.length();
    int i = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    int start = i;
    while (i < length && isDigit(text.charAt(i))) {
      i++;
    }
    if (i == start || i == length) {
      return false;
    }
    char separator = text.charAt(i);
    boolean hasFraction = separator == '.' || separator == ',';
    if (hasFraction) {
      i++;
      while (i < length && isDigit(text.charAt(i))) {
        i++;
      }
      if (i == length) {
        return separator == '.';
      }
    }
    boolean hasExponent = (text.charAt(i) == 'e' || text.charAt(i) == 'E') && i + 1 < length;
    if (!hasExponent) {
      return false;
    }
    char sign = text.charAt(i + 1);
    if (sign == '+' || sign == '-') {
      return isDigits(text, i + 2, length);
    }
    return hasFraction && isDigits(text, i + 1, length);
  }

  private static void setName(RecordDraft draft, RecordField field, String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!isLetter && !isDigit(c) && c != '.' && c != '_' && c != '-') {
        draft.fail(field, RejectionReason.INVALID_FIELD);
        return;
      }
    }
    if (name.length() > MAX_NAME_LENGTH) {
      draft.fail(field, RejectionReason.INVALID_FIELD);
    } else {
      setUnlessReserved(draft, field, name.toLowerCase(Locale.ROOT));
    }
  }

  private static void setUnlessReserved(RecordDraft draft, RecordField field, String text) {
    if (text.equals(RESERVED)) {
      draft.fail(field, RejectionReason.RESERVED_WORD);
    } else {
      setUnlessEmpty(draft, field, text);
    }
  }

  private static void setLanguage(RecordDraft draft, RecordField field, String tag) {
    int end = 0;
    while (end < tag.length() && tag.charAt(end) != '-' && tag.charAt(end) != '_') {
      char c = tag.charAt(end++);
      if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) {
        draft.fail(field, RejectionReason.INVALID_FIELD);
        return;
      }
    }
    if (end == 1 || end > 8 || (end == 0 && !tag.isEmpty())) {
      draft.fail(field, RejectionReason.INVALID_FIELD);
    } else {
      setUnlessReserved(draft, field, language(tag.substring(0, end).toLowerCase(Locale.ROOT)));
    }
  }

  /** Today's code for a primary subtag; empty where the tag says that there is no one language. */
  private static String language(String primary) {
    return switch (primary) {
      case "und", "zxx", "mul", "mis" -> "";
      case "in" -> "id";
      case "iw" -> "he";
      case "ji" -> "yi";
      default -> isPrivateUse(primary) ? "" : primary;
    };
  }

  /** ISO 639-2 leaves qaa to qtz to its users; Twitter marks hashtags, media and the like so. */
  private static boolean isPrivateUse(String primary) {
    return primary.length() == 3 && primary.charAt(0) == 'q' && primary.charAt(1) <= 't';
  }

  /** Reads a count from a cell; {@code 3.0} is 3, {@code 1,234} is 1234. */
  public static void setCountFromCell(RecordDraft draft, RecordField field, String cell) {
    String text = withoutGroups(withoutZeroFraction(cell.strip()));
    if (text.isEmpty()) {
      draft.remove(field);
    } else if (text.length() > 18 && isDigits(text, 0, text.length())) {
      draft.fail(field, RejectionReason.OUT_OF_RANGE);
    } else {
      setCount(draft, field, wholeNumber(text));
    }
  }

  /** Digits with a comma before each three of them, as tools show counts, without the commas. */
  private static String withoutGroups(String text) {
    int length = text.length();
    if (text.indexOf(',') < 1) {
      return text;
    }
    for (int i = 0; i < length; i++) {
      boolean isComma = (length - i) % 4 == 0;
      if (isComma != (text.charAt(i) == ',')) {
        return text;
      }
    }
    return text.replace(",", "");
  }

  /** Sets a count; none is negative, and none so large that sums of them would not be exact. */
  public static void setCount(RecordDraft draft, RecordField field, long count) {
    if (count < 0) {
      draft.fail(field, RejectionReason.INVALID_FIELD);
    } else if (count > LARGEST_COUNT) {
      draft.fail(field, RejectionReason.OUT_OF_RANGE);
    } else {
      draft.set(field, count);
    }
  }

  /** Adds to a count, or sets one that is not there; a negative number adds nothing. */
  public static void addCount(RecordDraft draft, RecordField field, long more) {
    Long known = draft.number(field);
    // What is too large by itself is not added, so that the sum cannot overflow.
    long sum = more > LARGEST_COUNT ? more : (known == null ? 0 : known) + Math.max(0, more);
    setCount(draft, field, sum);
  }

  /** Reads a truth value from a cell: true, false, 1 or 0, in any case. */
  public static void setFlagFromCell(RecordDraft draft, RecordField field, String cell) {
    switch (cell.strip().toLowerCase(Locale.ROOT)) {
      case "" -> draft.remove(field);
      case "true", "1" -> draft.set(field, 1);
      case "false", "0" -> draft.set(field, 0);
      default -> draft.fail(field, RejectionReason.INVALID_FIELD);
    }
  }

  /** Reads a decimal number; one that has no exact number of millionths is refused. */
  public static void setDecimal(RecordDraft draft, RecordField field, String text) {
    String number = text.strip();
    if (number.isEmpty()) {
      draft.remove(field);
      return;
    }
    long micros = number.length() > MAX_NAME_LENGTH ? NO_DECIMAL : micros(number);
    if (micros == NO_DECIMAL) {
      draft.fail(field, RejectionReason.INVALID_FIELD);
    } else {
      draft.set(field, micros);
    }
  }

  private static long micros(String number) {
    try {
      BigDecimal value = new BigDecimal(number);
      // An exponent can make a number of a few digits fill the memory.
      return Math.abs((long) value.scale()) > MAX_NAME_LENGTH
          ? NO_DECIMAL
          : value.movePointRight(DECIMAL_PLACES).longValueExact();
    } catch (ArithmeticException | NumberFormatException notExact) {
      return NO_DECIMAL;
    }
  }

  /** Sets a moment that a parser found, or fails for {@link Timestamps#INVALID}. */
  public static void setTimestamp(RecordDraft draft, RecordField field, long micros) {
    if (micros == Timestamps.INVALID) {
      draft.fail(field, RejectionReason.INVALID_TIMESTAMP);
    } else if (micros == Timestamps.AMBIGUOUS) {
      draft.fail(field, RejectionReason.AMBIGUOUS_DATE);
    } else {
      draft.set(field, micros);
    }
  }

  /** The value of a text of at most 18 digits, else null. */
  public static @Nullable Long wholeNumberOrNull(String text) {
    long value = wholeNumber(text.strip());
    return value < 0 ? null : (Long) value;
  }

  /** The value of a text of at most 18 digits, else -1. */
  private static long wholeNumber(String text) {
    if (text.length() > 18 || !isDigits(text, 0, text.length())) {
      return -1;
    }
    return Long.parseLong(text);
  }
}
