package dev.earshot.pipelines.sources;

import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.Rejection;
import dev.earshot.models.domain.RejectionReason;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Parquet files whose columns a {@link Mapping} names; {@code user.id} is a column of a group. Only
 * these columns are read, one row group at a time, so memory follows the row group. A row group
 * belongs to the range in which its middle lies. A record's line is its row.
 */
public final class MappedParquet<T> implements Source<T> {
  private final Mapping mapping;
  private final Format format;
  private final CellReader cells;
  private final Consumer<Draft> complete;
  private final Function<Draft, T> finish;

  private MappedParquet(
      Mapping mapping, Format format, Consumer<Draft> complete, Function<Draft, T> finish) {
    this.mapping = mapping;
    this.format = format;
    this.cells =
        new CellReader(
            new Timestamps(mapping.timestamps(), mapping.local()), mapping.unescapesHtml());
    this.complete = complete;
    this.finish = finish;
  }

  /** Reads posts; the mapping must be of that kind. */
  public static MappedParquet<Post> posts(Mapping mapping) {
    return new MappedParquet<>(
        mapping, Format.POSTS_PARQUET, PostField::completeEngagement, PostField::post);
  }

  /** Reads messages; the mapping must be of that kind. */
  public static MappedParquet<Message> messages(Mapping mapping) {
    return new MappedParquet<>(
        mapping, Format.MESSAGES_PARQUET, draft -> {}, MessageField::message);
  }

  @Override
  public Format format() {
    return format;
  }

  @Override
  public long read(ReadableByteChannel channel, Range range, RecordSink<T> sink)
      throws IOException {
    if (!(channel instanceof SeekableByteChannel seekable)) {
      sink.reject(rejection(RejectionReason.FILE_UNREADABLE, null, 0, 0, null));
      return 0;
    }
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withRange(range.start(), range.end())
            .build();
    Rows rows = new Rows(sink);
    try (ParquetFileReader reader =
        ParquetFileReader.open(new ChannelInputFile(seekable), options)) {
      rows.readAll(reader);
    } catch (RuntimeException damaged) {
      // The library throws whatever a damaged file leads to; none of it is ours.
      sink.reject(rejection(RejectionReason.FILE_CORRUPT, null, rows.offset, rows.row, null));
    }
    return rows.row;
  }

  private static Rejection rejection(
      RejectionReason reason, @Nullable String field, long at, long row, @Nullable String sha256) {
    return new Rejection(reason, field, at, row, sha256);
  }

  /** A field and the column that feeds it. */
  private record Feed(RecordField field, ParquetColumn column) {}

  private final class Rows {
    private final RecordSink<T> sink;
    private final Draft draft = new Draft(Mapping.fields(mapping.kind()));
    private final List<Feed> feeds = new ArrayList<>();
    private long offset;
    private long row;

    Rows(RecordSink<T> sink) {
      this.sink = sink;
    }

    void readAll(ParquetFileReader reader) throws IOException {
      MessageType schema = reader.getFileMetaData().getSchema();
      for (RecordField field : Mapping.fields(mapping.kind())) {
        String name = mapping.columns().get(field.path());
        if (name != null) {
          ParquetColumn column = ParquetColumn.find(schema, name);
          if (column == null) {
            sink.reject(rejection(RejectionReason.FILE_UNREADABLE, field.path(), 0, 0, null));
            return;
          }
          feeds.add(new Feed(field, column));
        }
      }
      MessageType wanted =
          ParquetColumn.projection(schema, feeds.stream().map(Feed::column).toList());
      reader.setRequestedSchema(wanted);
      int group = 0;
      for (PageReadStore pages = reader.readNextRowGroup();
          pages != null;
          pages = reader.readNextRowGroup()) {
        offset = reader.getRowGroups().get(group++).getStartingPos();
        RecordReader<Group> records =
            new ColumnIOFactory()
                .getColumnIO(wanted, schema)
                .getRecordReader(pages, new GroupRecordConverter(wanted));
        for (long count = pages.getRowCount(); count > 0; count--) {
          read(records.read());
        }
      }
    }

    private void read(Group values) {
      draft.clear();
      for (Map.Entry<String, String> constant : mapping.constants().entrySet()) {
        Mapping.fields(mapping.kind()).stream()
            .filter(field -> field.path().equals(constant.getKey()))
            .forEach(field -> cells.read(draft, field, constant.getValue()));
      }
      StringBuilder all = new StringBuilder();
      for (Feed feed : feeds) {
        String text = feed.column().text(values);
        if (text != null) {
          cells.read(draft, feed.field(), text);
          all.append(text);
        }
        all.append('\0');
      }
      complete.accept(draft);
      RecordField faulty = draft.faultyField();
      if (faulty == null) {
        sink.accept(finish.apply(draft), offset++);
      } else {
        byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
        sink.reject(
            rejection(
                draft.fault(faulty),
                faulty.path(),
                offset++,
                row,
                RecordHash.of(bytes, bytes.length)));
      }
      row++;
    }
  }
}
