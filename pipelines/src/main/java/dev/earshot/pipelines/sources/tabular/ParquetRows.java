package dev.earshot.pipelines.sources.tabular;

import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ChannelInputFile;
import dev.earshot.pipelines.sources.fields.RecordField;
import dev.earshot.pipelines.tables.PageCodecs;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * The rows of some columns of a Parquet file, values as texts. The chunks of these columns in one
 * row group are in memory, compressed, and a page of each decoded: so the library reads. It throws
 * whatever a damaged file leads to, which is caught here, around its calls and nothing else.
 */
final class ParquetRows implements Closeable {
  private final ChannelInputFile file;
  private final ParquetFileReader reader;
  private final MessageType schema;
  private final List<ParquetColumn> columns = new ArrayList<>();
  private final List<@Nullable ParquetCell> cells = new ArrayList<>();
  private MessageType wanted;
  private @Nullable RecordReader<Group> records;
  private long rowsLeft;
  private int groups;
  private long offset;
  private long row = -1;

  private ParquetRows(ChannelInputFile file, ParquetFileReader reader) throws IOException {
    this.file = file;
    this.reader = reader;
    this.schema = library(file, () -> reader.getFileMetaData().getSchema());
    this.wanted = schema;
  }

  /**
   * Opens the row groups whose middle lies in a range.
   *
   * @throws DamagedParquetException if it is no Parquet file
   */
  static ParquetRows open(SeekableByteChannel channel, ByteRange range) throws IOException {
    ParquetReadOptions options =
        PageCodecs.readOptions().withRange(range.start(), range.end()).build();
    try {
      return open(channel, options);
    } catch (DamagedParquetException unreadable) {
      SeekableByteChannel readable = ParquetFooter.withKnownTypes(channel);
      if (readable == null) {
        throw unreadable;
      }
      return open(readable, options);
    }
  }

  private static ParquetRows open(SeekableByteChannel channel, ParquetReadOptions options)
      throws IOException {
    ChannelInputFile file = new ChannelInputFile(channel);
    return new ParquetRows(file, library(file, () -> ParquetFileReader.open(file, options)));
  }

  private interface LibraryCall<V> {
    V call() throws IOException;
  }

  private static <V> V library(ChannelInputFile file, LibraryCall<V> call) throws IOException {
    try {
      return call.call();
    } catch (IOException | RuntimeException damaged) {
      IOException failure = file.failure();
      throw failure == null ? new DamagedParquetException(damaged) : failure;
    }
  }

  private <V> V library(LibraryCall<V> call) throws IOException {
    return library(file, call);
  }

  /** The paths of all columns. */
  List<String> columnNames() throws IOException {
    return library(() -> schema.getPaths().stream().map(path -> String.join(".", path)).toList());
  }

  /** The column of that name, which feeds a field of that kind; null if the file has none. */
  @Nullable ParquetColumn column(String name, RecordField.Kind kind) throws IOException {
    return library(() -> Optional.ofNullable(ParquetColumn.find(schema, name, kind))).orElse(null);
  }

  /** Says which columns are read, before the first row. */
  void select(List<ParquetColumn> selected) throws IOException {
    columns.addAll(selected);
    wanted = library(() -> ParquetColumn.projection(schema, selected));
    reader.setRequestedSchema(wanted);
  }

  /** Says that the outermost fields of these names are read whole, of those that there are. */
  void selectFields(List<String> names) throws IOException {
    wanted =
        library(
            () ->
                new MessageType(
                    schema.getName(),
                    schema.getFields().stream()
                        .filter(field -> names.contains(field.getName()))
                        .toList()));
    reader.setRequestedSchema(wanted);
  }

  /** Whether there is an outermost field of that name. */
  boolean hasField(String name) throws IOException {
    return library(() -> schema.containsField(name));
  }

  /** Reads the next row; false if there is none. */
  boolean next() throws IOException {
    return next(values -> {});
  }

  /** Reads the next row and gives it away; false if there is none. */
  boolean next(Consumer<Group> taker) throws IOException {
    row++;
    offset++;
    while (rowsLeft == 0) {
      if (!nextGroup()) {
        return false;
      }
    }
    rowsLeft--;
    cells.clear();
    library(() -> read(records == null ? null : records.read(), taker));
    return true;
  }

  private boolean nextGroup() throws IOException {
    Optional<PageReadStore> next = library(() -> Optional.ofNullable(reader.readNextRowGroup()));
    if (next.isEmpty()) {
      return false;
    }
    PageReadStore pages = next.get();
    rowsLeft = pages.getRowCount();
    offset = reader.getRowGroups().get(groups++).getStartingPos();
    records =
        library(
            () ->
                new ColumnIOFactory()
                    .getColumnIO(wanted, schema)
                    .getRecordReader(pages, new GroupRecordConverter(wanted)));
    return true;
  }

  private List<@Nullable ParquetCell> read(@Nullable Group values, Consumer<Group> taker) {
    if (values != null) {
      taker.accept(values);
    }
    for (ParquetColumn column : columns) {
      cells.add(values == null ? null : column.cell(values));
    }
    return cells;
  }

  /** The value of a selected column in the row; null if it is null. */
  @Nullable ParquetCell cell(int column) {
    return cells.get(column);
  }

  /** Where the row group begins, plus the row's number in it: unique and rising. */
  long offset() {
    return offset;
  }

  /** The number of the row in the range, from zero; behind the last one, how many there were. */
  long row() {
    return Math.max(0, row);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
