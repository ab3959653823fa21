package dev.earshot.pipelines.sources.tabular;

import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.FileFaultException;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.bytes.Utf8Channel;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Source of a platform's own table with commas and a header, whose columns the platform knows; in
 * UTF-8, or in UTF-16 with its mark.
 */
public final class HeaderedCsv<T> implements Source<T> {
  /** Makes a record of a row. */
  @FunctionalInterface
  public interface RowReader<T> {
    /**
     * Reads a row that has as many cells as the header.
     *
     * @param names of the columns, without white space around
     */
    void read(List<String> names, CsvReader cells, RecordEmitter<T> records);
  }

  private final Format format;
  private final RowReader<T> row;
  private final Function<RecordSink<T>, RecordEmitter<T>> emitter;
  private final ReadLimits limits;

  private HeaderedCsv(
      Format format,
      RowReader<T> row,
      Function<RecordSink<T>, RecordEmitter<T>> emitter,
      ReadLimits limits) {
    this.format = format;
    this.row = row;
    this.emitter = emitter;
    this.limits = limits;
  }

  /** Reads posts. */
  public static HeaderedCsv<Post> posts(Format format, RowReader<Post> row, ReadLimits limits) {
    return new HeaderedCsv<>(format, row, sink -> RecordEmitter.posts(sink, limits), limits);
  }

  /** Reads messages. */
  public static HeaderedCsv<Message> messages(
      Format format, RowReader<Message> row, ReadLimits limits) {
    return new HeaderedCsv<>(format, row, sink -> RecordEmitter.messages(sink, limits), limits);
  }

  @Override
  public Format format() {
    return format;
  }

  @Override
  public long read(ReadableByteChannel channel, ByteRange range, RecordSink<T> sink)
      throws IOException {
    if (!range.equals(ByteRange.WHOLE)) {
      throw new IllegalArgumentException("CSV is read whole, not " + range);
    }
    ReadableByteChannel text = Utf8Channel.of(channel, StandardCharsets.UTF_8);
    CsvReader rows = new CsvReader(text, ',', false, limits.maxRecordBytes());
    RecordEmitter<T> records = emitter.apply(sink);
    try {
      if (rows.next()) {
        readRows(rows, records);
      }
    } catch (FileFaultException fault) {
      records.moveTo(rows.byteOffset(), rows.lineInRange());
      records.reject(fault.reason(), null, null);
    }
    return rows.lineFeeds();
  }

  private void readRows(CsvReader rows, RecordEmitter<T> records) throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < Math.min(rows.cellCount(), CsvCells.MAX_CELLS); i++) {
      names.add(rows.cell(i).strip());
    }
    while (rows.next()) {
      records.moveTo(rows.byteOffset(), rows.lineInRange());
      RejectionReason fault = fault(rows, names.size());
      if (fault == null) {
        row.read(names, rows, records);
      } else {
        records.reject(fault, null, rows.sha256());
      }
    }
  }

  /** The names of the columns that a header line has. */
  public static Set<String> columns(String header) {
    Set<String> names = new HashSet<>();
    for (String name : header.replace("\"", "").split(",", -1)) {
      names.add(name.strip());
    }
    return names;
  }

  /** A row by the names of its columns, without white space around. */
  public static Map<String, String> row(List<String> names, CsvReader cells) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      row.put(names.get(i), cells.cell(i).strip());
    }
    return row;
  }

  private static @Nullable RejectionReason fault(CsvReader rows, int width) {
    if (rows.fault() != null) {
      return rows.fault();
    }
    if (!rows.isValidUtf8()) {
      return RejectionReason.INVALID_ENCODING;
    }
    return rows.cellCount() == width ? null : RejectionReason.INVALID_CSV;
  }
}
