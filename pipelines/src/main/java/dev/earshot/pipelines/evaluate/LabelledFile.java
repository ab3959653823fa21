package dev.earshot.pipelines.evaluate;

import dev.earshot.pipelines.sources.bytes.Compression;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.recognise.FileHead;
import dev.earshot.pipelines.sources.tabular.CsvReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of labelled texts, whose kind is told by its content: JSON lines, the XML of SemEval-2014,
 * tab-separated without quotes, else CSV with comma or semicolon; plain, gzip or Zstandard.
 */
final class LabelledFile {
  private static final int HEAD = 64 << 10;

  private final Path path;
  private final List<String> columns;

  LabelledFile(Path path, List<String> columns) {
    this.path = path;
    this.columns = columns;
  }

  /** The names in the header, or the fields of the first JSON object. */
  static List<String> columnNames(Path path) throws IOException {
    LabelledFile file = new LabelledFile(path, List.of());
    Compression compression = file.compression();
    String line;
    try (ReadableByteChannel head = file.open(compression)) {
      line = firstLine(head);
    }
    if (line.startsWith("{")) {
      return JsonCells.names(line);
    }
    if (line.indexOf('\t') >= 0) {
      return List.of(line.split("\t", -1));
    }
    try (ReadableByteChannel content = file.open(compression)) {
      CsvReader rows =
          new CsvReader(content, delimiter(line), false, ReadLimits.DEFAULT.maxRecordBytes());
      List<String> names = new ArrayList<>();
      boolean hasHeader = rows.next() && rows.fault() == null;
      for (int i = 0; hasHeader && i < rows.cellCount(); i++) {
        names.add(rows.cell(i).strip());
      }
      return names;
    }
  }

  private static char delimiter(String line) {
    return line.indexOf(',') < 0 && line.indexOf(';') >= 0 ? ';' : ',';
  }

  private Compression compression() throws IOException {
    try (ReadableByteChannel raw = Files.newByteChannel(path)) {
      return FileHead.read(raw, ReadLimits.DEFAULT).compression();
    }
  }

  /** Opens the file at its beginning; it can be read as often as wanted. */
  CellSource open() throws IOException {
    Compression compression = compression();
    String line;
    try (ReadableByteChannel head = open(compression)) {
      line = firstLine(head);
    }
    ReadableByteChannel content = open(compression);
    try {
      return cells(line, content);
    } catch (IOException | RuntimeException e) {
      content.close();
      throw e;
    }
  }

  private ReadableByteChannel open(Compression compression) throws IOException {
    return compression.open(Files.newByteChannel(path), ReadLimits.DEFAULT);
  }

  private CellSource cells(String line, ReadableByteChannel content) throws IOException {
    if (line.startsWith("{")) {
      return new JsonCells(content, columns);
    }
    if (line.startsWith("<")) {
      return new AspectCells(Channels.newInputStream(content), columns);
    }
    if (line.indexOf('\t') >= 0) {
      return new TabbedCells(content, columns);
    }
    return new DelimitedCells(content, delimiter(line), columns);
  }

  /** The first line that is not blank, as far as the head holds it, without a byte order mark. */
  private static String firstLine(ReadableByteChannel channel) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEAD);
    int count = 0;
    while (count >= 0 && head.hasRemaining()) {
      count = channel.read(head);
    }
    String text = new String(head.array(), 0, head.position(), StandardCharsets.UTF_8);
    return text.lines()
        .map(line -> line.startsWith("\uFEFF") ? line.substring(1) : line)
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("");
  }
}
