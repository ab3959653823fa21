package dev.earshot.models.visits;

/** What a user agent says about itself. */
public enum AgentKind {
  /** A browser, or an app's. */
  BROWSER,
  /** A program that says so. */
  DECLARED_BOT,
  /** None, or one that no browser has. */
  UNKNOWN
}
