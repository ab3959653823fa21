package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.beam.WrittenFile;
import dev.earshot.pipelines.sources.bytes.ChannelInputFile;
import dev.earshot.pipelines.tables.RejectedRecordRow;
import dev.earshot.pipelines.tables.StoredRow;
import dev.earshot.pipelines.tables.StoredRows;
import dev.earshot.pipelines.tables.TableColumn;
import dev.earshot.pipelines.tables.TableSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.FileSystems;
import org.jspecify.annotations.Nullable;

/**
 * Why records were rejected, for a run that publishes no {@code rejected_records}: by reason and
 * field, of which there are few, however many records are bad.
 */
public final class RejectedReasons {
  private static final int SHOWN = 5;
  private static final TableSchema TABLE = TableSchema.of(RejectedRecordRow.class);

  private RejectedReasons() {}

  private record Reason(String reason, String field, String expected) {}

  /** How many, and where the first of them by name and line stands. */
  private record Found(long count, String source, long line) {
    static Found earlier(Found one, Found other) {
      boolean isFirst =
          Comparator.comparing(Found::source).thenComparingLong(Found::line).compare(one, other)
              <= 0;
      Found first = isFirst ? one : other;
      return new Found(one.count + other.count, first.source, first.line);
    }
  }

  /**
   * A line for each reason and field, the most frequent first, to put behind a message.
   *
   * @param staging the staging folder
   */
  public static String lines(String staging, RunSummary summary) throws IOException {
    Map<Reason, Found> reasons =
        new TreeMap<>(
            Comparator.comparing(Reason::reason)
                .thenComparing(Reason::field)
                .thenComparing(Reason::expected));
    for (WrittenFile file : summary.files()) {
      if (file.table().equals(TABLE.name())) {
        count(staging + "/" + file.path(), reasons);
      }
    }
    String lines =
        reasons.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.comparingLong(Found::count).reversed()))
            .limit(SHOWN)
            .map(entry -> "\n  " + line(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining());
    int more = reasons.size() - SHOWN;
    return lines
        + (more > 0 ? "\n  and " + more + (more == 1 ? " more reason" : " more reasons") : "");
  }

  private static void count(String location, Map<Reason, Found> reasons) throws IOException {
    SeekableByteChannel channel =
        (SeekableByteChannel) FileSystems.open(FileSystems.matchNewResource(location, false));
    try (StoredRows rows = StoredRows.open(TABLE, new ChannelInputFile(channel), null, location)) {
      while (rows.hasNext()) {
        StoredRow row = rows.next();
        Reason reason = new Reason(text(row, "reason"), text(row, "field"), text(row, "expected"));
        Found found =
            new Found(1, text(row, "source_name"), Long.parseLong(text(row, "line_number")));
        reasons.merge(reason, found, Found::earlier);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String text(StoredRow row, String name) {
    List<TableColumn> columns = TABLE.columns();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        @Nullable Object value = row.values().get(i);
        return value == null ? "" : value.toString();
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static String line(Reason reason, Found found) {
    return String.format(
        Locale.ROOT,
        "%s%s: %,d, first in %s line %,d; expected %s",
        reason.reason,
        reason.field.isEmpty() ? "" : " " + reason.field,
        found.count,
        found.source,
        found.line,
        reason.expected);
  }
}
