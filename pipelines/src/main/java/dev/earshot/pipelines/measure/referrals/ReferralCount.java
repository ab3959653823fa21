package dev.earshot.pipelines.measure.referrals;

/** What is counted for {@code brand_referrals_daily}; credits are in thousandths of an order. */
public enum ReferralCount {
  HIT,
  HUMAN,
  SOCIAL,
  PAID_SOCIAL,
  RETURNING_SOCIAL,
  SEARCH,
  CHATBOT,
  EMAIL,
  PAID,
  INTERNAL,
  UNKNOWN,
  DIRECT,
  NO_PAGE,
  BOT,
  BOT_HIT,
  DECLARED,
  UNKNOWN_AGENT,
  ROBOTS_TXT,
  FORM_SPAM,
  SCANNER,
  RATE,
  NO_ASSETS,
  REFERRER_SPAM,
  DARK_LINK,
  /** Visits without a sign of their origin in the 24 hours after a link was posted. */
  DARK_AFTER,
  /** The same over the 7 days before. */
  DARK_BEFORE,
  ATTRIBUTED,
  FIRST_TOUCH,
  LAST_TOUCH,
  LINEAR,
  POSITION_BASED,
  EXPOSED,
  ASSIST,
  MIRROR,
  /** Pairs of visits of one person. */
  PAIR,
  /** Over these pairs, how many of the two came so. */
  SOCIAL_MIXED,
  /** Pairs of which both came so. */
  SOCIAL_BOTH,
  SEARCH_MIXED,
  SEARCH_BOTH,
  CHATBOT_MIXED,
  CHATBOT_BOTH,
  EMAIL_MIXED,
  EMAIL_BOTH,
  DIRECT_MIXED,
  DIRECT_BOTH;

  /** The count of pairs for a rate, such as {@code SOCIAL}. */
  ReferralCount mixed() {
    return valueOf(name() + "_MIXED");
  }

  /** The count of equal pairs for a rate. */
  ReferralCount both() {
    return valueOf(name() + "_BOTH");
  }
}
