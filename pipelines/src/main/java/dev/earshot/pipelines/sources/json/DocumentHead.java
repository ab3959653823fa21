package dev.earshot.pipelines.sources.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.earshot.pipelines.sources.bytes.FileFaultException;
import dev.earshot.pipelines.sources.bytes.PrefixedChannel;
import dev.earshot.pipelines.sources.bytes.Utf8;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/**
 * First lines of a JSON file, read ahead by {@link DocumentSource}. They tell whether each line is
 * a document of its own: the first is one, or, where it is broken, the second or half of them are.
 */
public final class DocumentHead {
  private static final int CHUNK_BYTES = 64 << 10;
  private static final int MAX_ASSIGNMENT_BYTES = 256;

  private final ReadableByteChannel rest;
  private byte[] bytes = new byte[CHUNK_BYTES];
  private int length;
  private boolean isComplete;
  private int contentStart;
  private boolean isAssignment;
  private boolean isLines;

  private DocumentHead(ReadableByteChannel rest) {
    this.rest = rest;
  }

  /**
   * Reads the head.
   *
   * @param maxLineBytes a longer line is no document of its own
   */
  static DocumentHead read(ReadableByteChannel channel, int maxLineBytes, JsonFactory factory)
      throws IOException {
    DocumentHead head = new DocumentHead(channel);
    head.fill();
    int start = head.skipBlank(Utf8.byteOrderMarkLength(head.bytes, head.length));
    int end = head.lineEnd(start, maxLineBytes);
    int second = head.skipBlank(end);
    int secondEnd = head.lineEnd(second, maxLineBytes);
    int skipped = assignment(head.bytes, start, end - start);
    head.isAssignment = skipped > 0;
    head.contentStart = start + skipped;
    boolean fits = end - start <= maxLineBytes;
    head.isLines = fits && head.isLines(head.contentStart, end, second, secondEnd, factory);
    return head;
  }

  private boolean isLines(int start, int end, int second, int secondEnd, JsonFactory factory) {
    return switch (parse(start, end, factory)) {
      case COMPLETE -> true;
      case BROKEN ->
          parse(second, secondEnd, factory) == Line.COMPLETE
              || JsonLinesHead.firstRecord(bytes, start, length) >= 0;
      case CUT_OFF -> !isOpen(end) && parse(second, secondEnd, factory) == Line.COMPLETE;
    };
  }

  private enum Line {
    COMPLETE,
    CUT_OFF,
    BROKEN
  }

  private Line parse(int from, int to, JsonFactory factory) {
    try (JsonParser parser = factory.createParser(bytes, from, to - from)) {
      JsonToken first = parser.nextToken();
      if (first == null || !first.isStructStart()) {
        return Line.BROKEN;
      }
      parser.skipChildren();
      return isAssignment || parser.nextToken() == null ? Line.COMPLETE : Line.BROKEN;
    } catch (IOException malformed) {
      return DocumentSource.isCutOff(malformed) ? Line.CUT_OFF : Line.BROKEN;
    }
  }

  /** Whether a line ends where JSON cannot: it goes on in the next one. */
  private boolean isOpen(int end) {
    int last = end - 1;
    while (last > 0 && isBlank(bytes[last])) {
      last--;
    }
    return last >= 0
        && (bytes[last] == '[' || bytes[last] == '{' || bytes[last] == ',' || bytes[last] == ':');
  }

  /** What may stand between values; JavaScript ends statements with a semicolon. */
  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r' || b == ';';
  }

  private int skipBlank(int from) throws IOException {
    int i = from;
    while (true) {
      while (i < length && isBlank(bytes[i])) {
        i++;
      }
      boolean isFar = i - from > CHUNK_BYTES;
      if (i < length || isFar || !fill()) {
        return i;
      }
    }
  }

  /** The end of a line, or of what there is of it within the limit. */
  private int lineEnd(int from, int maxLineBytes) throws IOException {
    int scanned = from;
    while (true) {
      int lineFeed = Utf8.indexOfLineFeed(bytes, scanned, length);
      if (lineFeed >= 0) {
        return lineFeed;
      }
      scanned = length;
      if (length - from > maxLineBytes || !fill()) {
        return length;
      }
    }
  }

  private boolean fill() throws IOException {
    if (isComplete) {
      return false;
    }
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    ByteBuffer buffer =
        ByteBuffer.wrap(bytes, length, Math.min(CHUNK_BYTES, bytes.length - length));
    int count = 0;
    try {
      while (count == 0) {
        count = rest.read(buffer);
      }
    } catch (FileFaultException fault) {
      // What was decoded is read; the channel will tell the fault again to whoever reads on.
      count = -1;
    }
    length += Math.max(0, count);
    isComplete = count < 0;
    return count > 0;
  }

  /**
   * The length of a JavaScript assignment before the value, as in {@code window.YTD.tweets.part0 =
   * [...]}; 0 if there is none.
   */
  public static int assignment(byte[] bytes, int offset, int length) {
    int end = offset + Math.min(length, MAX_ASSIGNMENT_BYTES);
    for (int i = offset; i < end; i++) {
      byte b = bytes[i];
      if (b == '=') {
        return i + 1 - offset;
      }
      boolean isName = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
      if (!isName && b != '.' && b != '_' && b != '$' && b != ' ') {
        return 0;
      }
    }
    return 0;
  }

  /** Whether there is nothing but blanks. */
  boolean isEmpty() {
    return contentStart == length;
  }

  /** Whether each line is a document. */
  boolean isLines() {
    return isLines;
  }

  /** Whether the document is the value of an assignment. */
  boolean isAssignment() {
    return isAssignment;
  }

  /** The whole file. */
  ReadableByteChannel all() {
    return from(0);
  }

  /** The file from the first value on. */
  ReadableByteChannel content() {
    return from(contentStart);
  }

  /** Where the first value begins in the file. */
  long contentOffset() {
    return contentStart;
  }

  /** Lines before the first value. */
  long contentLine() {
    long lines = 0;
    for (int i = 0; i < contentStart; i++) {
      lines += bytes[i] == '\n' ? 1 : 0;
    }
    return lines;
  }

  private ReadableByteChannel from(int start) {
    return PrefixedChannel.of(ByteBuffer.wrap(bytes, start, length - start), rest);
  }
}
