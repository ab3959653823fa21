package dev.earshot.pipelines.run;

/** Paths of pages as tables hold them: without what may name a person. */
public final class SitePaths {
  private static final int LONGEST_SEGMENT = 64;
  private static final int LONGEST_PATH = 512;

  private SitePaths() {}

  /**
   * The path of a request without query and fragment. A part with an at sign, or longer than 64
   * characters, as tokens are, is replaced by an asterisk.
   *
   * @param target path and query, or a whole address
   */
  public static String of(String target) {
    int scheme = target.indexOf("://");
    int slash = scheme < 0 ? 0 : target.indexOf('/', scheme + 3);
    String rest = slash < 0 ? "/" : target.substring(slash);
    int end = 0;
    while (end < rest.length() && rest.charAt(end) != '?' && rest.charAt(end) != '#') {
      end++;
    }
    StringBuilder path = new StringBuilder();
    int from = 0;
    while (from <= end && path.length() < LONGEST_PATH) {
      int next = rest.indexOf('/', from);
      next = next < 0 || next > end ? end : next;
      String segment = rest.substring(from, next);
      boolean isPrivate =
          segment.length() > LONGEST_SEGMENT
              || segment.indexOf('@') >= 0
              || segment.contains("%40");
      path.append(isPrivate ? "*" : segment);
      if (next < end) {
        path.append('/');
      }
      from = next + 1;
      if (next == end) {
        break;
      }
    }
    return path.length() == 0 ? "/" : path.toString();
  }
}
