package dev.earshot.pipelines.beam;

import dev.earshot.pipelines.tables.ParquetFile;
import dev.earshot.pipelines.tables.TableSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** Writes a Parquet file through Beam's file systems and measures it on the way. */
public final class ParquetSink {
  /** More than the footer of any table: it is held back and put in order when all is written. */
  private static final int END_BYTES = 1 << 20;

  private static final String LOCAL = "file";
  private static final String SUFFIX = ".parquet";
  private static final String MIME_TYPE = "application/vnd.apache.parquet";

  private ParquetSink() {}

  /**
   * Writes one file. It has its name only when it is whole, and shares it with no other attempt: an
   * engine may make two at once, when it takes a worker for lost that is only slow. In a folder it
   * gets its name by a rename, since both attempts write the same bytes. In an object store it has
   * a name of its own from the start, since a rename would copy it; what counts is the name that is
   * returned.
   *
   * @param table whose rows they are
   * @param rows in the order to write
   * @param folder the staging folder
   * @param path below it
   */
  public static <T extends Record> WrittenFile write(
      TableSchema table, Iterator<T> rows, String folder, String path) throws IOException {
    String attempt = UUID.randomUUID().toString();
    boolean isFolder = FileSystems.matchNewResource(folder, true).getScheme().equals(LOCAL);
    String unique = path.substring(0, path.length() - SUFFIX.length()) + "-" + attempt + SUFFIX;
    Target target =
        new Target(folder + "/" + (isFolder ? "_attempts/" + attempt + SUFFIX : unique));
    Subjects<T> noted = new Subjects<>(table, rows);
    long count = ParquetFile.write(table, noted, target);
    if (isFolder) {
      FileSystems.rename(
          List.of(FileSystems.matchNewResource(target.location, false)),
          List.of(FileSystems.matchNewResource(folder + "/" + path, false)));
    }
    WrittenFile written =
        new WrittenFile(
            table.name(),
            isFolder ? path : unique,
            count,
            target.bytes(),
            target.sha256(),
            noted.found());
    Written.add(written);
    return written;
  }

  /** A Parquet output file over a channel of Beam. */
  private static final class Target implements OutputFile {
    private final String location;
    private final MessageDigest digest = Sha256.digest();
    private final ByteArrayOutputStream end = new ByteArrayOutputStream();
    private long position;

    Target(String location) {
      this.location = location;
    }

    long bytes() {
      return position;
    }

    String sha256() {
      return Sha256.hex(digest);
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) throws IOException {
      return createOrOverwrite(blockSizeHint);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
      WritableByteChannel channel =
          FileSystems.create(FileSystems.matchNewResource(location, false), MIME_TYPE);
      return new PositionOutputStream() {
        @Override
        public long getPos() {
          return position;
        }

        @Override
        public void write(int b) throws IOException {
          write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          if (end.size() + length > 2 * END_BYTES) {
            byte[] held = end.toByteArray();
            int settled = Math.max(0, held.length - END_BYTES);
            send(held, 0, settled);
            end.reset();
            end.write(held, settled, held.length - settled);
          }
          end.write(bytes, offset, length);
          position += length;
        }

        @Override
        public void close() throws IOException {
          byte[] last = StableFooter.of(end.toByteArray());
          position += last.length - end.size();
          send(last, 0, last.length);
          channel.close();
        }

        private void send(byte[] bytes, int offset, int length) throws IOException {
          ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
          while (buffer.hasRemaining()) {
            channel.write(buffer);
          }
          digest.update(bytes, offset, length);
        }
      };
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }

    @Override
    public String getPath() {
      return location;
    }
  }
}
