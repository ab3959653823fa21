package dev.earshot.models.domain;

import java.util.Locale;

/** The side of a customer's switch between brands on which a brand stands. */
public enum SwitchDirection {
  /** The customer leaves the brand, or has left it. */
  FROM,
  /** The customer comes to the brand, or thinks of it. */
  TO;

  /** The name in tables, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
