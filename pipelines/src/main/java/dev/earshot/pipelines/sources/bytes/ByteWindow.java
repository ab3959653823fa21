package dev.earshot.pipelines.sources.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/**
 * The part of a file that a reader works on: the record that it reads, from {@link #start} on, and
 * what of the file stands behind it already. Grows with the record, up to the longest one allowed.
 * Its fields are there for scanning loops; {@link #fill} moves them together.
 */
public final class ByteWindow {
  private static final int CHUNK_BYTES = 64 << 10;

  private final ReadableByteChannel channel;
  private final int capacity;

  /** Where {@link #bytes} begin in the file. */
  private long offset;

  public byte[] bytes;

  /** What stands before may be given up. */
  public int start;

  /** The next byte to read. */
  public int position;

  /** The end of the bytes that are there. */
  public int limit;

  /**
   * @param offset where the channel stands in its file
   * @param maxLength longest record that fits, in bytes without its line end
   */
  public ByteWindow(ReadableByteChannel channel, long offset, int maxLength) {
    this.channel = channel;
    this.offset = offset;
    capacity = maxLength + 2;
    bytes = new byte[Math.min(CHUNK_BYTES, capacity)];
  }

  /** Where a byte of the window stands in the file. */
  public long offsetOf(int index) {
    return offset + index;
  }

  /** Where a byte of the file stands in the window. */
  public int indexOf(long fileOffset) {
    return (int) (fileOffset - offset);
  }

  /** Begins a record at the position; false at the end of the file. */
  public boolean begin() throws IOException {
    start = position;
    return position < limit || fill();
  }

  /** Gives up all bytes and reads more; false at the end of the file. */
  boolean skip() throws IOException {
    position = limit;
    start = limit;
    return fill();
  }

  /** To be called before anything else at the beginning of a file. */
  public void skipByteOrderMark() throws IOException {
    boolean isMore = true;
    while (isMore && limit < 3) {
      isMore = fill();
    }
    position = Utf8.byteOrderMarkLength(bytes, limit);
  }

  /**
   * Reads more behind {@link #limit}, keeping what stands from {@link #start} on; false at the end
   * of the file. Not to be called while the longest record and its line end fill the window.
   */
  public boolean fill() throws IOException {
    if (start == limit || (limit == bytes.length && start > 0)) {
      System.arraycopy(bytes, start, bytes, 0, limit - start);
      offset += start;
      position -= start;
      limit -= start;
      start = 0;
    } else if (limit == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(capacity, 2 * bytes.length));
    }
    int room = Math.min(CHUNK_BYTES, bytes.length - limit);
    int count = 0;
    while (count == 0) {
      count = channel.read(ByteBuffer.wrap(bytes, limit, room));
    }
    limit += Math.max(0, count);
    return count > 0;
  }
}
