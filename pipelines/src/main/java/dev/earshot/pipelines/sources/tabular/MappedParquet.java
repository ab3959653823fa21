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
import dev.earshot.pipelines.sources.fields.RecordField;
import dev.earshot.pipelines.sources.mapping.Mapping;
import dev.earshot.pipelines.sources.times.DayOrder;
import dev.earshot.pipelines.sources.times.Timestamps;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
  private final RecordMaker<T> maker;

  private MappedParquet(Mapping mapping, ReadLimits limits, Format format, RecordMaker<T> maker) {
    this.mapping = mapping;
    this.limits = limits;
    this.format = format;
    this.cells =
        new CsvCellReader(
            new Timestamps(mapping.timestamps(), mapping.local()), mapping.unescapesHtml(), false);
    this.maker = maker;
  }

  /** Reads posts; the mapping must be of that kind. */
  public static MappedParquet<Post> posts(Mapping mapping, ReadLimits limits) {
    return new MappedParquet<>(mapping, limits, Format.POSTS_PARQUET, RecordMaker.posts(mapping));
  }

  /** Reads messages; the mapping must be of that kind. */
  public static MappedParquet<Message> messages(Mapping mapping, ReadLimits limits) {
    return new MappedParquet<>(
        mapping, limits, Format.MESSAGES_PARQUET, RecordMaker.messages(mapping));
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
      RowPlan plan = plan(rows).plan();
      boolean hasDates = plan != null && hasDates(rows, plan);
      DayOrder order = plan == null || !hasDates ? null : dayOrder(rows, plan);
      return order == null
          ? this
          : new MappedParquet<>(mapping.withDayOrder(order), limits, format, maker);
    } catch (DamagedParquetException damaged) {
      // Reading the file will report it.
      return this;
    }
  }

  private RowPlan.Outcome plan(ParquetRows rows) throws IOException {
    return RowPlan.of(mapping, (name, kind) -> rows.column(name, kind) != null);
  }

  private static boolean hasDates(ParquetRows rows, RowPlan plan) throws IOException {
    for (RowPlan.Want want : plan.wants()) {
      ParquetColumn column = rows.column(want.column(), want.kind());
      if (want.kind() == RecordField.Kind.TIMESTAMP && column != null && column.isString()) {
        return true;
      }
    }
    return false;
  }

  private @Nullable DayOrder dayOrder(ParquetRows rows, RowPlan plan) throws IOException {
    MappedRows<T> records = begin(rows, plan);
    while (rows.next()) {
      DayOrder order = records.dayOrder(cells(rows));
      if (order != null) {
        return order;
      }
    }
    return null;
  }

  /** Selects the columns. Rows of other ranges are not seen. */
  private MappedRows<T> begin(ParquetRows rows, RowPlan plan) throws IOException {
    List<ParquetColumn> columns = new ArrayList<>();
    for (RowPlan.Want want : plan.wants()) {
      columns.add(Objects.requireNonNull(rows.column(want.column(), want.kind())));
    }
    rows.select(columns);
    return new MappedRows<>(mapping, plan, limits, cells, maker, false);
  }

  private static MappedRows.Cells cells(ParquetRows rows) {
    return new MappedRows.Cells() {
      @Override
      public @Nullable String text(int cell) {
        ParquetCell value = rows.cell(cell);
        return value == null ? null : value.text();
      }

      @Override
      public @Nullable RejectionReason fault(int cell) {
        ParquetCell value = rows.cell(cell);
        return value == null ? null : value.fault();
      }
    };
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
    RowPlan.Outcome outcome = plan(rows);
    RowPlan plan = outcome.plan();
    if (plan == null) {
      RecordField missing = outcome.missing();
      String field = missing == null ? null : missing.path();
      sink.reject(rejection(RejectionReason.FILE_UNREADABLE, field, 0, 0, null));
      return 0;
    }
    MappedRows<T> records = begin(rows, plan);
    MappedRows.Cells row = cells(rows);
    try {
      while (rows.next()) {
        if (records.isRecord(row)) {
          read(rows, plan, records, sink);
        } else {
          sink.skip(SkipReason.OTHER);
        }
      }
    } catch (DamagedParquetException damaged) {
      sink.reject(rejection(RejectionReason.FILE_CORRUPT, null, rows.offset(), rows.row(), null));
    }
    return rows.row();
  }

  private void read(ParquetRows rows, RowPlan plan, MappedRows<T> records, RecordSink<T> sink) {
    MappedRows.Cells row = cells(rows);
    RecordField faulty = records.read(row);
    if (faulty == null) {
      sink.accept(records.record(), rows.offset());
      return;
    }
    StringBuilder all = new StringBuilder();
    for (RowPlan.Feed feed : plan.feeds()) {
      for (int cell : feed.cells()) {
        String text = row.text(cell);
        all.append(text == null ? "" : text).append('\0');
      }
    }
    byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
    String sha256 = RecordHash.of(bytes, bytes.length);
    sink.reject(rejection(records.fault(faulty), faulty.path(), rows.offset(), rows.row(), sha256));
  }

  private static Rejection rejection(
      RejectionReason reason, @Nullable String field, long at, long row, @Nullable String sha256) {
    return new Rejection(reason, field, at, row, sha256);
  }
}
