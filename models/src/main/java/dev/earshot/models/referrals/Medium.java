package dev.earshot.models.referrals;

import java.util.Locale;

/**
 * How a visitor came, in the words of Snowplow's referer-parser, with {@link #DIRECT} for visits
 * that give no sign and {@link #SPAM} for forged referrers.
 */
public enum Medium {
  SOCIAL,
  SEARCH,
  CHATBOT,
  EMAIL,
  PAID,
  INTERNAL,
  UNKNOWN,
  DIRECT,
  SPAM;

  /** The name in tables, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
