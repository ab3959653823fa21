package dev.earshot.pipelines.generate;

import org.jspecify.annotations.Nullable;

/**
 * How a visit of a site comes, with what the tables must say of it.
 *
 * @param weight how often, among all
 * @param medium of the visit
 * @param network of the visit, or null
 * @param evidence what tells so
 * @param isPaid whether an advertisement was clicked
 * @param referrer as the browser sends it, {@code -} without one
 * @param query of the first page, with its question mark, or empty
 */
record Arrival(
    int weight,
    String medium,
    @Nullable String network,
    String evidence,
    boolean isPaid,
    String referrer,
    String query) {
  static final Arrival DIRECT = none(30, "");

  /** The user agent of Instagram's own browser tells it. */
  static final Arrival IN_APP =
      new Arrival(3, "social", "instagram", "in_app_browser", false, "-", "");

  static final Arrival FORGED = referrer(0, "spam", null, "http://semalt.com/crawler.php?u=x");

  static final Arrival IMAGE_ELSEWHERE = referrer(0, "unknown", null, "https://forum.example/t/7");

  static final Arrival SEARCHED = referrer(14, "search", null, "https://www.google.com/");

  static final Arrival TWEETED = referrer(6, "social", "x", "https://t.co/Zk3x9");

  private static final Arrival[] ALL = {
    DIRECT,
    none(2, "?page=2&utm_source="),
    IN_APP,
    SEARCHED,
    TWEETED,
    referrer(3, "search", null, "https://duckduckgo.com/"),
    referrer(3, "search", null, "https://www.bing.com/search?q=tea+for+two"),
    referrer(5, "social", "facebook", "https://l.facebook.com/"),
    referrer(3, "social", "instagram", "https://www.instagram.com/"),
    referrer(2, "social", "reddit", "https://old.reddit.com/r/kettles/"),
    referrer(2, "social", "mastodon", "https://mastodon.social/"),
    referrer(2, "social", "bluesky", "https://bsky.app/"),
    referrer(1, "social", "linkedin", "https://lnkd.in/abc"),
    referrer(1, "social", "x", "android-app://com.twitter.android/"),
    referrer(3, "chatbot", null, "https://chatgpt.com/"),
    referrer(1, "chatbot", null, "https://www.perplexity.ai/"),
    referrer(2, "email", null, "https://mail.google.com/"),
    referrer(3, "unknown", null, "https://blog.example/a-fine-kettle"),
    utm(1, "chatbot", null, false, "utm_source=chatgpt.com"),
    utm(2, "social", "instagram", false, "utm_source=instagram&utm_medium=social"),
    utm(2, "social", "facebook", true, "utm_source=facebook&utm_medium=paid_social"),
    utm(4, "email", null, false, "utm_source=newsletter&utm_medium=email"),
    click(2, "social", "facebook", false, "fbclid=IwAR0123456789"),
    click(3, "paid", null, true, "gclid=Cj0KCQ0123456789"),
  };

  private static final int SUM = sum();

  private static int sum() {
    int sum = 0;
    for (Arrival arrival : ALL) {
      sum += arrival.weight;
    }
    return sum;
  }

  private static Arrival none(int weight, String query) {
    return new Arrival(weight, "direct", null, "none", false, "-", query);
  }

  private static Arrival referrer(
      int weight, String medium, @Nullable String network, String referrer) {
    return new Arrival(weight, medium, network, "referrer", false, referrer, "");
  }

  private static Arrival utm(
      int weight, String medium, @Nullable String network, boolean isPaid, String query) {
    return new Arrival(weight, medium, network, "utm_parameters", isPaid, "-", "?" + query);
  }

  private static Arrival click(
      int weight, String medium, @Nullable String network, boolean isPaid, String query) {
    return new Arrival(weight, medium, network, "click_id", isPaid, "-", "?" + query);
  }

  /** A later request of the site itself, from a page of it. */
  static Arrival internal(String page) {
    return referrer(0, "internal", null, page);
  }

  static Arrival pick(SeededRandom random) {
    int at = random.below(SUM);
    int index = 0;
    while (at >= ALL[index].weight) {
      at -= ALL[index].weight;
      index++;
    }
    return ALL[index];
  }
}
