package dev.earshot.models.visits;

import java.util.Locale;

/** Why a visitor is taken for a program; of several reasons the first of this list is given. */
public enum BotReason {
  /** The user agent says so. */
  DECLARED,
  /** No user agent, or one that no browser has. */
  UNKNOWN_AGENT,
  /** Asked for robots.txt. */
  ROBOTS_TXT,
  /** Sent forms without ever fetching what a page needs. */
  FORM_SPAM,
  /** Mostly asked for what does not exist. */
  SCANNER,
  /** Opened pages faster than people do. */
  RATE,
  /** Opened pages and never fetched a style, script or image of them. */
  NO_ASSETS,
  /** Came with the referrer of a site that forges referrers. */
  REFERRER_SPAM;

  /** The name in tables, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it was told by what the visitor did, not by the user agent. */
  public boolean isBehaviour() {
    return this != DECLARED && this != UNKNOWN_AGENT;
  }
}
