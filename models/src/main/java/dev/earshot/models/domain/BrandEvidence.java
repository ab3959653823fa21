package dev.earshot.models.domain;

import java.util.Locale;

/** What shows that a post is about a brand, strongest first. */
public enum BrandEvidence {
  REPLY_TO_OWN_ACCOUNT,
  HANDLE,
  DOMAIN,
  HASHTAG,
  ALIAS;

  /** The name in tables, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
