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
          "postman");
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
    return hasFormOfBrowser(userAgent) ? AgentKind.BROWSER : null;
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
      return isFirefox || isWebKit || agent.contains(" Trident/");
    }
    return (agent.startsWith("Mozilla/4.0 (compatible; MSIE ") && agent.contains("Windows NT"))
        || agent.startsWith("Opera/9.80 (");
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
