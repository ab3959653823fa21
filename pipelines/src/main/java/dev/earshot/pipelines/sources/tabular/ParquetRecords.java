package dev.earshot.pipelines.sources.tabular;

import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.fields.RecordField;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/**
 * The rows of a Parquet file whose columns are nested, each as its values by path, in lower case
 * with dots, as {@code canonical.FlatJson} has those of a JSON object: of a list the first value
 * counts, and a list of groups with {@code key} and {@code value} gives one path for each key.
 */
public final class ParquetRecords implements Closeable {
  private final ParquetRows rows;
  private final Map<String, String> values = new HashMap<>();

  private ParquetRecords(ParquetRows rows) {
    this.rows = rows;
  }

  /**
   * Opens the row groups whose middle lies in a range.
   *
   * @throws DamagedParquetException if it is no Parquet file
   */
  public static ParquetRecords open(SeekableByteChannel channel, ByteRange range)
      throws IOException {
    return new ParquetRecords(ParquetRows.open(channel, range));
  }

  /** Says which outermost fields are read, of those that there are, before the first row. */
  public void select(List<String> fields) throws IOException {
    rows.selectFields(fields);
  }

  /** Whether the file has an outermost field of that name. */
  public boolean has(String field) throws IOException {
    return rows.hasField(field);
  }

  /**
   * Reads the next row; false if there is none.
   *
   * @throws DamagedParquetException if the file cannot be decoded
   */
  public boolean next() throws IOException {
    values.clear();
    return rows.next(group -> flatten(group, "", values));
  }

  /** The row's values; used again for the next. */
  public Map<String, String> values() {
    return values;
  }

  /** Where the row group begins, plus the row's number in it: unique and rising. */
  public long offset() {
    return rows.offset();
  }

  /** The number of the row in the range, from zero; behind the last one, how many there were. */
  public long row() {
    return rows.row();
  }

  private static void flatten(Group group, String path, Map<String, String> values) {
    GroupType type = group.getType();
    for (Type field : type.getFields()) {
      String name = field.getName();
      int count = group.getFieldRepetitionCount(name);
      if (count == 0) {
        continue;
      }
      String inner = path.isEmpty() ? lower(name) : path + '.' + lower(name);
      if (field.isPrimitive()) {
        ParquetCell cell =
            ParquetValue.of(field.asPrimitiveType(), RecordField.Kind.TEXT).read(group, name);
        if (cell != null && cell.fault() == null) {
          values.putIfAbsent(inner, cell.text());
        }
      } else if (field.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation) {
        list(group.getGroup(name, 0), inner, values);
      } else {
        for (int i = 0; i < count; i++) {
          entry(group.getGroup(name, i), inner, values);
        }
      }
    }
  }

  /** A list is a group with one repeated field, a group with the element or the element itself. */
  private static void list(Group list, String path, Map<String, String> values) {
    Type repeated = list.getType().getType(0);
    for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
      if (repeated.isPrimitive()) {
        continue;
      }
      Group item = list.getGroup(0, i);
      GroupType type = item.getType();
      boolean isAround = type.getFieldCount() == 1 && !type.getType(0).isPrimitive();
      if (isAround && item.getFieldRepetitionCount(0) == 0) {
        continue;
      }
      entry(isAround ? item.getGroup(0, 0) : item, path, values);
    }
  }

  private static void entry(Group entry, String path, Map<String, String> values) {
    Map<String, String> inner = new HashMap<>();
    flatten(entry, "", inner);
    String key = inner.remove("key");
    String prefix = key == null ? path : path + '.' + lower(key);
    inner.forEach(
        (name, text) ->
            values.putIfAbsent(
                key != null && name.startsWith("value") ? prefix : prefix + '.' + name, text));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
