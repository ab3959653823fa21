package dev.earshot.models.visits;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.basjes.parse.useragent.UserAgent;
import nl.basjes.parse.useragent.UserAgentAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * Tells programs from browsers by the user agent. What names itself, and what has exactly the form
 * of a common browser, is told at once; the rest is asked of Yauaa, which takes seconds and 130 MB
 * to start: so it starts when it is first needed, once per process. Not safe for use by several
 * threads.
 */
public final class Agents {
  private static final int CACHE = 20_000;
  private static final List<String> PROGRAMS =
      List.of(
          "bot",
          "crawl",
          "spider",
          "slurp",
          "curl/",
          "wget",
          "python",
          "java/",
          "libwww",
          "feed",
          "ruby",
          "perl/",
          "go-http",
          "headless",
          "phantomjs",
          "facebookexternalhit",
          "scrapy",
          "httpclient",
          "nutch",
          "pingdom",
          "node-fetch",
          "validator",
          "archiver",
          "preview",
          "monitor",
          "lighthouse",
          "fetcher",
          "scanner",
          "netcraft",
          "zgrab",
          "masscan",
          "nikto",
          "whatsapp/",
          "winhttp",
          "urllib",
          "mechanize",
          "axios/",
          "postman",
          "google-inspectiontool",
          "googleother",
          "google-safety",
          "google-read-aloud",
          "ptst/",
          "speedcurve",
          "datadog",
          "gtmetrix",
          "cypress/",
          "playwright",
          "puppeteer",
          "selenium",
          "newrelic",
          "statuscake",
          "site24x7",
          "catchpoint",
          "dalvik/",
          "cfnetwork/",
          "browserproxy",
          "outbrain",
          "embedly");

  /** Every browser of the last decades but these begins with Mozilla: the rest are programs. */
  private static final List<String> BROWSERS =
      List.of(
          "Mozilla/",
          "Opera/",
          "Lynx/",
          "w3m/",
          "Links ",
          "ELinks",
          "Dillo/",
          "NetSurf/",
          "UCWEB",
          "BlackBerry",
          "Nokia",
          "SAMSUNG-",
          "SonyEricsson",
          "LG-");

  /** Products that browsers and the apps with a browser in them name beside the engine. */
  private static final Set<String> PRODUCTS =
      Set.of(
          "AppleWebKit",
          "Chrome",
          "CriOS",
          "Edg",
          "EdgA",
          "EdgiOS",
          "Edge",
          "Firefox",
          "FxiOS",
          "GSA",
          "Gecko",
          "Mobile",
          "OPR",
          "OPT",
          "OPX",
          "Safari",
          "SamsungBrowser",
          "Version",
          "Vivaldi",
          "YaBrowser",
          "Android",
          "Barcelona",
          "BytedanceWebview",
          "Instagram",
          "Snapchat",
          "Telegram-Android",
          "Telegram-iOS",
          "Twitter",
          "TwitterAndroid",
          "for",
          "iPhone");

  private static final Set<String> ROBOT_DEVICES =
      Set.of("Robot", "Robot Mobile", "Robot Imitator", "Hacker", "Spy", "Unknown");
  private static final Set<String> ROBOT_AGENTS =
      Set.of(
          "Robot",
          "Robot Mobile",
          "Special",
          "Testclient",
          "Hacker",
          "Cloud Application",
          "Unknown");

  private final Map<String, AgentKind> known =
      new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, AgentKind> eldest) {
          return size() > CACHE;
        }
      };

  /** The kind of a user agent. */
  public AgentKind of(@Nullable String userAgent) {
    if (userAgent == null || userAgent.isBlank() || userAgent.equals("-")) {
      return AgentKind.UNKNOWN;
    }
    AgentKind kind = known.get(userAgent);
    if (kind == null) {
      AgentKind quick = quick(userAgent);
      kind = quick == null ? Analyzer.of(userAgent) : quick;
      known.put(userAgent, kind);
    }
    return kind;
  }

  /** What needs no analysis; null where it does. */
  static @Nullable AgentKind quick(String userAgent) {
    String lower = userAgent.toLowerCase(Locale.ROOT).replace("cubot", "");
    for (String program : PROGRAMS) {
      if (lower.contains(program)) {
        return AgentKind.DECLARED_BOT;
      }
    }
    if (isProgramByForm(userAgent)) {
      return AgentKind.DECLARED_BOT;
    }
    return hasFormOfBrowser(userAgent) ? AgentKind.BROWSER : null;
  }

  private static boolean isProgramByForm(String agent) {
    boolean isOldBrowser = agent.contains("MSIE ") || agent.contains("Konqueror/");
    return BROWSERS.stream().noneMatch(agent::startsWith)
        || (agent.contains("compatible;") && !isOldBrowser);
  }

  private static boolean hasFormOfBrowser(String agent) {
    if (agent.contains("http:") || agent.contains("https:") || agent.indexOf('@') >= 0) {
      return false;
    }
    if (agent.startsWith("Mozilla/5.0 (")) {
      boolean isFirefox = agent.contains(" Gecko/") && agent.contains(" Firefox/");
      boolean isWebKit =
          agent.contains(" AppleWebKit/")
              && (agent.contains(" Safari/") || agent.contains(" Mobile/"));
      return agent.contains(" Trident/")
          || ((isFirefox || isWebKit) && namesOnlyBrowsers(agent, "Mozilla/5.0 ".length()));
    }
    return (agent.startsWith("Mozilla/4.0 (compatible; MSIE ") && agent.contains("Windows NT"))
        || agent.startsWith("Opera/9.80 (");
  }

  /** Whether each word outside of brackets is a version or a product that browsers name. */
  private static boolean namesOnlyBrowsers(String agent, int start) {
    int depth = 0;
    int word = -1;
    for (int i = start; i <= agent.length(); i++) {
      char c = i == agent.length() ? ' ' : agent.charAt(i);
      boolean isOpening = c == '(' || c == '[';
      if (isOpening || c == ' ') {
        if (word >= 0 && !isOfBrowser(agent.substring(word, i))) {
          return false;
        }
        word = -1;
        depth += isOpening ? 1 : 0;
      } else if (c == ')' || c == ']') {
        depth--;
        word = -1;
      } else if (depth == 0 && word < 0) {
        word = i;
      }
    }
    return true;
  }

  private static boolean isOfBrowser(String word) {
    int slash = word.indexOf('/');
    return Character.isDigit(word.charAt(0))
        || PRODUCTS.contains(slash < 0 ? word : word.substring(0, slash));
  }

  /** Yauaa, with the two fields that are needed. */
  private static final class Analyzer {
    private static final UserAgentAnalyzer YAUAA =
        UserAgentAnalyzer.newBuilder()
            .withField(UserAgent.DEVICE_CLASS)
            .withField(UserAgent.AGENT_CLASS)
            .dropTests()
            .hideMatcherLoadStats()
            .withoutCache()
            .build();

    static AgentKind of(String userAgent) {
      UserAgent parsed = YAUAA.parse(userAgent);
      if (ROBOT_DEVICES.contains(parsed.getValue(UserAgent.DEVICE_CLASS))
          || ROBOT_AGENTS.contains(parsed.getValue(UserAgent.AGENT_CLASS))) {
        return parsed.getValue(UserAgent.DEVICE_CLASS).equals("Unknown")
            ? AgentKind.UNKNOWN
            : AgentKind.DECLARED_BOT;
      }
      return AgentKind.BROWSER;
    }
  }
}
