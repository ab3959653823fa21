package dev.earshot.pipelines.sources.times;

/**
 * Parser of the moments of web logs: {@code 17/May/2015:10:05:14 +0000} as Apache and NGINX write
 * them, else ISO 8601. By hand, as each request has one.
 */
public final class LogTimes {
  /** Characters of a time as Apache and NGINX write it. */
  public static final int LENGTH = 26;

  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final Timestamps ISO = new Timestamps(java.util.List.of(), LocalTimes.UNKNOWN);

  private LogTimes() {}

  /** Microseconds of UTC since 1970, or {@link Timestamps#INVALID}. */
  public static long parse(String text) {
    boolean isCommon = text.length() == LENGTH && text.charAt(2) == '/' && text.charAt(6) == '/';
    return ISO.parse(isCommon ? iso(text) : text);
  }

  /** The same as ISO 8601; something that is none where there is no such month. */
  private static String iso(String text) {
    int month = MONTHS.indexOf(text.substring(3, 6)) / 3 + 1;
    return text.substring(7, 11)
        + (month < 10 ? "-0" : "-")
        + (MONTHS.indexOf(text.substring(3, 6)) < 0 ? 0 : month)
        + '-'
        + text.substring(0, 2)
        + 'T'
        + text.substring(12, 20)
        + text.substring(21, 24)
        + ':'
        + text.substring(24);
  }
}
