package dev.earshot.pipelines.generate;

import com.github.luben.zstd.ZstdOutputStream;
import dev.earshot.models.domain.RejectionReason;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** One generated file with its tally. Its rejected lines are kept on disk, not in memory. */
final class GeneratedFile implements Closeable {
  private static final int BUFFER = 1 << 16;

  final String name;
  private final Path rejectionsPath;
  private final boolean truncated;
  private final OutputStream lines;
  private final Writer rejections;

  /** Records written so far; the number of the last line. */
  long read;

  long accepted;
  long rejected;
  long duplicates;
  long outOfScope;

  private GeneratedFile(Path folder, String name, boolean truncated, OutputStream lines)
      throws IOException {
    this.name = name;
    this.truncated = truncated;
    this.lines = new BufferedOutputStream(lines, BUFFER);
    rejectionsPath = folder.resolve("truth").resolve("." + name.replace('/', '-') + ".rejections");
    rejections = Files.newBufferedWriter(rejectionsPath);
  }

  /** Opens a file; a name that ends in {@code .gz} or {@code .zst} is compressed. */
  static GeneratedFile open(Path folder, String name) throws IOException {
    OutputStream file = Files.newOutputStream(folder.resolve(name));
    if (name.endsWith(".gz")) {
      file = new GZIPOutputStream(file, BUFFER);
    } else if (name.endsWith(".zst")) {
      file = new ZstdOutputStream(file);
    }
    return new GeneratedFile(folder, name, false, file);
  }

  /** Opens a gzip file that will end behind its last whole record, without a trailer. */
  static GeneratedFile openTruncated(Path folder, String name) throws IOException {
    OutputStream file = new TruncatedGzip(Files.newOutputStream(folder.resolve(name)));
    return new GeneratedFile(folder, name, true, file);
  }

  void write(byte[] bytes, int length) throws IOException {
    lines.write(bytes, 0, length);
    lines.write('\n');
    read++;
  }

  /** Notes that the last line written is broken. */
  void reject(RejectionReason reason) throws IOException {
    rejected++;
    rejections.append(name).append(',').append(Long.toString(read)).append(',');
    rejections.append(reason.code()).append('\n');
  }

  /** Moves the rejected lines of this closed file to the end of a list. */
  void moveRejections(BufferedWriter list) throws IOException {
    try (var lines = Files.newBufferedReader(rejectionsPath, StandardCharsets.UTF_8)) {
      lines.transferTo(list);
    }
    Files.delete(rejectionsPath);
  }

  @Override
  public void close() throws IOException {
    if (truncated) {
      read++;
      reject(RejectionReason.FILE_TRUNCATED);
    }
    rejections.close();
    lines.close();
  }

  /** Ends with a sync flush, so that all that was written can be read, and nothing after it. */
  private static final class TruncatedGzip extends GZIPOutputStream {
    TruncatedGzip(OutputStream file) throws IOException {
      super(file, BUFFER, true);
    }

    @Override
    public void close() throws IOException {
      flush();
      def.end();
      out.close();
    }
  }
}
