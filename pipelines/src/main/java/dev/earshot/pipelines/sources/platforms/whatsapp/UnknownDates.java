package dev.earshot.pipelines.sources.platforms.whatsapp;

/**
 * Detector of lines in which a message begins with a date that cannot be read, so that it is
 * rejected and not taken for the end of the message before: {@code ...: ... - Name: text} or {@code
 * [...] Name: text} with the five numbers of a date and a time, or four where one is a year.
 */
final class UnknownDates {
  private static final int MAX_DATE_LENGTH = 64;
  private static final int MAX_NAME_LENGTH = 256;
  private static final int NUMBERS = 5;

  private UnknownDates() {}

  /** Behind the date; -1 where none is. */
  static int end(String line) {
    int start = 0;
    while (start < line.length() && LineDate.isSpace(line.charAt(start))) {
      start++;
    }
    boolean isBracketed = start < line.length() && line.charAt(start) == '[';
    int end = isBracketed ? line.indexOf(']', start) : dash(line, start);
    boolean isDated =
        end > start && end - start <= MAX_DATE_LENGTH && isDate(line, start + 1, end - 1);
    int colon = isDated ? line.indexOf(": ", end) : -1;
    return colon > end && colon - end <= MAX_NAME_LENGTH ? end + 1 : -1;
  }

  /** The last dash that may end a date: words may have one before the time. */
  private static int dash(String line, int start) {
    int limit = Math.min(line.length(), start + MAX_DATE_LENGTH);
    int colon = -1;
    for (int i = start; i < limit; i++) {
      char c = line.charAt(i);
      if (isColon(line, i)) {
        colon = i;
      }
      boolean isDash = (c == '-' || c == '–') && LineDate.isSpace(line.charAt(Math.max(i - 1, 0)));
      if (isDash && colon >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isColon(String line, int i) {
    char c = line.charAt(i);
    return (c == ':' || c == '.') && isDigit(line, i - 1) && isDigit(line, i + 1);
  }

  private static boolean isDigit(String line, int i) {
    return i >= 0 && i < line.length() && Character.digit(line.charAt(i), 10) >= 0;
  }

  private static boolean isDate(String line, int from, int to) {
    int numbers = 0;
    int digits = 0;
    boolean hasYear = false;
    boolean hasColon = false;
    for (int i = from - 1; i <= to; i++) {
      hasColon |= isColon(line, i);
      digits = isDigit(line, i) ? digits + 1 : 0;
      numbers += digits == 1 ? 1 : 0;
      hasYear |= digits == 4;
    }
    return hasColon && (numbers >= NUMBERS || (numbers == NUMBERS - 1 && hasYear));
  }
}
