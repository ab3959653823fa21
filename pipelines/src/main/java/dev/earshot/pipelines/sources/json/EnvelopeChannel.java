package dev.earshot.pipelines.sources.json;

import dev.earshot.pipelines.sources.bytes.FileFaultException;
import dev.earshot.pipelines.sources.bytes.Utf8;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * JSON Lines without the {@link Envelope} of each line, which is as many blanks. A line that is
 * longer than a record may be stays as it is, and is rejected for that.
 */
public final class EnvelopeChannel implements ReadableByteChannel {
  private static final int CHUNK_BYTES = 64 << 10;

  private final ReadableByteChannel channel;
  private final Envelope envelope;
  private final int maxLineBytes;
  private byte[] bytes = new byte[CHUNK_BYTES];
  private int position;
  private int ready;
  private int limit;
  private boolean isInLongLine;
  private boolean isAtEnd;
  private @Nullable FileFaultException fault;

  /**
   * Unwraps what a channel gives.
   *
   * @param channel decompressed, standing at the beginning of the file; closed with this
   * @param maxLineBytes the longest line that is looked at
   */
  public EnvelopeChannel(ReadableByteChannel channel, Envelope envelope, int maxLineBytes) {
    this.channel = channel;
    this.envelope = envelope;
    this.maxLineBytes = maxLineBytes;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (position == ready && !nextLine()) {
      if (fault != null) {
        throw fault;
      }
      return -1;
    }
    int count = Math.min(ready - position, target.remaining());
    target.put(bytes, position, count);
    position += count;
    return count;
  }

  /** Makes the next line ready; false at the end. */
  private boolean nextLine() throws IOException {
    int lineFeed = Utf8.indexOfLineFeed(bytes, position, limit);
    int scanned = limit - position;
    while (lineFeed < 0 && scanned <= maxLineBytes && fill()) {
      lineFeed = Utf8.indexOfLineFeed(bytes, position + scanned, limit);
      scanned = limit - position;
    }
    int end = lineFeed < 0 ? limit : lineFeed + 1;
    if (end == position) {
      return false;
    }
    boolean isWhole = lineFeed >= 0 || isAtEnd;
    if (!isInLongLine && isWhole) {
      envelope.unwrap(bytes, position, lineFeed < 0 ? limit : lineFeed);
    }
    isInLongLine = !isWhole || (isInLongLine && lineFeed < 0);
    ready = end;
    return true;
  }

  /** Reads on behind what is there, which moves to the front; false at the end. */
  private boolean fill() throws IOException {
    if (isAtEnd) {
      return false;
    }
    if (position > 0) {
      System.arraycopy(bytes, position, bytes, 0, limit - position);
      limit -= position;
      position = 0;
      ready = 0;
    }
    if (limit == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    int count = 0;
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes, limit, bytes.length - limit);
      while (count == 0) {
        count = channel.read(buffer);
      }
    } catch (FileFaultException found) {
      // What was decoded before is read first.
      fault = found;
      count = -1;
    }
    isAtEnd = count < 0;
    limit += Math.max(0, count);
    return count > 0;
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
