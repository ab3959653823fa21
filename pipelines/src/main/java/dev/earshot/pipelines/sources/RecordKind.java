package dev.earshot.pipelines.sources;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the records of a file are. */
public enum RecordKind {
  POSTS(false),
  MESSAGES(false),
  ORDERS(true),
  IDENTITIES(true);

  private final boolean isOfOneBrand;

  RecordKind(boolean isOfOneBrand) {
    this.isOfOneBrand = isOfOneBrand;
  }

  /** The name in mapping files, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a record belongs to a brand by whose shop or site it comes from, not by its content.
   */
  public boolean isOfOneBrand() {
    return isOfOneBrand;
  }

  /** All names, for messages. */
  static String codes() {
    return Arrays.stream(values()).map(RecordKind::code).collect(Collectors.joining(", "));
  }
}
