package dev.earshot.pipelines.sources;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Which column of a CSV file feeds which field of the canonical format.
 *
 * @param kind what a row is
 * @param delimiter between two cells
 * @param constants value of a field for every row, by the field's path
 * @param columns name of the column that feeds a field, by the field's path
 * @param timestamps patterns of {@link java.time.format.DateTimeFormatter} with English names,
 *     tried in order after ISO 8601
 * @param unescapesHtml whether HTML entities in the text stand for characters
 * @param local how times without a zone and dates of numbers are meant
 * @param encoding name of the character encoding; a byte order mark is believed before it
 */
public record Mapping(
    RecordKind kind,
    char delimiter,
    Map<String, String> constants,
    Map<String, String> columns,
    List<String> timestamps,
    boolean unescapesHtml,
    LocalTimes local,
    String encoding)
    implements Serializable {

  /** Copies the collections. */
  public Mapping {
    constants = Map.copyOf(constants);
    columns = Map.copyOf(columns);
    timestamps = List.copyOf(timestamps);
  }

  /**
   * Reads a mapping file.
   *
   * @param yaml its text
   * @param name its name, for messages
   * @throws MappingException with every mistake, each with its line and key
   */
  public static Mapping parse(String yaml, String name) {
    return new MappingParser(name).parse(yaml);
  }

  /** This mapping for a file whose dates are known to be in that order. */
  Mapping withDayOrder(DayOrder order) {
    LocalTimes known = new LocalTimes(local.zone(), order);
    return new Mapping(
        kind, delimiter, constants, columns, timestamps, unescapesHtml, known, encoding);
  }

  /** The format that this mapping makes of a CSV file. */
  public Format format() {
    return kind == RecordKind.POSTS ? Format.POSTS_CSV : Format.MESSAGES_CSV;
  }

  static List<? extends RecordField> fields(RecordKind kind) {
    return kind == RecordKind.POSTS ? PostField.ALL : MessageField.ALL;
  }
}
