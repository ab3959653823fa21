package dev.earshot.models.domain;

import java.util.Locale;

/** What the writer of a text wants; several may hold at once. */
public enum Intent {
  COMPLIMENT,
  COMPLAINT,
  TECHNICAL_ISSUE,
  QUESTION,
  ORDER,
  SUGGESTION,
  CHURN_INTENT,
  PRICE,
  PRIVACY_CONCERN,
  RECOMMEND,
  WARN_OFF,
  THANKS,
  APOLOGY,
  SPAM;

  /** The name in tables, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
