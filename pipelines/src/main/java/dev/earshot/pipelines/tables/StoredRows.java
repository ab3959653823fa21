package dev.earshot.pipelines.tables;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a file that was written for a table, by this version or an earlier one: what
 * the file lacks is null. One row group is in memory.
 */
public final class StoredRows implements Iterator<StoredRow>, Closeable {
  private static final MethodHandle VALUE = valueHandle();

  private final TableSchema table;
  private final Set<String> wanted;
  private final @Nullable Integer folderDay;
  private final String name;
  private final ParquetFileReader reader;
  private final MessageType schema;
  private @Nullable RecordReader<Group> records;
  private long left;

  private StoredRows(
      TableSchema table,
      Set<String> wanted,
      @Nullable Integer folderDay,
      String name,
      ParquetFileReader reader) {
    this.table = table;
    this.wanted = wanted;
    this.folderDay = folderDay;
    this.name = name;
    this.reader = reader;
    MessageType whole = reader.getFileMetaData().getSchema();
    this.schema =
        new MessageType(
            whole.getName(),
            whole.getFields().stream().filter(field -> wanted.contains(field.getName())).toList());
    reader.setRequestedSchema(schema);
  }

  /**
   * Opens a file.
   *
   * @param folderDay the day that its folder says, for a file that does not
   * @param name what messages call it
   */
  public static StoredRows open(
      TableSchema table, InputFile file, @Nullable Integer folderDay, String name)
      throws IOException {
    Set<String> all =
        table.columns().stream().map(TableColumn::name).collect(Collectors.toUnmodifiableSet());
    return open(table, all, file, folderDay, name);
  }

  /**
   * Opens a file for the columns that it has, as {@link #written} names them: to write its rows
   * again as they are, whatever the table has today.
   */
  public static StoredRows openAsWritten(
      TableSchema table, InputFile file, @Nullable Integer folderDay, String name)
      throws IOException {
    ParquetReadOptions options = PageCodecs.readOptions().build();
    ParquetFileReader reader = ParquetFileReader.open(file, options);
    Set<String> wanted = new HashSet<>();
    reader.getFileMetaData().getSchema().getFields().forEach(field -> wanted.add(field.getName()));
    TableColumn day = table.isByMonth() ? table.partition() : null;
    if (day != null) {
      wanted.add(day.name());
    }
    return new StoredRows(table, wanted, folderDay, name, reader);
  }

  /**
   * Opens a file for some columns; the others are not read, and null.
   *
   * @param wanted their names
   */
  public static StoredRows open(
      TableSchema table,
      Set<String> wanted,
      InputFile file,
      @Nullable Integer folderDay,
      String name)
      throws IOException {
    ParquetReadOptions options = PageCodecs.readOptions().build();
    return new StoredRows(table, wanted, folderDay, name, ParquetFileReader.open(file, options));
  }

  /**
   * The table of these rows: the same columns, read from {@link StoredRow}. A day that only the
   * folder says is no part of a row.
   */
  public static TableSchema schema(TableSchema table) {
    return schema(table, column -> true);
  }

  /** The table of these rows, with the columns that the file has. */
  public TableSchema written() {
    return schema(table, column -> schema.containsField(column.name()));
  }

  private static TableSchema schema(TableSchema table, Predicate<TableColumn> isKept) {
    Map<String, TableColumn> stored = new HashMap<>();
    List<TableColumn> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      TableColumn column = table.columns().get(i);
      MethodHandle accessor = MethodHandles.insertArguments(VALUE, 1, i);
      stored.put(column.name(), column.readBy(accessor));
      if (isKept.test(column)) {
        columns.add(column.readBy(accessor));
      }
    }
    return table.readBy(columns, column -> stored.getOrDefault(column.name(), column));
  }

  private static MethodHandle valueHandle() {
    try {
      return MethodHandles.lookup()
          .findStatic(
              StoredRows.class,
              "value",
              MethodType.methodType(Object.class, Object.class, int.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("UnusedMethod") // By its handle.
  private static @Nullable Object value(Object row, int column) {
    return ((StoredRow) row).values().get(column);
  }

  @Override
  public boolean hasNext() {
    try {
      while (left == 0) {
        PageReadStore pages = reader.readNextRowGroup();
        if (pages == null) {
          return false;
        }
        left = pages.getRowCount();
        records =
            new ColumnIOFactory()
                .getColumnIO(schema)
                .getRecordReader(pages, new GroupRecordConverter(schema));
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public StoredRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    left--;
    Group group = Objects.requireNonNull(Objects.requireNonNull(records).read());
    List<@Nullable Object> values = new ArrayList<>(table.columns().size());
    for (TableColumn column : table.columns()) {
      values.add(valueOf(column, group));
    }
    return new StoredRow(values);
  }

  private @Nullable Object valueOf(TableColumn column, Group group) {
    if (!wanted.contains(column.name())) {
      return null;
    }
    if (!schema.containsField(column.name()) || group.getFieldRepetitionCount(column.name()) == 0) {
      if (column.equals(table.partition()) && folderDay != null) {
        return folderDay;
      }
      if (!column.isNullable()) {
        throw new UncheckedIOException(
            new IOException(
                name
                    + ": was written by a version without "
                    + table.name()
                    + "."
                    + column.name()
                    + "; run over the whole month"));
      }
      return null;
    }
    return switch (column.type()) {
      case STRING -> group.getString(column.name(), 0);
      case LONG, TIMESTAMP -> group.getLong(column.name(), 0);
      case INTEGER, DATE -> group.getInteger(column.name(), 0);
      case DOUBLE -> group.getDouble(column.name(), 0);
      case BOOLEAN -> group.getBoolean(column.name(), 0);
      case STRING_LIST -> list(group.getGroup(column.name(), 0));
    };
  }

  private static List<String> list(Group list) {
    List<String> elements = new ArrayList<>();
    for (int i = 0; i < list.getFieldRepetitionCount("list"); i++) {
      elements.add(list.getGroup("list", i).getString("element", 0));
    }
    return elements;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
