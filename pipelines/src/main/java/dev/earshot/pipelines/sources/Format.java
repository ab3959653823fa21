package dev.earshot.pipelines.sources;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The input formats, by the names that the command line uses. */
public enum Format {
  POSTS_JSONL("posts-jsonl", RecordKind.POSTS, false),
  MESSAGES_JSONL("messages-jsonl", RecordKind.MESSAGES, false),
  POSTS_CSV("posts-csv", RecordKind.POSTS, true),
  MESSAGES_CSV("messages-csv", RecordKind.MESSAGES, true),
  X_API_V2("x-api-v2", RecordKind.POSTS, false),
  X_API_V2_MESSAGES("x-api-v2-messages", RecordKind.MESSAGES, false),
  X_API_V1("x-api-v1", RecordKind.POSTS, false),
  X_API_V1_MESSAGES("x-api-v1-messages", RecordKind.MESSAGES, false),
  X_ARCHIVE("x-archive", RecordKind.POSTS, false),
  X_ARCHIVE_MESSAGES("x-archive-messages", RecordKind.MESSAGES, false);

  private final String code;
  private final RecordKind kind;
  private final boolean needsMapping;

  Format(String code, RecordKind kind, boolean needsMapping) {
    this.code = code;
    this.kind = kind;
    this.needsMapping = needsMapping;
  }

  /** The name on the command line. */
  public String code() {
    return code;
  }

  /** What the records are. */
  public RecordKind kind() {
    return kind;
  }

  /** Whether a mapping file must say which column is which field. */
  public boolean needsMapping() {
    return needsMapping;
  }

  /** Whether a plain file may be read in ranges: each of its lines is a record. */
  public boolean isSplittable() {
    return code.endsWith("-jsonl");
  }

  /** The format of that name. */
  public static Optional<Format> byCode(String code) {
    return Arrays.stream(values()).filter(format -> format.code.equals(code)).findFirst();
  }

  /** All names, for messages. */
  public static String codes() {
    return Arrays.stream(values()).map(Format::code).collect(Collectors.joining(", "));
  }
}
