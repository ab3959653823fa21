package dev.earshot.models.referrals;

import java.util.Locale;

/** What tells where a visit came from, strongest first. */
public enum ReferralEvidence {
  UTM_PARAMETERS,
  CLICK_ID,
  REFERRER,
  IN_APP_BROWSER,
  NONE;

  /** The name in tables, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
