package dev.earshot.pipelines.sources;

import dev.earshot.models.domain.RejectionReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV, RFC 4180, record by record: quoted cells with delimiters, doubled quotes and line ends
 * inside; LF or CRLF; a byte order mark. A quote inside an unquoted cell stands for itself. Rows
 * whose cells are all empty are skipped. Memory is bounded by the longest record allowed.
 *
 * <p>A record that breaks the grammar, or is too long, gives way line by line: reading resumes at
 * the line after the one in which it began, so that a quote that is never closed costs one line. A
 * hostile file could make that quadratic; when more than {@value #RESCAN_FACTOR} times the bytes
 * read so far were read again, reading resumes behind the bad record instead.
 */
final class CsvReader {
  private static final int CHUNK_BYTES = 64 << 10;
  private static final int RESCAN_FACTOR = 4;

  private enum State {
    CELL_START,
    UNQUOTED,
    QUOTED,
    QUOTE_SEEN,
    CARRIAGE_RETURN_SEEN
  }

  private final ReadableByteChannel channel;
  private final byte delimiter;
  private final int maxLength;
  private final RecordHash hash = new RecordHash();
  private byte[] buffer;
  private long bufferOffset;
  private int recordStart;
  private int position;
  private int limit;
  private boolean isStarted;
  private final CellBuffer cells = new CellBuffer();
  private @Nullable RejectionReason fault;
  private long line;
  private long recordLine;
  private long recordOffset;
  private int recordLength;
  private long firstLineEnd;
  private long lineFeedsInRecord;
  private long rescannedBytes;

  /**
   * @param delimiter an ASCII character, neither a quote nor a line end
   * @param maxLength longest record to give, in bytes without its line end
   */
  CsvReader(ReadableByteChannel channel, char delimiter, int maxLength) {
    this.channel = channel;
    this.delimiter = (byte) delimiter;
    this.maxLength = maxLength;
    this.buffer = new byte[Math.min(CHUNK_BYTES, maxLength + 2)];
  }

  /** Goes to the next record, good or bad, that is not empty; false at the end of the file. */
  boolean next() throws IOException {
    if (!isStarted) {
      isStarted = true;
      skipByteOrderMark();
    }
    while (beginRecord()) {
      boolean isComplete = readRecord();
      if (isComplete && !cells.isEmpty()) {
        return true;
      }
      if (!isComplete) {
        resume();
        return true;
      }
    }
    return false;
  }

  /** Why the record is bad, or null. */
  @Nullable RejectionReason fault() {
    return fault;
  }

  /** Cells of the record. */
  int cellCount() {
    return cells.count();
  }

  /** Whether the record has more cells than any file of use; only so many are kept. */
  boolean hasTooManyCells() {
    return cells.count() > CellBuffer.MAX_CELLS;
  }

  /** A cell, without its quotes. */
  String cell(int index) {
    return cells.cell(index);
  }

  /** Whether the record is well-formed UTF-8. */
  boolean isValidUtf8() {
    return Utf8.isValid(buffer, recordStart, recordLength);
  }

  /** Where the record begins in the file; after a fault of the file, the unfinished one. */
  long byteOffset() {
    return recordOffset;
  }

  /** Lines before the record. */
  long lineInRange() {
    return recordLine;
  }

  /** Line feeds so far. */
  long lineFeeds() {
    return line;
  }

  /** Bytes that were read a second time, for want of a closing quote. */
  long rescannedBytes() {
    return rescannedBytes;
  }

  /** Hex SHA-256 of the record without its line end, as far as it was read. To be called once. */
  String sha256() {
    hash.update(buffer, recordStart, recordLength);
    return hash.finish();
  }

  private void skipByteOrderMark() throws IOException {
    boolean isMore = true;
    while (isMore && limit < 3) {
      isMore = fill();
    }
    position = Utf8.byteOrderMarkLength(buffer, limit);
  }

  private boolean beginRecord() throws IOException {
    recordStart = position;
    recordOffset = bufferOffset + position;
    recordLine = line;
    recordLength = 0;
    firstLineEnd = -1;
    lineFeedsInRecord = 0;
    cells.clear();
    fault = null;
    return position < limit || fill();
  }

  /** Reads to the end of the record; false if it is bad, with {@link #fault} set. */
  private boolean readRecord() throws IOException {
    State state = State.CELL_START;
    while (true) {
      if (position == limit) {
        if (limit - recordStart > maxLength + 1) {
          return isBad(RejectionReason.LINE_TOO_LONG);
        }
        if (!fill()) {
          return endOfFile(state);
        }
      }
      byte b = buffer[position++];
      switch (state) {
        case CELL_START, UNQUOTED -> {
          if (b == delimiter) {
            cells.endCell();
            state = State.CELL_START;
          } else if (b == '\n') {
            cells.dropCarriageReturn();
            return endRecord();
          } else if (b == '"' && state == State.CELL_START) {
            state = State.QUOTED;
          } else {
            cells.append(b);
            state = State.UNQUOTED;
          }
        }
        case QUOTED -> {
          if (b == '"') {
            state = State.QUOTE_SEEN;
          } else {
            if (b == '\n') {
              lineFeedInside();
            }
            cells.append(b);
          }
        }
        case QUOTE_SEEN -> {
          if (b == '"') {
            cells.append(b);
            state = State.QUOTED;
          } else if (b == delimiter) {
            cells.endCell();
            state = State.CELL_START;
          } else if (b == '\n') {
            return endRecord();
          } else if (b == '\r') {
            state = State.CARRIAGE_RETURN_SEEN;
          } else {
            return isBad(RejectionReason.INVALID_CSV);
          }
        }
        case CARRIAGE_RETURN_SEEN -> {
          if (b == '\n') {
            return endRecord();
          }
          return isBad(RejectionReason.INVALID_CSV);
        }
      }
    }
  }

  private boolean endOfFile(State state) {
    if (state == State.QUOTED) {
      return isBad(RejectionReason.INVALID_CSV);
    }
    if (state == State.UNQUOTED) {
      cells.dropCarriageReturn();
    }
    cells.endCell();
    recordLength = position - recordStart;
    return recordLength <= maxLength || isBad(RejectionReason.LINE_TOO_LONG);
  }

  private boolean endRecord() {
    cells.endCell();
    int end = position - 1;
    boolean endsInCarriageReturn = end > recordStart && buffer[end - 1] == '\r';
    recordLength = (endsInCarriageReturn ? end - 1 : end) - recordStart;
    if (recordLength > maxLength) {
      lineFeedInside();
      return isBad(RejectionReason.LINE_TOO_LONG);
    }
    line = recordLine + lineFeedsInRecord + 1;
    return true;
  }

  private boolean isBad(RejectionReason reason) {
    fault = reason;
    return false;
  }

  private void lineFeedInside() {
    if (firstLineEnd < 0) {
      firstLineEnd = bufferOffset + position - 1;
    }
    lineFeedsInRecord++;
  }

  /** Goes from a bad record to the line where reading resumes. */
  private void resume() throws IOException {
    if (firstLineEnd >= 0) {
      int firstLineFeed = (int) (firstLineEnd - bufferOffset);
      int again = position - firstLineFeed - 1;
      long budget = RESCAN_FACTOR * (bufferOffset + position + maxLength);
      if (rescannedBytes + again <= budget) {
        rescannedBytes += again;
        position = firstLineFeed + 1;
        recordLength = firstLineFeed - recordStart;
        line = recordLine + 1;
        return;
      }
    }
    line = recordLine + lineFeedsInRecord;
    skipToLineFeed();
  }

  /** Skips and hashes the rest of the line at the position, in constant memory. */
  private void skipToLineFeed() throws IOException {
    if (position > recordStart && buffer[position - 1] == '\n') {
      recordLength = position - 1 - recordStart;
      return;
    }
    hash.update(buffer, recordStart, position - recordStart);
    recordLength = 0;
    while (true) {
      int lineFeed = Utf8.indexOfLineFeed(buffer, position, limit);
      int end = lineFeed < 0 ? limit : lineFeed;
      hash.update(buffer, position, end - position);
      position = lineFeed < 0 ? limit : lineFeed + 1;
      recordStart = position;
      if (lineFeed >= 0) {
        line++;
        return;
      }
      if (!fill()) {
        return;
      }
    }
  }

  /** Reads more behind {@code limit}, keeping what stands from {@code recordStart} on. */
  private boolean fill() throws IOException {
    if (recordStart == limit || (limit == buffer.length && recordStart > 0)) {
      System.arraycopy(buffer, recordStart, buffer, 0, limit - recordStart);
      bufferOffset += recordStart;
      position -= recordStart;
      limit -= recordStart;
      recordStart = 0;
    } else if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(maxLength + 2, 2 * buffer.length));
    }
    int room = Math.min(CHUNK_BYTES, buffer.length - limit);
    int count = 0;
    while (count == 0) {
      count = channel.read(ByteBuffer.wrap(buffer, limit, room));
    }
    limit += Math.max(0, count);
    return count > 0;
  }
}
