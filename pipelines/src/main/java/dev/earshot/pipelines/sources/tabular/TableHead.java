package dev.earshot.pipelines.sources.tabular;

import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import dev.earshot.pipelines.sources.bytes.FileFaultException;
import dev.earshot.pipelines.sources.bytes.PrefixedChannel;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.bytes.Utf8Channel;
import dev.earshot.pipelines.sources.mapping.FieldSource;
import dev.earshot.pipelines.sources.mapping.Mapping;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the table begins in a file, and what separates its cells: told by the columns that the
 * mapping names, as tools put lines before their tables and separate cells in ways of their own.
 * Looked for in the first {@value #MAX_ROWS} rows and 64 KiB; where no row has all columns, the one
 * with most of them is the header.
 */
final class TableHead {
  private static final int MAX_ROWS = 100;
  private static final int MAX_BYTES = 64 << 10;
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  private final CsvReader rows;
  private final int rowsBefore;

  private TableHead(CsvReader rows, int rowsBefore) {
    this.rows = rows;
    this.rowsBefore = rowsBefore;
  }

  /** The reader, whose next row is the header or, in a file without one, the first. */
  CsvReader rows() {
    return rows;
  }

  /** How many rows stand before the header. */
  int rowsBefore() {
    return rowsBefore;
  }

  /** Looks at the beginning of a file and opens it there. */
  static TableHead open(Mapping mapping, ReadableByteChannel channel, ReadLimits limits)
      throws IOException {
    ReadableByteChannel utf8 = Utf8Channel.of(channel, Charset.forName(mapping.encoding()));
    byte[] bytes = new byte[MAX_BYTES];
    ByteBuffer start = ByteBuffer.wrap(bytes);
    FileFaultException fault = null;
    try {
      int count = 0;
      while (count >= 0 && start.hasRemaining()) {
        count = utf8.read(start);
      }
    } catch (FileFaultException found) {
      fault = found;
    }
    start.flip();
    Place place = place(mapping, bytes, start.limit(), limits);
    if (place.rowsBefore > 0) {
      start.position((int) place.offset);
    }
    ReadableByteChannel rest = fault == null ? utf8 : new FaultyChannel(fault);
    CsvReader rows =
        new CsvReader(
            PrefixedChannel.of(start, rest),
            place.delimiter,
            mapping.layout().isPadded(),
            limits.maxRecordBytes());
    if (place.rowsBefore > 0) {
      rows.startAt(place.offset, place.line);
    }
    return new TableHead(rows, place.rowsBefore);
  }

  /** Where a header may be. */
  private record Place(char delimiter, int rowsBefore, long offset, long line, int found) {}

  private static Place place(Mapping mapping, byte[] start, int length, ReadLimits limits)
      throws IOException {
    Character stated = mapping.layout().delimiter();
    char[] delimiters = stated == null ? DELIMITERS : new char[] {stated};
    Set<String> wanted = wanted(mapping);
    Place best = new Place(delimiters[0], 0, 0, 0, 0);
    for (char delimiter : delimiters) {
      Place place = place(mapping, start, length, delimiter, wanted, limits);
      best = place.found > best.found ? place : best;
    }
    return best;
  }

  private static Place place(
      Mapping mapping,
      byte[] start,
      int length,
      char delimiter,
      Set<String> wanted,
      ReadLimits limits)
      throws IOException {
    CsvReader rows =
        new CsvReader(
            new ByteArrayChannel(start, length),
            delimiter,
            mapping.layout().isPadded(),
            limits.maxRecordBytes());
    Place best = new Place(delimiter, 0, 0, 0, 0);
    int maxRows = mapping.layout().hasHeader() ? MAX_ROWS : 1;
    for (int row = 0; row < maxRows && best.found < wanted.size() && rows.next(); row++) {
      Set<String> found = new HashSet<>(isHeader(rows) ? names(mapping, rows) : List.of());
      found.retainAll(wanted);
      if (found.size() > best.found) {
        best = new Place(delimiter, row, rows.byteOffset(), rows.lineInRange(), found.size());
      }
    }
    return best;
  }

  /** The columns without which a file cannot be read. */
  private static Set<String> wanted(Mapping mapping) {
    Set<String> wanted = new HashSet<>(mapping.filters().columns());
    for (FieldSource source : mapping.columns().values()) {
      if (!source.isOptional()) {
        wanted.addAll(source.columns());
      }
    }
    return wanted;
  }

  static boolean isHeader(CsvReader rows) {
    return rows.fault() == null && !rows.hasTooManyCells() && rows.isValidUtf8();
  }

  static List<String> names(Mapping mapping, CsvReader first) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < first.cellCount(); i++) {
      names.add(mapping.layout().hasHeader() ? first.cell(i).strip() : Integer.toString(i + 1));
    }
    return names;
  }

  /** What is left of a file whose beginning ends in a fault. */
  private record FaultyChannel(FileFaultException fault) implements ReadableByteChannel {
    @Override
    public int read(@Nullable ByteBuffer target) throws IOException {
      throw fault;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
