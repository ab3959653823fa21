package dev.earshot.pipelines.sources.tabular;

import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.FileFaultException;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Source of a platform's own table with commas and a header, whose columns the platform knows. */
public final class HeaderedCsv implements Source<Post> {
  /** Makes a record of a row. */
  @FunctionalInterface
  public interface RowReader {
    /**
     * Reads a row that has as many cells as the header.
     *
     * @param names of the columns, without white space around
     */
    void read(List<String> names, CsvReader cells, RecordEmitter<Post> records);
  }

  private final Format format;
  private final RowReader row;
  private final ReadLimits limits;

  public HeaderedCsv(Format format, RowReader row, ReadLimits limits) {
    this.format = format;
    this.row = row;
    this.limits = limits;
  }

  @Override
  public Format format() {
    return format;
  }

  @Override
  public long read(ReadableByteChannel channel, ByteRange range, RecordSink<Post> sink)
      throws IOException {
    if (!range.equals(ByteRange.WHOLE)) {
      throw new IllegalArgumentException("CSV is read whole, not " + range);
    }
    CsvReader rows = new CsvReader(channel, ',', false, limits.maxRecordBytes());
    RecordEmitter<Post> records = RecordEmitter.posts(sink, limits);
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

  private void readRows(CsvReader rows, RecordEmitter<Post> records) throws IOException {
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
