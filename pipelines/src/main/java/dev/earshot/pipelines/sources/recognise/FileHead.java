package dev.earshot.pipelines.sources.recognise;

import com.fasterxml.jackson.core.JsonParser;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.ExportOwner;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.sources.UnknownFormatException;
import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import dev.earshot.pipelines.sources.bytes.Compression;
import dev.earshot.pipelines.sources.bytes.FileFaultException;
import dev.earshot.pipelines.sources.bytes.MediaSignature;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.bytes.RecordHash;
import dev.earshot.pipelines.sources.bytes.Utf8;
import dev.earshot.pipelines.sources.bytes.Utf8Channel;
import dev.earshot.pipelines.sources.json.DocumentHead;
import dev.earshot.pipelines.sources.json.DocumentShape;
import dev.earshot.pipelines.sources.json.DocumentSource;
import dev.earshot.pipelines.sources.json.Envelope;
import dev.earshot.pipelines.sources.json.JsonLinesHead;
import dev.earshot.pipelines.sources.json.TreeReader;
import dev.earshot.pipelines.sources.mapping.Mapping;
import dev.earshot.pipelines.sources.spec.OwnerFile;
import dev.earshot.pipelines.sources.weblogs.WebLogHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * First 64 KiB of a file, from which its compression and its format are told, never from its name.
 * Of a compressed file they are the first that are decoded, and more of it is looked at: a block of
 * Zstandard has up to 128 KiB and is decoded as a whole.
 */
public final class FileHead {
  private static final int BYTES = 64 << 10;
  private static final int COMPRESSED_BYTES = 192 << 10;

  private final Compression compression;
  private final String sha256;
  private final byte[] content;
  private final int length;
  private final @Nullable RejectionReason fault;
  private final boolean isCutOff;
  private final @Nullable String envelope;

  private FileHead(
      Compression compression,
      String sha256,
      byte[] content,
      int length,
      @Nullable RejectionReason fault,
      boolean isCutOff,
      @Nullable String envelope) {
    this.compression = compression;
    this.sha256 = sha256;
    this.content = content;
    this.length = length;
    this.fault = fault;
    this.isCutOff = isCutOff;
    this.envelope = envelope;
  }

  /**
   * Reads the beginning.
   *
   * @param channel standing at the beginning of the file; not closed
   */
  public static FileHead read(ReadableByteChannel channel, ReadLimits limits) throws IOException {
    return read(channel, limits, null);
  }

  /**
   * Reads the beginning.
   *
   * @param channel standing at the beginning of the file; not closed
   * @param unwrap where in each line its record stands, or null where the content tells
   */
  public static FileHead read(
      ReadableByteChannel channel, ReadLimits limits, @Nullable String unwrap) throws IOException {
    byte[] first = new byte[BYTES];
    int firstLength = readFully(channel, first, 0);
    Compression compression = Compression.detect(first, firstLength);
    String sha256 = RecordHash.of(first, firstLength);
    if (compression == Compression.NONE) {
      return unwrapped(compression, sha256, first, firstLength, null, false, unwrap);
    }
    byte[] raw = Arrays.copyOf(first, COMPRESSED_BYTES);
    int rawLength = firstLength < BYTES ? firstLength : readFully(channel, raw, BYTES);
    byte[] content = new byte[BYTES];
    ByteBuffer decoded = ByteBuffer.wrap(content);
    RejectionReason fault = null;
    boolean isCutOff = rawLength == COMPRESSED_BYTES;
    try (ReadableByteChannel decompressed =
        compression.open(new ByteArrayChannel(raw, rawLength), limits)) {
      readFully(decompressed, decoded);
    } catch (FileFaultException found) {
      fault = isCutOff && found.reason() == RejectionReason.FILE_TRUNCATED ? null : found.reason();
    }
    return unwrapped(compression, sha256, content, decoded.position(), fault, isCutOff, unwrap);
  }

  private static FileHead unwrapped(
      Compression compression,
      String sha256,
      byte[] content,
      int length,
      @Nullable RejectionReason fault,
      boolean isCutOff,
      @Nullable String unwrap) {
    int start = Utf8.byteOrderMarkLength(content, length);
    boolean isJson = start < length && content[start] == '{';
    String envelope =
        !isJson ? null : unwrap == null ? Envelope.certain(content, start, length) : unwrap;
    if (envelope != null) {
      Envelope.at(envelope).unwrapAll(content, start, length, length == content.length);
    }
    return new FileHead(compression, sha256, content, length, fault, isCutOff, envelope);
  }

  /** Where in each line its record stands, or null where a line is a record. */
  public @Nullable String envelope() {
    return envelope;
  }

  private static int readFully(ReadableByteChannel channel, byte[] target, int from)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(target, from, target.length - from);
    readFully(channel, buffer);
    return buffer.position();
  }

  private static void readFully(ReadableByteChannel channel, ByteBuffer target) throws IOException {
    int count = 0;
    while (count >= 0 && target.hasRemaining()) {
      count = channel.read(target);
    }
  }

  /** Hex SHA-256 of the file's first 64 KiB as they stand: tells one content from another. */
  public String sha256() {
    return sha256;
  }

  /** Hex SHA-256 of the first 64 KiB of the content, decompressed. */
  public String contentSha256() {
    return compression == Compression.NONE ? sha256 : RecordHash.of(content, length);
  }

  /** Whether there is no more content than was looked at, and nothing wrong with it. */
  public boolean isWholeContent() {
    return length < content.length && fault == null && !isCutOff;
  }

  /** Whether there is no content at all. */
  public boolean isWithoutContent() {
    return length == 0;
  }

  /** Whether nothing of a compressed file can be read, which reading it will report. */
  public boolean isUnreadable() {
    return fault != null && length == 0;
  }

  /** How the file is compressed. */
  public Compression compression() {
    return compression;
  }

  /**
   * Tells the format of the content.
   *
   * @param mapping the mapping for CSV files, if there is one
   * @return empty for a file without any record
   * @throws UnknownFormatException naming the candidates, where it cannot be told
   */
  public Optional<Format> format(@Nullable Mapping mapping) {
    return format(mapping, null, "");
  }

  /**
   * Tells the format of the content; where two have the same, by what else is certain.
   *
   * @param kind what the user gave the file as, or null
   * @param path the file as the user named it; never decides without the content
   */
  public Optional<Format> format(
      @Nullable Mapping mapping, @Nullable RecordKind kind, String path) {
    int start = Utf8.byteOrderMarkLength(content, length);
    int first = start;
    while (first < length && isWhitespace(content[first])) {
      first++;
    }
    if (first == length) {
      return Optional.empty();
    }
    if (isParquet()) {
      return Optional.of(parquet(mapping));
    }
    if (!Utf8Channel.charset(content, length, StandardCharsets.UTF_8)
        .equals(StandardCharsets.UTF_16)) {
      requireText();
    }
    int record = JsonLinesHead.firstRecord(content, first, length);
    Optional<Format> byLines = FormatDetector.byLines(content, length);
    if (byLines.isPresent() && (record < 0 || !isKnownJson(record))) {
      return byLines;
    }
    if (record >= 0) {
      return jsonFormat(record, kind, path);
    }
    int assigned = DocumentHead.assignment(content, first, length - first);
    if (content[first] == '{' || content[first] == '[' || assigned > 0) {
      return jsonFormat(first, kind, path);
    }
    return Optional.of(mapping == null ? tableFormat(first, kind, path) : mapping.format());
  }

  /**
   * Tells the format of a web log.
   *
   * @return empty for a file without any record
   * @throws UnknownFormatException naming what is read, where it is none of it
   */
  public Optional<Format> webLogFormat() {
    int start = Utf8.byteOrderMarkLength(content, length);
    int first = start;
    while (first < length && isWhitespace(content[first])) {
      first++;
    }
    if (first == length) {
      return Optional.empty();
    }
    if (isParquet()) {
      return Optional.of(Format.GA4_PARQUET);
    }
    requireText();
    return Optional.of(WebLogHead.of(content, first, length));
  }

  private boolean isParquet() {
    return length > 4
        && content[0] == 'P'
        && content[1] == 'A'
        && content[2] == 'R'
        && content[3] == '1';
  }

  private static Format parquet(@Nullable Mapping mapping) {
    if (mapping == null) {
      throw new UnknownFormatException(
          "is Parquet (posts-parquet or messages-parquet), for which a mapping must name the"
              + " columns");
    }
    return switch (mapping.kind()) {
      case POSTS -> Format.POSTS_PARQUET;
      case MESSAGES -> Format.MESSAGES_PARQUET;
      case ORDERS, IDENTITIES, PROFILES ->
          throw new UnknownFormatException(
              mapping.kind().code() + " are not read from Parquet yet; give JSON Lines or CSV");
      case WEB_LOGS -> throw new IllegalStateException("web logs have no mapping");
    };
  }

  private static boolean isWhitespace(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }

  private void requireText() {
    if (length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3) {
      throw new UnknownFormatException(
          "is a ZIP archive; unpack it and name its folder, or save a spreadsheet as CSV");
    }
    for (int i = 0; i < Math.min(length, 512); i++) {
      if (content[i] >= 0 && content[i] < '\t') {
        throw new UnknownFormatException(
            "not a text file; what is read is plain, gzip or Zstandard, in a format that"
                + " scripts/earshot formats lists");
      }
    }
  }

  private String firstLine(int start) {
    Charset charset = Utf8Channel.charset(content, length, StandardCharsets.UTF_8);
    if (charset.equals(StandardCharsets.UTF_16)) {
      return new String(content, 0, length, charset).lines().findFirst().orElse("");
    }
    int lineFeed = Utf8.indexOfLineFeed(content, start, length);
    int end = lineFeed < 0 ? length : lineFeed;
    return new String(content, start, end - start, StandardCharsets.UTF_8);
  }

  private Format tableFormat(int start, @Nullable RecordKind kind, String path) {
    String header = firstLine(start);
    List<Format> candidates = FormatDetector.byHeader(header);
    if (candidates.isEmpty()) {
      throw UnknownTable.of(header);
    }
    return candidates.size() == 1
        ? candidates.get(0)
        : FormatDetector.choose(candidates, kind, path)
            .orElseThrow(() -> UnknownJson.ambiguous(candidates));
  }

  private boolean isKnownJson(int start) {
    DocumentShape shape = DocumentShape.of(content, start, length - start);
    return !FormatDetector.candidates(shape).isEmpty();
  }

  /** Looks for what only one of the formats has. */
  private Optional<Format> jsonFormat(int start, @Nullable RecordKind kind, String path) {
    DocumentShape shape = DocumentShape.of(content, start, length - start);
    List<Format> candidates = FormatDetector.candidates(shape);
    if (content[start] == '[') {
      candidates.removeIf(Format::isSplittable);
    }
    if (candidates.isEmpty() && shape.isEmpty() && shape.assignment().isEmpty() && isWhole()) {
      return Optional.empty();
    }
    if (candidates.size() == 1) {
      UnknownJson.refuseSeveralKinds(content, start, length, candidates.get(0));
      return Optional.of(candidates.get(0));
    }
    Optional<Format> chosen =
        candidates.isEmpty() ? Optional.empty() : FormatDetector.choose(candidates, kind, path);
    if (chosen.isPresent()) {
      return chosen;
    }
    throw UnknownJson.of(content, start, length, shape, candidates);
  }

  /**
   * Whether the content is a picture, a film, a sound, a document or a page: what exports hold
   * beside their data, told by its signature.
   */
  public boolean isMedia() {
    return MediaSignature.matches(content, length);
  }

  /**
   * Whether the content is prose, such as a README: see {@link ProseDetector}.
   *
   * @param isTableExpected whether a mapping says how tables are read
   */
  public boolean isProse(boolean isTableExpected) {
    return ProseDetector.matches(content, length, isTableExpected);
  }

  /** The account that the file names as the owner of the export that it is part of. */
  public Optional<ExportOwner> owner(OwnerFile kind) {
    int start = Utf8.byteOrderMarkLength(content, length);
    int skipped = DocumentHead.assignment(content, start, length - start);
    try (JsonParser parser =
        DocumentSource.factory(ReadLimits.DEFAULT)
            .createParser(content, start + skipped, length - start - skipped)) {
      parser.nextToken();
      TreeReader trees = new TreeReader(content.length);
      return Optional.ofNullable(kind.reader().apply(trees.read(parser)));
    } catch (IOException cutOffOrBroken) {
      return Optional.empty();
    }
  }

  /** Whether the file's end was seen and it holds containers only: {@code {}} or {@code []}. */
  private boolean isWhole() {
    for (int i = Utf8.byteOrderMarkLength(content, length); i < length; i++) {
      if (!isWhitespace(content[i]) && "{}[],".indexOf(content[i]) < 0) {
        return false;
      }
    }
    return length < content.length;
  }
}
