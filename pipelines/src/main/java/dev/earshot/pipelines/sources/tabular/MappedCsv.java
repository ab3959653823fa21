package dev.earshot.pipelines.sources.tabular;

import dev.earshot.models.domain.IdentityLink;
import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.OrderLine;
import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.Rejection;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.FileFaultException;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.bytes.Utf8Channel;
import dev.earshot.pipelines.sources.fields.CsvCellReader;
import dev.earshot.pipelines.sources.fields.IdentityField;
import dev.earshot.pipelines.sources.fields.MessageField;
import dev.earshot.pipelines.sources.fields.OrderField;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.RecordField;
import dev.earshot.pipelines.sources.mapping.Mapping;
import dev.earshot.pipelines.sources.times.DayOrder;
import dev.earshot.pipelines.sources.times.NumericDate;
import dev.earshot.pipelines.sources.times.Timestamps;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Source of CSV files whose columns a {@link Mapping} names. A file without one of the mapped
 * columns, or with one of them twice, is unreadable: one rejection that names the field.
 */
public final class MappedCsv<T> implements Source<T> {
  private final Mapping mapping;
  private final ReadLimits limits;
  private final CsvCellReader cells;
  private final Consumer<RecordDraft> complete;
  private final Function<RecordDraft, T> finish;

  private MappedCsv(
      Mapping mapping,
      ReadLimits limits,
      Consumer<RecordDraft> complete,
      Function<RecordDraft, T> finish) {
    this.mapping = mapping;
    this.limits = limits;
    this.cells =
        new CsvCellReader(
            new Timestamps(mapping.timestamps(), mapping.local()),
            mapping.unescapesHtml(),
            mapping.layout().hasDecimalComma());
    this.complete = complete;
    this.finish = finish;
  }

  /** Reads posts; the mapping must be of that kind. */
  public static MappedCsv<Post> posts(Mapping mapping, ReadLimits limits) {
    requireKind(mapping, RecordKind.POSTS);
    return new MappedCsv<>(mapping, limits, PostField::completeEngagement, PostField::post);
  }

  /** Reads messages; the mapping must be of that kind. */
  public static MappedCsv<Message> messages(Mapping mapping, ReadLimits limits) {
    requireKind(mapping, RecordKind.MESSAGES);
    return new MappedCsv<>(mapping, limits, draft -> {}, MessageField::message);
  }

  /**
   * Reads order lines; the mapping must be of that kind.
   *
   * @param brandId the brand of rows that name none, or null where each must
   */
  public static MappedCsv<OrderLine> orders(
      Mapping mapping, ReadLimits limits, @Nullable String brandId) {
    requireKind(mapping, RecordKind.ORDERS);
    return new MappedCsv<>(
        mapping,
        limits,
        draft -> OrderField.complete(draft, brandId, mapping.cancelledOrderPrefix()),
        OrderField::line);
  }

  /**
   * Reads links between customers and accounts; the mapping must be of that kind.
   *
   * @param brandId the brand of rows that name none, or null where each must
   */
  public static MappedCsv<IdentityLink> identities(
      Mapping mapping, ReadLimits limits, @Nullable String brandId) {
    requireKind(mapping, RecordKind.IDENTITIES);
    return new MappedCsv<>(
        mapping,
        limits,
        draft -> IdentityField.completeBrand(draft, IdentityField.BRAND_ID, brandId),
        IdentityField::link);
  }

  private static void requireKind(Mapping mapping, RecordKind kind) {
    if (mapping.kind() != kind) {
      throw new IllegalArgumentException(
          "expected a mapping of " + kind.code() + ", not of " + mapping.kind().code());
    }
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
    CsvReader rows = rows(channel);
    List<Feed> feeds = new ArrayList<>();
    try {
      boolean hasHeader = rows.next() && isHeader(rows) && feeds(rows, feeds) == null;
      int width = rows.cellCount();
      NumericDate date = new NumericDate();
      while (hasHeader && rows.next()) {
        if (rowFault(rows, width) == null) {
          DayOrder order = evidence(rows, feeds, date);
          if (order != null) {
            return new MappedCsv<>(mapping.withDayOrder(order), limits, complete, finish);
          }
        }
      }
    } catch (FileFaultException fault) {
      // Reading the file will report it.
      return this;
    }
    return this;
  }

  private static @Nullable DayOrder evidence(CsvReader rows, List<Feed> feeds, NumericDate date) {
    DayOrder order = null;
    for (Feed feed : feeds) {
      boolean isDate =
          feed.field().kind() == RecordField.Kind.TIMESTAMP
              && date.scan(rows.cell(feed.column()), 0);
      order = order == null && isDate ? date.evidence() : order;
    }
    return order;
  }

  private CsvReader rows(ReadableByteChannel channel) {
    return rows(mapping, channel, limits);
  }

  static CsvReader rows(Mapping mapping, ReadableByteChannel channel, ReadLimits limits) {
    ReadableByteChannel utf8 = Utf8Channel.of(channel, Charset.forName(mapping.encoding()));
    Mapping.Layout layout = mapping.layout();
    return new CsvReader(utf8, layout.delimiter(), layout.isPadded(), limits.maxRecordBytes());
  }

  static boolean isHeader(CsvReader rows) {
    return rows.fault() == null && !rows.hasTooManyCells() && rows.isValidUtf8();
  }

  @Override
  public long read(ReadableByteChannel channel, ByteRange range, RecordSink<T> sink)
      throws IOException {
    if (!range.equals(ByteRange.WHOLE)) {
      throw new IllegalArgumentException("CSV is read whole, not " + range);
    }
    CsvReader rows = rows(channel);
    DayOrder order = mapping.local().dayOrder();
    if (order != null) {
      sink.dayOrder(order);
    }
    try {
      if (rows.next()) {
        readRows(rows, sink);
      }
    } catch (FileFaultException fault) {
      sink.reject(new Rejection(fault.reason(), null, rows.byteOffset(), rows.lineInRange(), null));
    }
    return rows.lineFeeds();
  }

  /** A field and the column that feeds it. */
  private record Feed(RecordField field, int column) {}

  /** A column whose cell may say that its row is no record. */
  private record Filter(String name, int column) {}

  private void readRows(CsvReader rows, RecordSink<T> sink) throws IOException {
    List<Feed> feeds = new ArrayList<>();
    boolean isHeader = isHeader(rows);
    RecordField missing = isHeader ? feeds(rows, feeds) : null;
    List<Filter> filters = new ArrayList<>();
    if (!isHeader || missing != null || !filters(rows, filters)) {
      String field = missing == null ? null : missing.path();
      sink.reject(rejection(rows, RejectionReason.FILE_UNREADABLE, field, null));
      return;
    }
    int width = rows.cellCount();
    RecordDraft draft = new RecordDraft(Mapping.fields(mapping.kind()), limits.latestMicros());
    OrderRows order = new OrderRows();
    boolean hasRow = !mapping.layout().hasHeader() || rows.next();
    for (; hasRow; hasRow = rows.next()) {
      RejectionReason reason = rowFault(rows, width);
      if (reason == null && filters.stream().anyMatch(filter -> isSkipped(rows, filter))) {
        sink.skip(SkipReason.OTHER);
      } else if (reason == null) {
        readRow(rows, feeds, order, draft, sink);
      } else {
        sink.reject(rejection(rows, reason, null, rows.sha256()));
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

  private boolean isSkipped(CsvReader rows, Filter filter) {
    return mapping.skipped().hold(filter.name(), rows.cell(filter.column()));
  }

  static List<String> names(Mapping mapping, CsvReader first) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < first.cellCount(); i++) {
      names.add(mapping.layout().hasHeader() ? first.cell(i).strip() : Integer.toString(i + 1));
    }
    return names;
  }

  /** Finds the columns that say which rows are no records; whether all are there. */
  private boolean filters(CsvReader first, List<Filter> filters) {
    List<String> names = names(mapping, first);
    for (String name : mapping.skipped().values().keySet().stream().sorted().toList()) {
      filters.add(new Filter(name, names.indexOf(name)));
    }
    return filters.stream().allMatch(filter -> filter.column() >= 0);
  }

  /** Finds the column of each mapped field; the first field without exactly one, or null. */
  private @Nullable RecordField feeds(CsvReader first, List<Feed> feeds) {
    List<String> names = names(mapping, first);
    for (RecordField field : Mapping.fields(mapping.kind())) {
      String column = mapping.columns().get(field.path());
      if (column != null) {
        int index = names.indexOf(column);
        if (index < 0 || index != names.lastIndexOf(column)) {
          return field;
        }
        feeds.add(new Feed(field, index));
      }
    }
    return null;
  }

  private void readRow(
      CsvReader rows, List<Feed> feeds, OrderRows order, RecordDraft draft, RecordSink<T> sink) {
    draft.clear();
    order.begin(
        feeds.stream()
            .filter(feed -> feed.field() == OrderField.ORDER_ID)
            .map(feed -> rows.cell(feed.column()).strip())
            .findFirst()
            .orElse(null));
    for (RecordField field : Mapping.fields(mapping.kind())) {
      String constant = mapping.constants().get(field.path());
      if (constant != null) {
        cells.read(draft, field, constant);
      }
    }
    for (Feed feed : feeds) {
      cells.read(draft, feed.field(), order.cell(feed.field(), rows.cell(feed.column())));
    }
    complete.accept(draft);
    RecordField faulty = draft.faultyField();
    if (faulty == null) {
      sink.accept(finish.apply(draft), rows.byteOffset());
    } else {
      sink.reject(rejection(rows, draft.fault(faulty), faulty.path(), rows.sha256()));
    }
  }
}
