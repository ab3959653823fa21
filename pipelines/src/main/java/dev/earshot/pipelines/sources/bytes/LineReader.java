package dev.earshot.pipelines.sources.bytes;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

/**
 * Reader of the lines that begin in a {@link ByteRange}, without copying them, as Hadoop and Beam
 * split text files. A line ends with LF or CRLF, the last one perhaps with neither. A byte order
 * mark at the beginning of the file is skipped. Blank lines are skipped but counted as lines.
 * Memory is bounded by the longest line allowed: a longer one is skipped, hashed and given once, as
 * too long.
 *
 * <pre>{@code
 * LineReader lines = new LineReader(channel, ByteRange.WHOLE, 1 << 20);
 * while (lines.next()) {
 *   parse(lines.buffer(), lines.offset(), lines.length());
 * }
 * }</pre>
 */
public final class LineReader {
  private final ByteWindow window;
  private final ByteRange range;
  private final int maxLength;
  private final RecordHash hash = new RecordHash();
  private boolean isStarted;
  private long lineFeeds;
  private long lineOffset;
  private long lineInRange;
  private int lineStart;
  private int lineLength;
  private boolean isTooLong;

  /**
   * @param channel standing at {@link ByteRange#channelPosition()}
   * @param maxLength longest line to give, in bytes without its end
   */
  public LineReader(ReadableByteChannel channel, ByteRange range, int maxLength) {
    this.window = new ByteWindow(channel, range.channelPosition(), maxLength);
    this.range = range;
    this.maxLength = maxLength;
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
    return window.bytes;
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
    hash.update(window.bytes, lineStart, lineLength);
    return hash.finish();
  }

  private void start() throws IOException {
    if (range.start() > 0) {
      skipLineBefore();
    } else {
      window.skipByteOrderMark();
    }
  }

  /** Skips the rest of the line that holds the byte before the range. */
  private void skipLineBefore() throws IOException {
    boolean isMore = true;
    while (isMore && window.offsetOf(window.position) < range.end()) {
      int lineFeed = Utf8.indexOfLineFeed(window.bytes, window.position, window.limit);
      if (lineFeed >= 0) {
        window.position = lineFeed + 1;
        return;
      }
      isMore = window.skip();
    }
  }

  private boolean hasLine() throws IOException {
    long begin = window.offsetOf(window.position);
    lineOffset = begin;
    lineInRange = lineFeeds;
    boolean followsByteOrderMark = range.start() == 0 && begin == 3 && lineFeeds == 0;
    boolean isOwned = (followsByteOrderMark ? 0 : begin) < range.end();
    return isOwned && window.begin();
  }

  private void readLine() throws IOException {
    isTooLong = false;
    int scanned = 0;
    while (true) {
      int lineFeed = Utf8.indexOfLineFeed(window.bytes, window.position + scanned, window.limit);
      if (lineFeed >= 0) {
        lineFeeds++;
        take(lineFeed, lineFeed + 1);
        return;
      }
      scanned = window.limit - window.position;
      if (scanned > maxLength + 1) {
        skipLongLine();
        return;
      }
      if (!window.fill()) {
        take(window.limit, window.limit);
        return;
      }
    }
  }

  private void take(int end, int next) {
    lineStart = window.position;
    boolean endsInCarriageReturn = end > lineStart && window.bytes[end - 1] == '\r';
    lineLength = (endsInCarriageReturn ? end - 1 : end) - lineStart;
    window.position = next;
    if (lineLength > maxLength) {
      isTooLong = true;
      hash.update(window.bytes, lineStart, lineLength);
      lineLength = 0;
    }
  }

  private void skipLongLine() throws IOException {
    isTooLong = true;
    lineLength = 0;
    int lineFeed = -1;
    while (lineFeed < 0) {
      hash.update(window.bytes, window.position, window.limit - window.position);
      if (!window.skip()) {
        return;
      }
      lineFeed = Utf8.indexOfLineFeed(window.bytes, window.position, window.limit);
    }
    hash.update(window.bytes, window.position, lineFeed - window.position);
    window.position = lineFeed + 1;
    lineFeeds++;
  }

  private boolean isBlank() {
    for (int i = lineStart; i < lineStart + lineLength; i++) {
      byte b = window.bytes[i];
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
