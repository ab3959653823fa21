package dev.earshot.models.referrals;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells where a visit came from. The strongest evidence decides alone: utm parameters of the
 * landing page, then a click id, then the referrer, then an in-app browser's user agent. Media and
 * sources follow Snowplow's referer-parser; the lists are in {@code artifacts/referrers}. Safe for
 * use by several threads.
 *
 * <pre>{@code
 * Referrals.shipped().classify("/", "https://l.facebook.com/", null, Set.of("example.org"));
 * }</pre>
 */
public final class Referrals {
  private static final Set<String> NO_REFERRER =
      Set.of("", "-", "null", "(null)", "undefined", "about:blank", "(direct)", "(none)");
  private static final int MAX_SOURCE_LENGTH = 64;

  /** The network of a campaign on social media whose source is none that is known. */
  private static final String UNKNOWN_NETWORK = "unknown";

  private static final String META_SOURCE = "Facebook";
  private static final Set<String> META_SIBLINGS = Set.of("Instagram", "Threads", "Messenger");

  /** What Meta's advertisements put the network's name in place of. */
  private static final String META_MACRO = "site_source_name";

  private final ReferrerLists lists;
  private final Set<String> listed;

  private Referrals(ReferrerLists lists) {
    this.lists = lists;
    this.listed = lists.sources();
  }

  /** By the lists that are shipped; read when it is first asked for. */
  public static Referrals shipped() {
    return Shipped.INSTANCE;
  }

  /** Read once per process. */
  private static final class Shipped {
    static final Referrals INSTANCE = new Referrals(ReferrerLists.shipped());
  }

  /**
   * Where a visit came from.
   *
   * @param target what its first request asked for: path and query, or a whole address
   * @param referrer as the browser sent it; null, empty or {@code -} without one
   * @param userAgent as the browser sent it, or null
   * @param ownDomains hosts of the site itself, lower case; hosts below count too
   */
  public Referral classify(
      String target,
      @Nullable String referrer,
      @Nullable String userAgent,
      Collection<String> ownDomains) {
    Referral referral = ofLanding(WebAddress.ofTarget(target));
    if (referral != null
        && referral.evidence() == ReferralEvidence.CLICK_ID
        && isOfMeta(referral)) {
      referral = sibling(referral, referrer, userAgent, ownDomains);
    }
    if (referral == null) {
      referral = ofReferrer(referrer, ownDomains);
    }
    if (referral == null) {
      referral = ofUserAgent(userAgent);
    }
    return referral == null ? Referral.DIRECT : referral;
  }

  private static boolean isOfMeta(Referral referral) {
    return META_SOURCE.equals(referral.source());
  }

  /** All networks of Meta add the same click id; which it was the referrer or the app may tell. */
  private Referral sibling(
      Referral clicked,
      @Nullable String referrer,
      @Nullable String userAgent,
      Collection<String> ownDomains) {
    Referral told = ofReferrer(referrer, ownDomains);
    if (told == null || told.source() == null || !META_SIBLINGS.contains(told.source())) {
      told = ofUserAgent(userAgent);
    }
    return told != null && told.source() != null && META_SIBLINGS.contains(told.source())
        ? told
        : clicked;
  }

  private @Nullable Referral ofLanding(WebAddress landing) {
    if (landing.query().isEmpty()) {
      return null;
    }
    Map<String, String> utm = new HashMap<>();
    ReferrerSite[] clicked = new ReferrerSite[1];
    boolean[] isPaid = new boolean[1];
    landing.forEachParameter(
        (name, value) -> {
          if (!value.isEmpty() && name.startsWith("utm_")) {
            utm.putIfAbsent(name, WebAddress.decode(value).strip().toLowerCase(Locale.ROOT));
          } else if (!value.isEmpty() && clicked[0] == null) {
            clicked[0] = lists.clickIds().get(name);
            isPaid[0] = lists.paidClickIds().contains(name);
          }
          return true;
        });
    String source = utm.getOrDefault("utm_source", "");
    String medium = utm.getOrDefault("utm_medium", "");
    ReferrerSite site = clicked[0];
    if (isTemplate(source)) {
      boolean isOfMeta = source.contains(META_MACRO);
      source =
          site != null && site.medium() == Medium.SOCIAL
              ? site.source().toLowerCase(Locale.ROOT)
              : isOfMeta ? META_SOURCE.toLowerCase(Locale.ROOT) : "";
    }
    medium = isTemplate(medium) ? "" : medium;
    if (!source.isEmpty() || !medium.isEmpty()) {
      return ofCampaign(source, medium);
    }
    return site == null
        ? null
        : of(site, null, isPaid[0] || site.medium() == Medium.PAID, ReferralEvidence.CLICK_ID);
  }

  /** Whether a source is one of the lists rather than what a visit said of itself. */
  public boolean lists(String source) {
    return listed.contains(source);
  }

  /** Whether a text is what an advertising tool should have filled in. */
  private static boolean isTemplate(String text) {
    return (text.startsWith("{") && text.endsWith("}"))
        || (text.startsWith("[") && text.endsWith("]"))
        || (text.startsWith("__") && text.endsWith("__") && text.length() > 4);
  }

  /** As Google Analytics groups campaigns: what was paid for, then by source, then by medium. */
  private Referral ofCampaign(String utmSource, String utmMedium) {
    ReferrerSite site = lists.utmSources().get(utmSource);
    if (site == null && utmSource.indexOf('.') > 0) {
      site = lists.sites().find(WebAddress.of(utmSource));
    }
    boolean isPaid =
        utmMedium.startsWith("paid")
            || utmMedium.equals("ppc")
            || utmMedium.contains("cpc")
            || utmMedium.contains("cpm")
            || utmMedium.contains("cpa")
            || utmMedium.equals("display")
            || utmMedium.equals("banner")
            || utmMedium.equals("ads")
            || utmMedium.equals("retargeting");
    Medium medium = mediumOf(utmMedium);
    if (medium == Medium.UNKNOWN && site != null) {
      medium = site.medium();
    }
    boolean isSocial = medium == Medium.SOCIAL || (site != null && site.medium() == Medium.SOCIAL);
    if (isPaid) {
      medium = isSocial || utmMedium.contains("social") ? Medium.SOCIAL : Medium.PAID;
    }
    String name = site != null ? site.source() : plainName(utmSource);
    return new Referral(
        medium,
        name,
        medium == Medium.SOCIAL ? campaignNetwork(site, utmSource) : null,
        null,
        isPaid,
        ReferralEvidence.UTM_PARAMETERS);
  }

  /** Whoever writes a link writes its source: it names a network only where one is known by it. */
  private @Nullable String campaignNetwork(@Nullable ReferrerSite site, String utmSource) {
    if (site != null) {
      return network(site.source());
    }
    return utmSource.isEmpty() ? null : UNKNOWN_NETWORK;
  }

  private static Medium mediumOf(String utmMedium) {
    return switch (utmMedium) {
      case "social",
          "social-network",
          "social-media",
          "social_media",
          "social network",
          "social media",
          "socialmedia",
          "sm",
          "organic_social",
          "organic-social" ->
          Medium.SOCIAL;
      case "email", "e-mail", "e_mail", "mail", "newsletter" -> Medium.EMAIL;
      case "organic", "seo" -> Medium.SEARCH;
      case "chatbot", "ai", "llm" -> Medium.CHATBOT;
      default -> Medium.UNKNOWN;
    };
  }

  /** Short names only: a utm_source may hold anything, an address of a person too. */
  private static @Nullable String plainName(String text) {
    boolean isPlain =
        !text.isEmpty()
            && text.length() <= MAX_SOURCE_LENGTH
            && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || " ._-".indexOf(c) >= 0);
    return isPlain ? text : null;
  }

  private @Nullable Referral ofReferrer(@Nullable String referrer, Collection<String> ownDomains) {
    if (referrer == null || NO_REFERRER.contains(referrer.strip())) {
      return null;
    }
    WebAddress address = WebAddress.of(referrer.strip());
    if (!isHost(address.host())) {
      return null;
    }
    String host = address.host();
    if (ownDomains.stream().anyMatch(own -> isBelow(host, own))) {
      return unlisted(Medium.INTERNAL, null);
    }
    if (isSpam(host)) {
      return unlisted(Medium.SPAM, address.domain());
    }
    ReferrerSite site = lists.sites().find(address);
    if (site != null) {
      String term = term(site, address);
      return site.needsTerm() && term == null
          ? unlisted(Medium.UNKNOWN, address.domain())
          : of(site, term, site.medium() == Medium.PAID, ReferralEvidence.REFERRER);
    }
    String software = softwareOf(host);
    return software == null
        ? unlisted(Medium.UNKNOWN, address.domain())
        : new Referral(
            Medium.SOCIAL, software, network(software), null, false, ReferralEvidence.REFERRER);
  }

  private static boolean isHost(String host) {
    return host.chars().allMatch(c -> Character.isLetterOrDigit(c) || ".-_:[]".indexOf(c) >= 0)
        && !host.isEmpty();
  }

  private boolean isSpam(String host) {
    String above = host;
    while (!above.isEmpty()) {
      if (lists.spamHosts().contains(above)) {
        return true;
      }
      int dot = above.indexOf('.');
      above = dot < 0 ? "" : above.substring(dot + 1);
    }
    return lists.spamWords().stream().anyMatch(host::contains);
  }

  private static @Nullable String term(ReferrerSite site, WebAddress address) {
    for (String name : site.termParameters()) {
      String term = address.parameter(name);
      if (term != null) {
        return term;
      }
    }
    return null;
  }

  private @Nullable String softwareOf(String host) {
    for (Map.Entry<String, String> word : lists.hostWords().entrySet()) {
      if (host.startsWith(word.getKey()) || host.contains("." + word.getKey())) {
        return word.getValue();
      }
    }
    return null;
  }

  private @Nullable Referral ofUserAgent(@Nullable String userAgent) {
    if (userAgent == null) {
      return null;
    }
    for (Map.Entry<String, String> sign : lists.userAgents().entrySet()) {
      if (userAgent.contains(sign.getKey())) {
        return of(
            new ReferrerSite(Medium.SOCIAL, sign.getValue(), List.of(), false),
            null,
            false,
            ReferralEvidence.IN_APP_BROWSER);
      }
    }
    return null;
  }

  private Referral of(
      ReferrerSite site, @Nullable String term, boolean isPaid, ReferralEvidence evidence) {
    String network = site.medium() == Medium.SOCIAL ? network(site.source()) : null;
    return new Referral(site.medium(), site.source(), network, term, isPaid, evidence);
  }

  private static Referral unlisted(Medium medium, @Nullable String source) {
    return new Referral(medium, source, null, null, false, ReferralEvidence.REFERRER);
  }

  private @Nullable String network(@Nullable String source) {
    return source == null
        ? null
        : lists.networks().getOrDefault(source, source.toLowerCase(Locale.ROOT));
  }

  private static boolean isBelow(String host, String domain) {
    return host.equals(domain) || host.endsWith("." + domain);
  }
}
