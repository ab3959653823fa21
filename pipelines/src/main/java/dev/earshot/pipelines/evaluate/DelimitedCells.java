package dev.earshot.pipelines.evaluate;

import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.tabular.CsvReader;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV, RFC 4180; a row may be shorter or longer than the header if the wanted cells are there. */
final class DelimitedCells implements CellSource {
  private final ReadableByteChannel channel;
  private final CsvReader rows;
  private final List<Integer> positions;
  private boolean isFirstWaiting;

  DelimitedCells(ReadableByteChannel channel, char delimiter, List<String> columns)
      throws IOException {
    this.channel = channel;
    rows = new CsvReader(channel, delimiter, false, ReadLimits.DEFAULT.maxRecordBytes());
    List<String> first = new ArrayList<>();
    boolean hasFirst = rows.next();
    for (int i = 0; hasFirst && rows.fault() == null && i < rows.cellCount(); i++) {
      first.add(rows.cell(i));
    }
    Positions found = Positions.of(first, columns);
    positions = found.columns();
    isFirstWaiting = hasFirst && !found.isHeader();
  }

  @Override
  public boolean next() throws IOException {
    if (isFirstWaiting) {
      isFirstWaiting = false;
      return true;
    }
    return rows.next();
  }

  @Override
  public @Nullable String fault() {
    if (rows.fault() != null || rows.hasTooManyCells()) {
      return "is not a CSV record";
    }
    return Positions.fault(positions, rows.cellCount());
  }

  @Override
  public long line() {
    return rows.lineInRange() + 1;
  }

  @Override
  public String cell(int wanted) {
    return rows.cell(positions.get(wanted));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
