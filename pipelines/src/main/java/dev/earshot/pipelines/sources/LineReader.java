package dev.earshot.pipelines.sources;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/**
 * Gives the lines that begin in a {@link Range}, without copying them, as Hadoop and Beam split
 * text files. A line ends with LF or CRLF, the last one perhaps with neither. A byte order mark at
 * the beginning of the file is skipped. Blank lines are skipped but counted as lines. Memory is
 * bounded by the longest line allowed: a longer one is skipped, hashed and given once, as too long.
 *
 * <pre>{@code
 * LineReader lines = new LineReader(channel, Range.WHOLE, 1 << 20);
 * while (lines.next()) {
 *   parse(lines.buffer(), lines.offset(), lines.length());
 * }
 * }</pre>
 */
public final class LineReader {
  private static final int CHUNK_BYTES = 64 << 10;

  private final ReadableByteChannel channel;
  private final Range range;
  private final int maxLength;
  private final RecordHash hash = new RecordHash();
  private byte[] buffer;
  private long bufferOffset;
  private int position;
  private int limit;
  private boolean isStarted;
  private long lineFeeds;
  private long lineOffset;
  private long lineInRange;
  private int lineStart;
  private int lineLength;
  private boolean isTooLong;

  /**
   * @param channel standing at {@link Range#channelPosition()}
   * @param maxLength longest line to give, in bytes without its end
   */
  public LineReader(ReadableByteChannel channel, Range range, int maxLength) {
    this.channel = channel;
    this.range = range;
    this.maxLength = maxLength;
    this.buffer = new byte[Math.min(CHUNK_BYTES, capacityLimit())];
    this.bufferOffset = range.channelPosition();
    this.lineOffset = range.start();
  }

  /** Goes to the next line that is not blank; false if there is none in the range. */
  public boolean next() throws IOException {
    if (!isStarted) {
      isStarted = true;
      start();
    }
    while (hasLine()) {
      readLine();
      if (isTooLong || !isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** Holds the line from {@link #offset()} on, until the next call of {@link #next()}. */
  public byte[] buffer() {
    return buffer;
  }

  /** Where the line begins in the buffer. */
  public int offset() {
    return lineStart;
  }

  /** Bytes of the line without its end; 0 for a line that is too long. */
  public int length() {
    return lineLength;
  }

  /** Whether the line was longer than allowed, so that its bytes are not there. */
  public boolean isTooLong() {
    return isTooLong;
  }

  /** Where the line begins in the file; after a fault, where the unfinished line begins. */
  public long byteOffset() {
    return lineOffset;
  }

  /** Lines of this range before this one, blank ones included. */
  public long lineInRange() {
    return lineInRange;
  }

  /** Line feeds that ended lines of this range so far. */
  public long lineFeeds() {
    return lineFeeds;
  }

  /** Hex SHA-256 of the line without its end, however long it is. To be called once for a line. */
  public String sha256() {
    hash.update(buffer, lineStart, lineLength);
    return hash.finish();
  }

  private void start() throws IOException {
    if (range.start() > 0) {
      skipLineBefore();
    } else {
      boolean isMore = true;
      while (isMore && limit < 3) {
        isMore = fill();
      }
      position = Utf8.byteOrderMarkLength(buffer, limit);
    }
  }

  /** Skips the rest of the line that holds the byte before the range. */
  private void skipLineBefore() throws IOException {
    while (bufferOffset + position < range.end()) {
      int lineFeed = Utf8.indexOfLineFeed(buffer, position, limit);
      if (lineFeed >= 0) {
        position = lineFeed + 1;
        return;
      }
      position = limit;
      if (!fill()) {
        return;
      }
    }
  }

  private boolean hasLine() throws IOException {
    long begin = bufferOffset + position;
    lineOffset = begin;
    lineInRange = lineFeeds;
    boolean followsByteOrderMark = range.start() == 0 && begin == 3 && lineFeeds == 0;
    boolean isOwned = (followsByteOrderMark ? 0 : begin) < range.end();
    return isOwned && (position < limit || fill());
  }

  private void readLine() throws IOException {
    isTooLong = false;
    int scanned = 0;
    while (true) {
      int lineFeed = Utf8.indexOfLineFeed(buffer, position + scanned, limit);
      if (lineFeed >= 0) {
        lineFeeds++;
        take(lineFeed, lineFeed + 1);
        return;
      }
      scanned = limit - position;
      if (scanned > maxLength + 1) {
        skipLongLine();
        return;
      }
      if (!fill()) {
        take(limit, limit);
        return;
      }
    }
  }

  private void take(int end, int next) {
    boolean endsInCarriageReturn = end > position && buffer[end - 1] == '\r';
    lineStart = position;
    lineLength = (endsInCarriageReturn ? end - 1 : end) - position;
    position = next;
    if (lineLength > maxLength) {
      isTooLong = true;
      hash.update(buffer, lineStart, lineLength);
      lineLength = 0;
    }
  }

  private void skipLongLine() throws IOException {
    isTooLong = true;
    lineLength = 0;
    int lineFeed = -1;
    while (lineFeed < 0) {
      hash.update(buffer, position, limit - position);
      position = limit;
      if (!fill()) {
        return;
      }
      lineFeed = Utf8.indexOfLineFeed(buffer, position, limit);
    }
    hash.update(buffer, position, lineFeed - position);
    position = lineFeed + 1;
    lineFeeds++;
  }

  private boolean isBlank() {
    for (int i = lineStart; i < lineStart + lineLength; i++) {
      byte b = buffer[i];
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private int capacityLimit() {
    return maxLength + 2;
  }

  /** Reads more behind {@code limit}, keeping what stands from {@code position} on. */
  private boolean fill() throws IOException {
    if (position == limit) {
      discard();
    } else if (limit == buffer.length && position > 0) {
      discard();
    } else if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(capacityLimit(), 2 * buffer.length));
    }
    int room = Math.min(CHUNK_BYTES, buffer.length - limit);
    int count = 0;
    while (count == 0) {
      count = channel.read(ByteBuffer.wrap(buffer, limit, room));
    }
    limit += Math.max(0, count);
    return count > 0;
  }

  private void discard() {
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    bufferOffset += position;
    limit -= position;
    position = 0;
  }
}
