package dev.earshot.pipelines.sources.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.models.domain.SiteHit;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.FileFaultException;
import dev.earshot.pipelines.sources.bytes.LineCounter;
import dev.earshot.pipelines.sources.bytes.LineReader;
import dev.earshot.pipelines.sources.bytes.PrefixedChannel;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.bytes.Utf8;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Source of JSON as platforms export it: one document, several one after the other, one per line,
 * or the values of JavaScript assignments. Whichever it is shows in the file's first lines. A
 * document is read element by element, so that memory does not follow its size:
 *
 * <ul>
 *   <li>of a document that is an array, each item is an element;
 *   <li>of an object, the items of the arrays that the format names are elements;
 *   <li>any other document is one element.
 * </ul>
 *
 * <p>An element is bounded by {@value #RECORDS_PER_ELEMENT} times the longest record. A line that
 * is broken costs that line; a document that is broken or ends too early gives its good part and
 * one rejection. Such files are not read in ranges.
 */
public final class DocumentSource<T> implements Source<T> {
  /** For formats that name no arrays. */
  public static final Set<String> WHOLE = Set.of();

  private static final int RECORDS_PER_ELEMENT = 16;
  private static final int MAX_JSON_DEPTH = 10_000;

  private final Format format;
  private final Set<String> arrays;
  private final boolean givesOuter;
  private final ElementParser<T> finder;
  private final Function<RecordSink<T>, RecordEmitter<T>> records;
  private final JsonFactory factory;
  private final int maxElementBytes;

  private DocumentSource(
      Format format,
      Set<String> arrays,
      boolean givesOuter,
      ElementParser<T> finder,
      Function<RecordSink<T>, RecordEmitter<T>> records,
      ReadLimits limits) {
    this.format = format;
    this.arrays = arrays;
    this.givesOuter = givesOuter;
    this.finder = finder;
    this.records = records;
    this.factory = factory(limits);
    this.maxElementBytes =
        (int) Math.min(1 << 28, (long) RECORDS_PER_ELEMENT * limits.maxRecordBytes());
  }

  /**
   * Reads posts.
   *
   * @param arrays paths of the arrays whose items are elements, such as {@code orderedItems}
   */
  public static DocumentSource<Post> posts(
      Format format, Set<String> arrays, ElementParser<Post> finder, ReadLimits limits) {
    return new DocumentSource<>(
        format, arrays, false, finder, sink -> RecordEmitter.posts(sink, limits), limits);
  }

  /**
   * Reads posts; the objects that hold the arrays are elements too, each behind the items of its
   * arrays and without these.
   */
  public static DocumentSource<Post> postsAround(
      Format format, Set<String> arrays, ElementParser<Post> finder, ReadLimits limits) {
    return new DocumentSource<>(
        format, arrays, true, finder, sink -> RecordEmitter.posts(sink, limits), limits);
  }

  /** Reads messages; else as {@link #posts}. */
  public static DocumentSource<Message> messages(
      Format format, Set<String> arrays, ElementParser<Message> finder, ReadLimits limits) {
    return new DocumentSource<>(
        format, arrays, false, finder, sink -> RecordEmitter.messages(sink, limits), limits);
  }

  /** Reads hits of a site; else as {@link #posts}. */
  public static DocumentSource<SiteHit> hits(
      Format format, Set<String> arrays, ElementParser<SiteHit> finder, ReadLimits limits) {
    return new DocumentSource<>(
        format, arrays, false, finder, sink -> RecordEmitter.hits(sink, limits), limits);
  }

  /** As that of {@code canonical.JsonLines}, without a limit on the tokens of a whole file. */
  public static JsonFactory factory(ReadLimits limits) {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(MAX_JSON_DEPTH)
            .maxNumberLength(128)
            .maxNameLength(1024)
            .maxStringLength(limits.maxRecordBytes())
            .build();
    return new JsonFactoryBuilder()
        .streamReadConstraints(constraints)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        .build();
  }

  @Override
  public Format format() {
    return format;
  }

  @Override
  public boolean isSplittable() {
    return false;
  }

  @Override
  public long read(ReadableByteChannel channel, ByteRange range, RecordSink<T> sink)
      throws IOException {
    if (!range.equals(ByteRange.WHOLE)) {
      throw new IllegalArgumentException("documents are read whole, not " + range);
    }
    RecordEmitter<T> found = records.apply(sink);
    DocumentWalker<T> walker =
        new DocumentWalker<>(arrays, givesOuter, finder, found, maxElementBytes);
    DocumentHead head = DocumentHead.read(channel, maxElementBytes, factory);
    return head.isLines()
        ? readLines(head.all(), walker, found)
        : readDocument(head, walker, found);
  }

  private long readLines(
      ReadableByteChannel channel, DocumentWalker<T> walker, RecordEmitter<T> found)
      throws IOException {
    LineReader lines = new LineReader(channel, ByteRange.WHOLE, maxElementBytes);
    try {
      while (lines.next()) {
        found.moveTo(lines.byteOffset(), lines.lineInRange());
        RejectionReason fault = readLine(lines, walker);
        if (fault != null) {
          found.reject(fault, null, lines.sha256());
        }
      }
    } catch (FileFaultException fault) {
      found.moveTo(lines.byteOffset(), lines.lineInRange());
      found.reject(fault.reason(), null, null);
    }
    return lines.lineFeeds();
  }

  private @Nullable RejectionReason readLine(LineReader lines, DocumentWalker<T> walker) {
    if (lines.isTooLong()) {
      return RejectionReason.LINE_TOO_LONG;
    }
    int skipped = DocumentHead.assignment(lines.buffer(), lines.offset(), lines.length());
    int from = lines.offset() + skipped;
    int length = lines.length() - skipped;
    if (!Utf8.isValid(lines.buffer(), from, length)) {
      return RejectionReason.INVALID_ENCODING;
    }
    try (JsonParser parser = factory.createParser(lines.buffer(), from, length)) {
      walker.readAll(parser, lines.byteOffset() + skipped, lines.lineInRange(), skipped > 0);
      return null;
    } catch (IOException malformed) {
      // The bytes are in memory: nothing but their content can be at fault.
      return RejectionReason.INVALID_JSON;
    }
  }

  /** Reads one document, several one after the other, or the values of several assignments. */
  private long readDocument(DocumentHead first, DocumentWalker<T> walker, RecordEmitter<T> found)
      throws IOException {
    DocumentHead head = first;
    long offset = head.contentOffset();
    long line = head.contentLine();
    while (true) {
      ReadableByteChannel content = head.content();
      LineCounter counter = new LineCounter(Channels.newInputStream(content));
      try (JsonParser parser = factory.createParser(counter)) {
        parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
        boolean isWhole = readValues(parser, offset, line, head.isAssignment(), walker, found);
        if (!isWhole || !head.isAssignment()) {
          return line + counter.lineFeeds();
        }
        JsonLocation end = parser.currentLocation();
        ByteArrayOutputStream ahead = new ByteArrayOutputStream();
        parser.releaseBuffered(ahead);
        head =
            DocumentHead.read(
                PrefixedChannel.of(ByteBuffer.wrap(ahead.toByteArray()), content),
                maxElementBytes,
                factory);
        offset += end.getByteOffset() + head.contentOffset();
        line += end.getLineNr() - 1 + head.contentLine();
      }
      if (head.isEmpty()) {
        return line;
      }
      if (!head.isAssignment()) {
        found.moveTo(offset, line);
        found.reject(RejectionReason.INVALID_JSON, null, null);
        return line;
      }
    }
  }

  /** Whether what was there was read to its end; else why not is a rejection. */
  private static <T> boolean readValues(
      JsonParser parser,
      long offset,
      long line,
      boolean isOne,
      DocumentWalker<T> walker,
      RecordEmitter<T> found)
      throws IOException {
    RejectionReason reason;
    try {
      walker.readAll(parser, offset, line, isOne);
      return true;
    } catch (FileFaultException fault) {
      reason = fault.reason();
    } catch (JsonProcessingException malformed) {
      reason = isCutOff(malformed) ? RejectionReason.FILE_TRUNCATED : RejectionReason.INVALID_JSON;
    }
    JsonLocation at = parser.currentLocation();
    found.moveTo(offset + Math.max(0, at.getByteOffset()), line + at.getLineNr() - 1);
    found.reject(reason, null, null);
    return false;
  }

  /** Whether a document ends too early; Jackson has two exceptions for that, and one message. */
  static boolean isCutOff(IOException malformed) {
    return malformed instanceof JsonProcessingException fault
        && fault.getOriginalMessage().startsWith("Unexpected end-of-input");
  }
}
