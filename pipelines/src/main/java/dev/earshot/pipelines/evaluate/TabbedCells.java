package dev.earshot.pipelines.evaluate;

import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.LineReader;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cells between tabs, records between line ends, quotes without a meaning. */
final class TabbedCells implements CellSource {
  private final ReadableByteChannel channel;
  private final LineReader lines;
  private final List<Integer> positions;
  private final List<String> cells = new ArrayList<>();
  private boolean isFirstWaiting;

  TabbedCells(ReadableByteChannel channel, List<String> columns) throws IOException {
    this.channel = channel;
    lines = new LineReader(channel, ByteRange.WHOLE, ReadLimits.DEFAULT.maxRecordBytes());
    boolean hasFirst = advance();
    Positions found = Positions.of(cells, columns);
    positions = found.columns();
    isFirstWaiting = hasFirst && !found.isHeader();
  }

  private boolean advance() throws IOException {
    boolean hasLine = lines.next();
    cells.clear();
    if (hasLine && !lines.isTooLong()) {
      int start = lines.offset();
      int end = start + lines.length();
      byte[] bytes = lines.buffer();
      int from = start;
      for (int i = start; i <= end; i++) {
        if (i == end || bytes[i] == '\t') {
          cells.add(new String(bytes, from, i - from, StandardCharsets.UTF_8));
          from = i + 1;
        }
      }
    }
    return hasLine;
  }

  @Override
  public boolean next() throws IOException {
    if (isFirstWaiting) {
      isFirstWaiting = false;
      return true;
    }
    return advance();
  }

  @Override
  public @Nullable String fault() {
    return lines.isTooLong() ? "is too long" : Positions.fault(positions, cells.size());
  }

  @Override
  public long line() {
    return lines.lineInRange() + 1;
  }

  @Override
  public String cell(int wanted) {
    return cells.get(positions.get(wanted));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
