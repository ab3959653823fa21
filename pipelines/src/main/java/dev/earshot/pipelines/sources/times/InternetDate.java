package dev.earshot.pipelines.sources.times;

/**
 * The dates with English names: Twitter's {@code Wed Aug 29 17:12:58 +0000 2012} and RFC 5322's
 * {@code Wed, 29 Aug 2012 17:12:58 +0000}, which may lack the day of the week and end in GMT.
 */
final class InternetDate {
  /** From the day of the week of 1970-01-01 on. */
  private static final String WEEKDAYS = "ThuFriSatSunMonTueWed";

  private static final long MICROS_PER_DAY = 86_400_000_000L;
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final int TWITTER_LENGTH = 30;

  private InternetDate() {}

  /** The moment, or {@link Timestamps#INVALID}. */
  static long parse(String text) {
    if (text.length() == TWITTER_LENGTH && text.charAt(3) == ' ') {
      String iso = iso(text, 26, month(text, 4), text.substring(8, 10), 11, text.substring(20, 25));
      return isWeekday(text, iso) ? iso(iso) : Timestamps.INVALID;
    }
    int comma = text.indexOf(',');
    int start = comma == 3 ? 5 : 0;
    int space = text.indexOf(' ', start);
    if (comma > 3 || space < start + 1 || space > start + 2 || text.length() < space + 18) {
      return Timestamps.INVALID;
    }
    String day = (space == start + 1 ? "0" : "") + text.substring(start, space);
    String zone = zone(text, space);
    String iso = iso(text, space + 5, month(text, space + 1), day, space + 10, zone);
    return start == 0 || isWeekday(text, iso) ? iso(iso) : Timestamps.INVALID;
  }

  /** Whether the date has the day of the week that the text begins with. */
  private static boolean isWeekday(String text, String iso) {
    if (iso.isEmpty()) {
      return false;
    }
    long midnight = iso(iso.substring(0, 11) + "00:00Z");
    int index = 3 * (int) Math.floorMod(Math.floorDiv(midnight, MICROS_PER_DAY), 7L);
    return text.startsWith(WEEKDAYS.substring(index, index + 3));
  }

  /** The seconds may be missing. */
  private static String zone(String text, int space) {
    int end = text.indexOf(' ', space + 10);
    String zone = end < 0 ? "" : text.substring(end + 1);
    return zone.equals("GMT") || zone.equals("UT") || zone.equals("UTC") ? "Z" : zone;
  }

  private static String iso(String text, int year, int month, String day, int time, String zone) {
    int end = text.indexOf(' ', time);
    if (month == 0 || end < 0) {
      return "";
    }
    return text.substring(year, year + 4)
        + (month < 10 ? "-0" : "-")
        + month
        + "-"
        + day
        + "T"
        + text.substring(time, end)
        + zone;
  }

  private static long iso(String iso) {
    return Timestamps.parseIso(iso.toCharArray(), 0, iso.length());
  }

  /** 1 to 12, or 0. */
  private static int month(String text, int at) {
    int index = MONTHS.indexOf(text.substring(at, at + 3));
    return index >= 0 && index % 3 == 0 ? index / 3 + 1 : 0;
  }
}
