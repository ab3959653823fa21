package dev.earshot.models.duplicates;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * An array of longs, zero at first, that grows where it is written. It is in a temporary file that
 * is mapped into memory: what is used stays there while there is memory, the rest is on disk. The
 * file has no name any more, so that it is gone with the process, however that ends.
 */
final class MappedLongs implements Closeable {
  private static final int PAGE_BITS = 17;
  private static final int PAGE_LONGS = 1 << PAGE_BITS;
  private static final int PAGE_BYTES = PAGE_LONGS * Long.BYTES;

  private final List<LongBuffer> pages = new ArrayList<>();
  private final FileChannel channel;

  MappedLongs() throws IOException {
    Path file = Files.createTempFile("earshot-clusters", ".longs");
    channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    Files.delete(file);
  }

  long get(long index) {
    int page = (int) (index >>> PAGE_BITS);
    return page < pages.size() ? pages.get(page).get((int) index & (PAGE_LONGS - 1)) : 0;
  }

  /** Sets a value that is there already. */
  void set(long index, long value) {
    pages.get((int) (index >>> PAGE_BITS)).put((int) index & (PAGE_LONGS - 1), value);
  }

  /**
   * Makes room for an index. The pages are written before they are mapped, so that a full disk is
   * an exception here and no fault later.
   */
  void reserve(long index) throws IOException {
    while (index >>> PAGE_BITS >= pages.size()) {
      long start = (long) pages.size() * PAGE_BYTES;
      ByteBuffer zeros = ByteBuffer.allocate(PAGE_BYTES);
      while (zeros.hasRemaining()) {
        channel.write(zeros, start + zeros.position());
      }
      pages.add(channel.map(MapMode.READ_WRITE, start, PAGE_BYTES).asLongBuffer());
    }
  }

  @Override
  public void close() throws IOException {
    pages.clear();
    channel.close();
  }
}
