package dev.earshot.pipelines.sources.tabular;

import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.bytes.ByteWindow;
import dev.earshot.pipelines.sources.bytes.RecordHash;
import dev.earshot.pipelines.sources.bytes.Utf8;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Reader of CSV, RFC 4180, record by record: quoted cells with delimiters, doubled quotes and line
 * ends inside; LF or CRLF; a byte order mark. A quote inside an unquoted cell stands for itself.
 * Rows whose cells are all empty are skipped. Memory is bounded by the longest record allowed.
 *
 * <p>A record that breaks the grammar, or is too long, gives way line by line: reading resumes at
 * the line after the one in which it began, so that a quote that is never closed costs one line. A
 * hostile file could make that quadratic; when more than {@value #RESCAN_FACTOR} times the bytes
 * read so far were read again, reading resumes behind the bad record instead.
 */
public final class CsvReader {
  private static final int RESCAN_FACTOR = 4;
  private static final int END_OF_FILE = -1;

  private final ByteWindow window;
  private final byte delimiter;
  private final boolean isPadded;
  private final int maxLength;
  private final RecordHash hash = new RecordHash();
  private final CsvCells cells = new CsvCells();
  private boolean isStarted;
  private long base;
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
   * @param isPadded whether any number of delimiters separates two cells: no cell is empty then
   * @param maxLength longest record to give, in bytes without its line end
   */
  public CsvReader(ReadableByteChannel channel, char delimiter, boolean isPadded, int maxLength) {
    this.isPadded = isPadded;
    this.window = new ByteWindow(channel, 0, maxLength);
    this.delimiter = (byte) delimiter;
    this.maxLength = maxLength;
  }

  /**
   * Says that the channel does not stand at the beginning of its file. To be called first.
   *
   * @param offset where it stands, at the beginning of a line
   * @param lines line feeds before
   */
  void startAt(long offset, long lines) {
    isStarted = true;
    base = offset;
    line = lines;
  }

  /** Goes to the next record, good or bad, that is not empty; false at the end of the file. */
  public boolean next() throws IOException {
    if (!isStarted) {
      isStarted = true;
      window.skipByteOrderMark();
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
  public @Nullable RejectionReason fault() {
    return fault;
  }

  /** Cells of the record. */
  public int cellCount() {
    return cells.count();
  }

  /** Whether the record has more cells than any file of use; only so many are kept. */
  public boolean hasTooManyCells() {
    return cells.count() > CsvCells.MAX_CELLS;
  }

  /** A cell, without its quotes. */
  public String cell(int index) {
    return cells.cell(index);
  }

  /** Whether the record is well-formed UTF-8. */
  public boolean isValidUtf8() {
    return Utf8.isValid(window.bytes, window.start, recordLength);
  }

  /** Where the record begins in the file; after a fault of the file, the unfinished one. */
  public long byteOffset() {
    return base + recordOffset;
  }

  /** Lines before the record. */
  public long lineInRange() {
    return recordLine;
  }

  /** Line feeds so far. */
  public long lineFeeds() {
    return line;
  }

  /** Bytes that were read a second time, for want of a closing quote. */
  long rescannedBytes() {
    return rescannedBytes;
  }

  /** Hex SHA-256 of the record without its line end, as far as it was read. To be called once. */
  public String sha256() {
    hash.update(window.bytes, window.start, recordLength);
    return hash.finish();
  }

  private boolean beginRecord() throws IOException {
    recordOffset = window.offsetOf(window.position);
    recordLine = line;
    recordLength = 0;
    firstLineEnd = -1;
    lineFeedsInRecord = 0;
    cells.clear();
    fault = null;
    return window.begin();
  }

  /** Reads to the end of the record; false if it is bad, with {@link #fault} set. */
  private boolean readRecord() throws IOException {
    int end = delimiter;
    while (end == delimiter) {
      end = hasMore() && window.bytes[window.position] == '"' ? quotedCell() : unquotedCell();
      if (!isPadded || !cells.isCellEmpty()) {
        cells.endCell();
      }
    }
    if (fault == null) {
      endRecord(end == '\n');
    }
    return fault == null;
  }

  /** Reads a cell and what ends it: the delimiter, a line feed or the end of the file. */
  private int unquotedCell() throws IOException {
    int end = END_OF_FILE;
    while (end == END_OF_FILE && hasMore()) {
      byte[] bytes = window.bytes;
      int from = window.position;
      int i = from;
      while (i < window.limit && bytes[i] != delimiter && bytes[i] != '\n') {
        i++;
      }
      cells.append(bytes, from, i);
      window.position = i;
      end = i < window.limit ? read() : END_OF_FILE;
    }
    if (end != delimiter) {
      cells.dropCarriageReturn();
    }
    return end;
  }

  /** As {@link #unquotedCell}, from the opening quote on. */
  private int quotedCell() throws IOException {
    int end = read();
    while (end == '"' && hasMore()) {
      byte[] bytes = window.bytes;
      int from = window.position;
      int i = from;
      while (i < window.limit && bytes[i] != '"') {
        if (bytes[i] == '\n') {
          lineFeedInside(i);
        }
        i++;
      }
      cells.append(bytes, from, i);
      window.position = i;
      if (i < window.limit) {
        end = afterQuote();
      }
    }
    return end == '"' ? fail(RejectionReason.INVALID_CSV) : end;
  }

  /** Reads a quote and what it means: a quote again for one that was doubled, or the cell's end. */
  private int afterQuote() throws IOException {
    window.position++;
    int end = read();
    if (end == '"') {
      cells.append(window.bytes, window.position - 1, window.position);
      return end;
    }
    if (end == delimiter) {
      return end;
    }
    if (end == '\r') {
      end = read();
    }
    return end == '\n' || end == END_OF_FILE ? end : fail(RejectionReason.INVALID_CSV);
  }

  private int read() throws IOException {
    return hasMore() ? window.bytes[window.position++] & 0xff : END_OF_FILE;
  }

  /** Whether the record may go on: not at the end of the file, nor past the longest record. */
  private boolean hasMore() throws IOException {
    if (window.position < window.limit) {
      return true;
    }
    if (window.limit - window.start > maxLength + 1) {
      fail(RejectionReason.LINE_TOO_LONG);
      return false;
    }
    return window.fill();
  }

  private void endRecord(boolean isAtLineFeed) {
    int end = window.position;
    if (isAtLineFeed) {
      end -= end - 1 > window.start && window.bytes[end - 2] == '\r' ? 2 : 1;
    }
    recordLength = end - window.start;
    if (recordLength <= maxLength) {
      line = recordLine + lineFeedsInRecord + (isAtLineFeed ? 1 : 0);
      return;
    }
    fail(RejectionReason.LINE_TOO_LONG);
    if (isAtLineFeed) {
      lineFeedInside(window.position - 1);
    }
  }

  /** Notes the first fault of a record, which ends it. */
  private int fail(RejectionReason reason) {
    fault = fault == null ? reason : fault;
    return END_OF_FILE;
  }

  private void lineFeedInside(int index) {
    if (firstLineEnd < 0) {
      firstLineEnd = window.offsetOf(index);
    }
    lineFeedsInRecord++;
  }

  /** Goes from a bad record to the line where reading resumes. */
  private void resume() throws IOException {
    if (firstLineEnd >= 0) {
      int firstLineFeed = window.indexOf(firstLineEnd);
      int again = window.position - firstLineFeed - 1;
      long budget = RESCAN_FACTOR * (window.offsetOf(window.position) + maxLength);
      if (rescannedBytes + again <= budget) {
        rescannedBytes += again;
        window.position = firstLineFeed + 1;
        recordLength = firstLineFeed - window.start;
        line = recordLine + 1;
        return;
      }
    }
    line = recordLine + lineFeedsInRecord;
    skipToLineFeed();
  }

  /** Skips and hashes the rest of the line at the position, in constant memory. */
  private void skipToLineFeed() throws IOException {
    int read = window.position - window.start;
    if (read > 0 && window.bytes[window.position - 1] == '\n') {
      recordLength = read - 1;
      return;
    }
    hash.update(window.bytes, window.start, read);
    recordLength = 0;
    int lineFeed = -1;
    while (lineFeed < 0 && window.begin()) {
      lineFeed = Utf8.indexOfLineFeed(window.bytes, window.position, window.limit);
      int end = lineFeed < 0 ? window.limit : lineFeed;
      hash.update(window.bytes, window.position, end - window.position);
      window.position = end;
    }
    if (lineFeed >= 0) {
      window.position++;
      line++;
    }
    window.start = window.position;
  }
}
