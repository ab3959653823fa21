package dev.earshot.pipelines.sources.tabular;

import dev.earshot.models.domain.AccountProfile;
import dev.earshot.models.domain.IdentityLink;
import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.OrderLine;
import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.Rejection;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.FileFaultException;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.fields.CsvCellReader;
import dev.earshot.pipelines.sources.fields.RecordField;
import dev.earshot.pipelines.sources.mapping.Mapping;
import dev.earshot.pipelines.sources.times.DayOrder;
import dev.earshot.pipelines.sources.times.Timestamps;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Source of CSV files whose columns a {@link Mapping} names. A file without one of the mapped
 * columns, or with one of them twice, is unreadable: one rejection that names the field.
 */
public final class MappedCsv<T> implements Source<T> {
  private final Mapping mapping;
  private final ReadLimits limits;
  private final CsvCellReader cells;
  private final RecordMaker<T> maker;

  private MappedCsv(Mapping mapping, ReadLimits limits, RecordMaker<T> maker) {
    this.mapping = mapping;
    this.limits = limits;
    this.cells =
        new CsvCellReader(
            new Timestamps(mapping.timestamps(), mapping.local()),
            mapping.unescapesHtml(),
            mapping.layout().hasDecimalComma());
    this.maker = maker;
  }

  /** Reads posts; the mapping must be of that kind. */
  public static MappedCsv<Post> posts(Mapping mapping, ReadLimits limits) {
    return new MappedCsv<>(mapping, limits, RecordMaker.posts(mapping));
  }

  /** Reads messages; the mapping must be of that kind. */
  public static MappedCsv<Message> messages(Mapping mapping, ReadLimits limits) {
    return new MappedCsv<>(mapping, limits, RecordMaker.messages(mapping));
  }

  /**
   * Reads order lines; the mapping must be of that kind.
   *
   * @param brandId the brand of rows that name none, or null where each must
   */
  public static MappedCsv<OrderLine> orders(
      Mapping mapping, ReadLimits limits, @Nullable String brandId) {
    return new MappedCsv<>(mapping, limits, RecordMaker.orders(mapping, brandId));
  }

  /**
   * Reads links between customers and accounts; the mapping must be of that kind.
   *
   * @param brandId the brand of rows that name none, or null where each must
   */
  public static MappedCsv<IdentityLink> identities(
      Mapping mapping, ReadLimits limits, @Nullable String brandId) {
    return new MappedCsv<>(mapping, limits, RecordMaker.identities(mapping, brandId));
  }

  /** Reads profiles of accounts; the mapping must be of that kind. */
  public static MappedCsv<AccountProfile> profiles(Mapping mapping, ReadLimits limits) {
    return new MappedCsv<>(mapping, limits, RecordMaker.profiles(mapping));
  }

  @Override
  public Format format() {
    return mapping.format();
  }

  /** Dates of numbers are looked for where a zone makes them moments, and no order is stated. */
  @Override
  public boolean needsSurvey() {
    return mapping.local().zone() != null && mapping.local().dayOrder() == null;
  }

  /** Looks for the first date that tells whether the day or the month comes first. */
  @Override
  public MappedCsv<T> surveyed(ReadableByteChannel channel) throws IOException {
    try {
      CsvReader rows = TableHead.open(mapping, channel, limits).rows();
      Table<T> table = rows.next() ? table(rows) : null;
      DayOrder order = table == null || table.rows == null ? null : dayOrder(rows, table);
      return order == null ? this : new MappedCsv<>(mapping.withDayOrder(order), limits, maker);
    } catch (FileFaultException fault) {
      // Reading the file will report it.
      return this;
    }
  }

  private static @Nullable DayOrder dayOrder(CsvReader rows, Table<?> table) throws IOException {
    while (rows.next()) {
      if (rowFault(rows, table.width) == null && table.rows != null) {
        DayOrder order = table.rows.dayOrder(table.cells(rows));
        if (order != null) {
          return order;
        }
      }
    }
    return null;
  }

  /** What is known of a table by its first row. */
  private static final class Table<T> {
    private final int width;
    private final int[] columns;
    private final @Nullable MappedRows<T> rows;
    private final @Nullable RecordField missing;

    Table(int width, int[] columns, @Nullable MappedRows<T> rows, @Nullable RecordField missing) {
      this.width = width;
      this.columns = columns;
      this.rows = rows;
      this.missing = missing;
    }

    MappedRows.Cells cells(CsvReader reader) {
      return new MappedRows.Cells() {
        @Override
        public String text(int cell) {
          return reader.cell(columns[cell]);
        }

        @Override
        public @Nullable RejectionReason fault(int cell) {
          return null;
        }
      };
    }
  }

  /** Finds the columns by the first row; a table without rows where that cannot be. */
  private Table<T> table(CsvReader first) throws IOException {
    if (!TableHead.isHeader(first)) {
      return new Table<>(0, new int[0], null, null);
    }
    List<String> names = TableHead.names(mapping, first);
    RowPlan.Outcome outcome =
        RowPlan.of(
            mapping,
            (name, kind) -> names.contains(name) && names.indexOf(name) == names.lastIndexOf(name));
    RowPlan plan = outcome.plan();
    if (plan == null) {
      return new Table<>(names.size(), new int[0], null, outcome.missing());
    }
    int[] columns = plan.wants().stream().mapToInt(want -> names.indexOf(want.column())).toArray();
    return new Table<>(
        names.size(), columns, new MappedRows<>(mapping, plan, limits, cells, maker, true), null);
  }

  @Override
  public long read(ReadableByteChannel channel, ByteRange range, RecordSink<T> sink)
      throws IOException {
    if (!range.equals(ByteRange.WHOLE)) {
      throw new IllegalArgumentException("CSV is read whole, not " + range);
    }
    TableHead head = TableHead.open(mapping, channel, limits);
    DayOrder order = mapping.local().dayOrder();
    if (order != null) {
      sink.dayOrder(order);
    }
    for (int i = 0; i < head.rowsBefore(); i++) {
      sink.skip(SkipReason.OTHER);
    }
    CsvReader rows = head.rows();
    try {
      if (rows.next()) {
        readRows(rows, table(rows), sink);
      }
    } catch (FileFaultException fault) {
      sink.reject(new Rejection(fault.reason(), null, rows.byteOffset(), rows.lineInRange(), null));
    }
    return rows.lineFeeds();
  }

  private void readRows(CsvReader rows, Table<T> table, RecordSink<T> sink) throws IOException {
    MappedRows<T> records = table.rows;
    if (records == null) {
      String field = table.missing == null ? null : table.missing.path();
      sink.reject(rejection(rows, RejectionReason.FILE_UNREADABLE, field, null));
      return;
    }
    MappedRows.Cells row = table.cells(rows);
    boolean hasRow = !mapping.layout().hasHeader() || rows.next();
    for (; hasRow; hasRow = rows.next()) {
      RejectionReason reason = rowFault(rows, table.width);
      if (reason != null) {
        sink.reject(rejection(rows, reason, null, rows.sha256()));
      } else if (!records.isRecord(row)) {
        sink.skip(SkipReason.OTHER);
      } else {
        RecordField faulty = records.read(row);
        if (faulty == null) {
          sink.accept(records.record(), rows.byteOffset());
        } else {
          sink.reject(rejection(rows, records.fault(faulty), faulty.path(), rows.sha256()));
        }
      }
    }
  }

  private static Rejection rejection(
      CsvReader rows, RejectionReason reason, @Nullable String field, @Nullable String sha256) {
    return new Rejection(reason, field, rows.byteOffset(), rows.lineInRange(), sha256);
  }

  private static @Nullable RejectionReason rowFault(CsvReader rows, int width) {
    if (rows.fault() != null) {
      return rows.fault();
    }
    if (!rows.isValidUtf8()) {
      return RejectionReason.INVALID_ENCODING;
    }
    return rows.cellCount() == width ? null : RejectionReason.INVALID_CSV;
  }
}
