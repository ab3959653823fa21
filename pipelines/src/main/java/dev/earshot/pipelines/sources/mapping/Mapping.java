package dev.earshot.pipelines.sources.mapping;

import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.sources.fields.IdentityField;
import dev.earshot.pipelines.sources.fields.MessageField;
import dev.earshot.pipelines.sources.fields.OrderField;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.ProfileField;
import dev.earshot.pipelines.sources.fields.RecordField;
import dev.earshot.pipelines.sources.times.DayOrder;
import dev.earshot.pipelines.sources.times.LocalTimes;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Mapping file of a table: which column is which field, and how times are written.
 *
 * @param kind what a row is
 * @param layout how rows and cells are written
 * @param constants value of a field for every row, by the field's path
 * @param columns the columns that feed a field, by the field's path
 * @param values what values of cells stand for
 * @param carriedDown fields, by their paths, of which an empty cell has the value of the row above
 * @param timestamps patterns of {@link java.time.format.DateTimeFormatter} with English names,
 *     tried in order after ISO 8601
 * @param unescapesHtml whether HTML entities in the text stand for characters
 * @param local how times without a zone and dates of numbers are meant
 * @param encoding name of the character encoding; a byte order mark is believed before it
 * @param cancelledOrderPrefix how the ids of orders begin that are cancellations, or null
 * @param filters which rows are records
 */
public record Mapping(
    RecordKind kind,
    Layout layout,
    Map<String, String> constants,
    Map<String, FieldSource> columns,
    CellValues values,
    Set<String> carriedDown,
    List<String> timestamps,
    boolean unescapesHtml,
    LocalTimes local,
    String encoding,
    @Nullable String cancelledOrderPrefix,
    RowFilters filters)
    implements Serializable {

  /**
   * How rows and cells are written.
   *
   * @param delimiter between two cells, or null where the file tells
   * @param isPadded whether any number of delimiters separates two cells, and some may lead
   * @param hasHeader whether the first row names the columns
   * @param hasDecimalComma whether amounts are written as 1.234,50
   */
  public record Layout(
      @Nullable Character delimiter, boolean isPadded, boolean hasHeader, boolean hasDecimalComma)
      implements Serializable {}

  /** Copies the collections. */
  public Mapping {
    constants = Map.copyOf(constants);
    columns = Map.copyOf(columns);
    carriedDown = Set.copyOf(carriedDown);
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
  public Mapping withDayOrder(DayOrder order) {
    LocalTimes known = new LocalTimes(local.zone(), order);
    return new Mapping(
        kind,
        layout,
        constants,
        columns,
        values,
        carriedDown,
        timestamps,
        unescapesHtml,
        known,
        encoding,
        cancelledOrderPrefix,
        filters);
  }

  /** The format that this mapping makes of a CSV file. */
  public Format format() {
    return switch (kind) {
      case POSTS -> Format.POSTS_CSV;
      case MESSAGES -> Format.MESSAGES_CSV;
      case ORDERS -> Format.ORDERS_CSV;
      case IDENTITIES -> Format.IDENTITIES_CSV;
      case PROFILES -> Format.PROFILES_CSV;
      case WEB_LOGS -> throw new IllegalStateException("web logs have no mapping");
    };
  }

  /** Whether its rows name their brand. */
  public boolean namesBrand() {
    String field = OrderField.BRAND_ID.path();
    return columns.containsKey(field) || constants.containsKey(field);
  }

  /** All fields that a mapping of that kind may name. */
  public static List<? extends RecordField> fields(RecordKind kind) {
    return switch (kind) {
      case POSTS -> PostField.ALL;
      case MESSAGES -> MessageField.ALL;
      case ORDERS -> OrderField.ALL;
      case IDENTITIES -> IdentityField.ALL;
      case PROFILES -> ProfileField.ALL;
      case WEB_LOGS -> throw new IllegalStateException("web logs have no mapping");
    };
  }
}
