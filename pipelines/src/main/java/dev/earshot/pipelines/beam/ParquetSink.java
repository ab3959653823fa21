package dev.earshot.pipelines.beam;

import dev.earshot.pipelines.tables.ParquetFile;
import dev.earshot.pipelines.tables.TableSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** Writes a Parquet file through Beam's file systems and measures it on the way. */
public final class ParquetSink {
  private static final String MIME_TYPE = "application/vnd.apache.parquet";

  private ParquetSink() {}

  /**
   * Writes one file, replacing one that an earlier attempt left.
   *
   * @param table whose rows they are
   * @param rows in the order to write
   * @param folder the staging folder
   * @param path below it
   */
  public static <T extends Record> WrittenFile write(
      TableSchema table, Iterator<T> rows, String folder, String path) throws IOException {
    Target target = new Target(folder + "/" + path);
    long count = ParquetFile.write(table, rows, target);
    return new WrittenFile(table.name(), path, count, target.bytes(), target.sha256());
  }

  /** A Parquet output file over a channel of Beam. */
  private static final class Target implements OutputFile {
    private final String location;
    private final MessageDigest digest;
    private long position;

    Target(String location) {
      this.location = location;
      try {
        this.digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }

    long bytes() {
      return position;
    }

    String sha256() {
      return HexFormat.of().formatHex(digest.digest());
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
          ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
          while (buffer.hasRemaining()) {
            channel.write(buffer);
          }
          digest.update(bytes, offset, length);
          position += length;
        }

        @Override
        public void close() throws IOException {
          channel.close();
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
