package dev.earshot.pipelines.listen.posts;

import dev.earshot.pipelines.run.SitePaths;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Links to pages of a site in a text. */
final class SiteLinks {
  private static final String AFTER_LINK = ".,;:!?)]}'\"";

  private SiteLinks() {}

  /**
   * The pages, as {@link SitePaths} writes them and without a slash at their end; not the front
   * page, which people open for any reason.
   *
   * @param links what the post links to beside its text
   * @param domains of the site, lower case
   */
  static Set<String> in(String text, List<String> links, Collection<String> domains) {
    Set<String> pages = new TreeSet<>();
    addPages(text, domains, pages);
    links.forEach(link -> addPages(link, domains, pages));
    return pages;
  }

  private static void addPages(String text, Collection<String> domains, Set<String> pages) {
    for (String domain : domains) {
      int at = text.indexOf(domain + "/");
      if (at < 0 && text.indexOf("://") >= 0) {
        at = text.toLowerCase(Locale.ROOT).indexOf(domain + "/");
      }
      while (at >= 0) {
        int from = at + domain.length();
        if (at == 0 || isBeforeHost(text.charAt(at - 1))) {
          String page = page(text.substring(from, end(text, from)));
          if (!page.isEmpty()) {
            pages.add(page);
          }
        }
        at = text.indexOf(domain + "/", from);
      }
    }
  }

  /** The same page whether or not its address ends in a slash; empty for the front page. */
  static String page(String path) {
    String page = SitePaths.of(path);
    return page.endsWith("/") ? page.substring(0, page.length() - 1) : page;
  }

  private static boolean isBeforeHost(char c) {
    return c == '/' || c == '.' || Character.isWhitespace(c) || c == '(' || c == '"';
  }

  private static int end(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) > ' ' && "<>\"".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    while (end > from && AFTER_LINK.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }
}
