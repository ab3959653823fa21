package dev.earshot.pipelines.sources.tabular;

import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.Rejection;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.bytes.RecordHash;
import dev.earshot.pipelines.sources.fields.CsvCellReader;
import dev.earshot.pipelines.sources.fields.MessageField;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.RecordField;
import dev.earshot.pipelines.sources.mapping.Mapping;
import dev.earshot.pipelines.sources.times.DayOrder;
import dev.earshot.pipelines.sources.times.NumericDate;
import dev.earshot.pipelines.sources.times.Timestamps;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Source of Parquet files whose columns a {@link Mapping} names; {@code user.id} is a column of a
 * group. Only these columns are read, one row group at a time; see {@link ParquetRows}. A row group
 * belongs to the range in which its middle lies. A record's line is its row.
 */
public final class MappedParquet<T> implements Source<T> {
  private final Mapping mapping;
  private final ReadLimits limits;
  private final Format format;
  private final CsvCellReader cells;
  private final Consumer<RecordDraft> complete;
  private final Function<RecordDraft, T> finish;

  private MappedParquet(
      Mapping mapping,
      ReadLimits limits,
      Format format,
      Consumer<RecordDraft> complete,
      Function<RecordDraft, T> finish) {
    this.mapping = mapping;
    this.limits = limits;
    this.format = format;
    this.cells =
        new CsvCellReader(
            new Timestamps(mapping.timestamps(), mapping.local()), mapping.unescapesHtml(), false);
    this.complete = complete;
    this.finish = finish;
  }

  /** Reads posts; the mapping must be of that kind. */
  public static MappedParquet<Post> posts(Mapping mapping, ReadLimits limits) {
    return new MappedParquet<>(
        mapping, limits, Format.POSTS_PARQUET, PostField::completeEngagement, PostField::post);
  }

  /** Reads messages; the mapping must be of that kind. */
  public static MappedParquet<Message> messages(Mapping mapping, ReadLimits limits) {
    return new MappedParquet<>(
        mapping, limits, Format.MESSAGES_PARQUET, draft -> {}, MessageField::message);
  }

  @Override
  public Format format() {
    return format;
  }

  /** As for CSV: dates of numbers may stand in strings. */
  @Override
  public boolean needsSurvey() {
    return mapping.local().zone() != null && mapping.local().dayOrder() == null;
  }

  @Override
  public MappedParquet<T> surveyed(ReadableByteChannel channel) throws IOException {
    if (!(channel instanceof SeekableByteChannel seekable)) {
      return this;
    }
    try (ParquetRows rows = ParquetRows.open(seekable, ByteRange.WHOLE)) {
      List<ParquetColumn> dates = new ArrayList<>();
      for (RecordField field : Mapping.fields(mapping.kind())) {
        String name = mapping.columns().get(field.path());
        ParquetColumn column = name == null ? null : rows.column(name, field.kind());
        if (column != null && column.isString() && field.kind() == RecordField.Kind.TIMESTAMP) {
          dates.add(column);
        }
      }
      DayOrder order = dates.isEmpty() ? null : dayOrder(rows, dates);
      return order == null
          ? this
          : new MappedParquet<>(mapping.withDayOrder(order), limits, format, complete, finish);
    } catch (DamagedParquetException damaged) {
      // Reading the file will report it.
      return this;
    }
  }

  private static @Nullable DayOrder dayOrder(ParquetRows rows, List<ParquetColumn> dates)
      throws IOException {
    NumericDate date = new NumericDate();
    rows.select(dates);
    while (rows.next()) {
      for (int i = 0; i < dates.size(); i++) {
        ParquetCell cell = rows.cell(i);
        if (cell != null && date.scan(cell.text(), 0) && date.evidence() != null) {
          return date.evidence();
        }
      }
    }
    return null;
  }

  @Override
  public long read(ReadableByteChannel channel, ByteRange range, RecordSink<T> sink)
      throws IOException {
    if (!(channel instanceof SeekableByteChannel seekable)) {
      sink.reject(rejection(RejectionReason.FILE_UNREADABLE, null, 0, 0, null));
      return 0;
    }
    DayOrder order = mapping.local().dayOrder();
    if (order != null) {
      sink.dayOrder(order);
    }
    try (ParquetRows rows = ParquetRows.open(seekable, range)) {
      return readAll(rows, sink);
    } catch (DamagedParquetException damaged) {
      sink.reject(rejection(RejectionReason.FILE_CORRUPT, null, 0, 0, null));
      return 0;
    }
  }

  private long readAll(ParquetRows rows, RecordSink<T> sink) throws IOException {
    List<RecordField> fields = new ArrayList<>();
    List<ParquetColumn> columns = new ArrayList<>();
    for (RecordField field : Mapping.fields(mapping.kind())) {
      String name = mapping.columns().get(field.path());
      if (name != null) {
        ParquetColumn column = rows.column(name, field.kind());
        if (column == null) {
          sink.reject(rejection(RejectionReason.FILE_UNREADABLE, field.path(), 0, 0, null));
          return 0;
        }
        fields.add(field);
        columns.add(column);
      }
    }
    List<String> filters = mapping.skipped().values().keySet().stream().sorted().toList();
    for (String name : filters) {
      ParquetColumn column = rows.column(name, RecordField.Kind.TEXT);
      if (column == null) {
        sink.reject(rejection(RejectionReason.FILE_UNREADABLE, null, 0, 0, null));
        return 0;
      }
      columns.add(column);
    }
    rows.select(columns);
    RecordDraft draft = new RecordDraft(Mapping.fields(mapping.kind()), limits.latestMicros());
    try {
      while (rows.next()) {
        if (isSkipped(rows, fields.size(), filters)) {
          sink.skip(SkipReason.OTHER);
        } else {
          read(rows, fields, draft, sink);
        }
      }
    } catch (DamagedParquetException damaged) {
      sink.reject(rejection(RejectionReason.FILE_CORRUPT, null, rows.offset(), rows.row(), null));
    }
    return rows.row();
  }

  /** Whether one of the cells behind the fields says that the row is no record. */
  private boolean isSkipped(ParquetRows rows, int first, List<String> filters) {
    for (int i = 0; i < filters.size(); i++) {
      ParquetCell cell = rows.cell(first + i);
      if (cell != null && mapping.skipped().hold(filters.get(i), cell.text())) {
        return true;
      }
    }
    return false;
  }

  private void read(
      ParquetRows rows, List<RecordField> fields, RecordDraft draft, RecordSink<T> sink) {
    draft.clear();
    for (Map.Entry<String, String> constant : mapping.constants().entrySet()) {
      Mapping.fields(mapping.kind()).stream()
          .filter(field -> field.path().equals(constant.getKey()))
          .forEach(field -> cells.read(draft, field, constant.getValue()));
    }
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < fields.size(); i++) {
      ParquetCell cell = rows.cell(i);
      if (cell != null) {
        set(draft, fields.get(i), cell);
        all.append(cell.text());
      }
      all.append('\0');
    }
    complete.accept(draft);
    RecordField faulty = draft.faultyField();
    if (faulty == null) {
      sink.accept(finish.apply(draft), rows.offset());
    } else {
      byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
      String sha256 = RecordHash.of(bytes, bytes.length);
      RejectionReason reason = draft.fault(faulty);
      sink.reject(rejection(reason, faulty.path(), rows.offset(), rows.row(), sha256));
    }
  }

  private void set(RecordDraft draft, RecordField field, ParquetCell cell) {
    RejectionReason fault = cell.fault();
    if (fault == null) {
      cells.read(draft, field, cell.text());
    } else {
      draft.fail(field, fault);
    }
  }

  private static Rejection rejection(
      RejectionReason reason, @Nullable String field, long at, long row, @Nullable String sha256) {
    return new Rejection(reason, field, at, row, sha256);
  }
}
