package dev.earshot.pipelines.sources;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Kind of the records of a file, which decides the step that reads them. */
public enum RecordKind {
  POSTS(false),
  MESSAGES(false),
  ORDERS(true),
  IDENTITIES(true),
  PROFILES(false),
  WEB_LOGS(true);

  private final boolean isOfOneBrand;

  RecordKind(boolean isOfOneBrand) {
    this.isOfOneBrand = isOfOneBrand;
  }

  /** The name in mapping files and of the option, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Whether a record belongs to a brand by whose shop or site it comes from, not by its content.
   */
  public boolean isOfOneBrand() {
    return isOfOneBrand;
  }

  /** The names that mapping files may have, for messages: web logs need no mapping. */
  public static String codes() {
    return Arrays.stream(values())
        .filter(kind -> kind != WEB_LOGS)
        .map(RecordKind::code)
        .collect(Collectors.joining(", "));
  }
}
