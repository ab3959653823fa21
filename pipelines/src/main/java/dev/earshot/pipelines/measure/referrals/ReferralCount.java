package dev.earshot.pipelines.measure.referrals;

import dev.earshot.models.attribution.TouchCredits;
import dev.earshot.models.referrals.Medium;
import dev.earshot.models.visits.BotReason;

/**
 * What is counted for {@code brand_referrals_daily}; credits are in parts of an order, as {@link
 * TouchCredits} has them.
 */
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

  /** The visits of people that came so. */
  static ReferralCount of(Medium medium) {
    return switch (medium) {
      case SOCIAL -> SOCIAL;
      case SEARCH -> SEARCH;
      case CHATBOT -> CHATBOT;
      case EMAIL -> EMAIL;
      case PAID -> PAID;
      case INTERNAL -> INTERNAL;
      case UNKNOWN -> UNKNOWN;
      case DIRECT -> DIRECT;
      case SPAM -> throw new IllegalArgumentException("no person's visit has a forged referrer");
    };
  }

  /** The visits of programs that were told so. */
  static ReferralCount of(BotReason reason) {
    return switch (reason) {
      case DECLARED -> DECLARED;
      case UNKNOWN_AGENT -> UNKNOWN_AGENT;
      case ROBOTS_TXT -> ROBOTS_TXT;
      case FORM_SPAM -> FORM_SPAM;
      case SCANNER -> SCANNER;
      case RATE -> RATE;
      case NO_ASSETS -> NO_ASSETS;
      case REFERRER_SPAM -> REFERRER_SPAM;
    };
  }

  /** The credits by a rule. */
  static ReferralCount of(TouchCredits rule) {
    return switch (rule) {
      case FIRST_TOUCH -> FIRST_TOUCH;
      case LAST_TOUCH -> LAST_TOUCH;
      case LINEAR -> LINEAR;
      case POSITION_BASED -> POSITION_BASED;
    };
  }

  /** The count of pairs for a rate, such as {@code SOCIAL}. */
  ReferralCount mixed() {
    return switch (this) {
      case SOCIAL -> SOCIAL_MIXED;
      case SEARCH -> SEARCH_MIXED;
      case CHATBOT -> CHATBOT_MIXED;
      case EMAIL -> EMAIL_MIXED;
      case DIRECT -> DIRECT_MIXED;
      default -> throw new IllegalStateException(this + " is no rate");
    };
  }

  /** The count of equal pairs for a rate. */
  ReferralCount both() {
    return switch (this) {
      case SOCIAL -> SOCIAL_BOTH;
      case SEARCH -> SEARCH_BOTH;
      case CHATBOT -> CHATBOT_BOTH;
      case EMAIL -> EMAIL_BOTH;
      case DIRECT -> DIRECT_BOTH;
      default -> throw new IllegalStateException(this + " is no rate");
    };
  }
}
