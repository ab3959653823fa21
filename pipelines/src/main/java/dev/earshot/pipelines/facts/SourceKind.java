package dev.earshot.pipelines.facts;

/** What input says of a brand, as far as the days that it covers are told apart. */
public enum SourceKind {
  /** Posts of others that name the brand or answer its account. */
  MENTIONS("mentions"),

  /** Posts of the brand that answer nobody. */
  OWN_POSTS("own_posts"),

  /** Direct messages from or to the brand. */
  MESSAGES("messages"),

  /** Requests of the brand's site. */
  WEB_LOGS("web_logs"),

  /** Lines of the brand's orders. */
  ORDERS("orders");

  private final String code;

  SourceKind(String code) {
    this.code = code;
  }

  /** What stands in tables. */
  public String code() {
    return code;
  }
}
