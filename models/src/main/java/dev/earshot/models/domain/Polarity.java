package dev.earshot.models.domain;

import java.util.Locale;

/** The three classes of sentiment. */
public enum Polarity {
  NEGATIVE,
  NEUTRAL,
  POSITIVE;

  /** The name in tables, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
