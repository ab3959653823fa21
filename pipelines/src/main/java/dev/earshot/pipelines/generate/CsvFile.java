package dev.earshot.pipelines.generate;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A CSV file of plain cells; null is an empty cell. */
final class CsvFile implements Closeable {
  private final BufferedWriter writer;

  CsvFile(Path path, String header) throws IOException {
    writer = Files.newBufferedWriter(path);
    writer.append(header).append('\n');
  }

  void row(@Nullable Object... cells) throws IOException {
    for (int index = 0; index < cells.length; index++) {
      if (index > 0) {
        writer.append(',');
      }
      Object cell = cells[index];
      if (cell != null) {
        writer.append(cell.toString());
      }
    }
    writer.append('\n');
  }

  BufferedWriter writer() {
    return writer;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
