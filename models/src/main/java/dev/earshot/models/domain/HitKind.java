package dev.earshot.models.domain;

import java.util.Locale;
import java.util.Set;

/** What a request asks for, as far as telling people from programs needs it. */
public enum HitKind {
  /** A page that was served, from the browser's cache too. */
  PAGE,
  /** What a browser fetches for a page by itself: styles, scripts, images, fonts, icons. */
  ASSET,
  /** The rules for robots, which browsers never ask for. */
  ROBOTS,
  /** A form that was sent. */
  FORM,
  /** A page that was refused or does not exist. */
  ERROR,
  /** Anything else: downloads, feeds, redirects, events. */
  OTHER;

  private static final Set<String> ASSETS =
      Set.of(
          "css",
          "js",
          "mjs",
          "map",
          "png",
          "jpg",
          "jpeg",
          "gif",
          "webp",
          "avif",
          "svg",
          "ico",
          "bmp",
          "woff",
          "woff2",
          "ttf",
          "otf",
          "eot",
          "webmanifest");
  private static final Set<String> PAGES =
      Set.of(
          "html", "htm", "xhtml", "shtml", "php", "php5", "phtml", "asp", "aspx", "jsp", "jspx",
          "do", "cgi", "pl", "cfm", "phpx", "action");

  /**
   * The kind of a request.
   *
   * @param method upper case
   * @param target path and query
   * @param status the response's status
   */
  public static HitKind of(String method, String target, int status) {
    String path = pathOf(target);
    String extension = extensionOf(path);
    if (ASSETS.contains(extension)) {
      return ASSET;
    }
    if (path.equals("/robots.txt")) {
      return ROBOTS;
    }
    if (method.equals("POST")) {
      return FORM;
    }
    if (status >= 400) {
      return ERROR;
    }
    boolean isServed = (status >= 200 && status < 300) || status == 304;
    boolean isPage = extension.isEmpty() || PAGES.contains(extension);
    return method.equals("GET") && isServed && isPage && !isFeed(path) ? PAGE : OTHER;
  }

  private static String pathOf(String target) {
    int end = target.length();
    for (int i = 0; i < end; i++) {
      char c = target.charAt(i);
      if (c == '?' || c == '#') {
        end = i;
      }
    }
    int scheme = target.indexOf("://");
    int slash = scheme < 0 || scheme > end ? 0 : target.indexOf('/', scheme + 3);
    return slash < 0 || slash > end ? "/" : target.substring(slash, end);
  }

  /** Lower case, without the dot; empty where there is none, as in {@code /notes/v1.2-beta}. */
  private static String extensionOf(String path) {
    int dot = path.lastIndexOf('.');
    boolean isShort = dot > path.lastIndexOf('/') + 1 && path.length() - dot <= 12;
    if (!isShort) {
      return "";
    }
    String extension = path.substring(dot + 1).toLowerCase(Locale.ROOT);
    return extension.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
        ? extension
        : "";
  }

  private static boolean isFeed(String path) {
    String last = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return last.endsWith("/feed") || last.endsWith("/rss") || last.endsWith("/atom");
  }
}
