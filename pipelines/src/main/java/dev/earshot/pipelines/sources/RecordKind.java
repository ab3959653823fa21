package dev.earshot.pipelines.sources;

import java.util.Locale;

/** What the records of a file are. */
public enum RecordKind {
  POSTS,
  MESSAGES;

  /** The name in mapping files, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
