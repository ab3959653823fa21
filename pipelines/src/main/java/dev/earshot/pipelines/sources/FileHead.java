package dev.earshot.pipelines.sources;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a file, from which its compression and its format are told, never from its name.
 */
public final class FileHead {
  private static final int COMPRESSED_BYTES = 64 << 10;
  private static final int DECOMPRESSED_BYTES = 64 << 10;

  private final Compression compression;
  private final String sha256;
  private final byte[] content;
  private final int length;

  private FileHead(Compression compression, String sha256, byte[] content, int length) {
    this.compression = compression;
    this.sha256 = sha256;
    this.content = content;
    this.length = length;
  }

  /**
   * Reads the beginning.
   *
   * @param channel standing at the beginning of the file; not closed
   */
  public static FileHead read(ReadableByteChannel channel, ReadLimits limits) throws IOException {
    byte[] raw = new byte[COMPRESSED_BYTES];
    int rawLength = readFully(channel, raw);
    Compression compression = Compression.detect(raw, rawLength);
    String sha256 = RecordHash.of(raw, rawLength);
    if (compression == Compression.NONE) {
      return new FileHead(compression, sha256, raw, rawLength);
    }
    byte[] content = new byte[DECOMPRESSED_BYTES];
    try (ReadableByteChannel decompressed =
        compression.open(new ByteArrayChannel(raw, rawLength), limits)) {
      return new FileHead(compression, sha256, content, readFully(decompressed, content));
    }
  }

  private static int readFully(ReadableByteChannel channel, byte[] target) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(target);
    try {
      int count = 0;
      while (count >= 0 && buffer.hasRemaining()) {
        count = channel.read(buffer);
      }
    } catch (FileFaultException end) {
      // The head is cut off, or the file is at fault, which reading it will report.
      return buffer.position();
    }
    return buffer.position();
  }

  /** Hex SHA-256 of the file's first 64 KiB as they stand: tells one content from another. */
  public String sha256() {
    return sha256;
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
    int start = Utf8.byteOrderMarkLength(content, length);
    int first = start;
    while (first < length && isWhitespace(content[first])) {
      first++;
    }
    if (first == length) {
      return Optional.empty();
    }
    if (!Utf8Channel.charset(content, length, StandardCharsets.UTF_8)
        .equals(StandardCharsets.UTF_16)) {
      requireText();
    }
    if (content[first] == '{') {
      return Optional.of(jsonFormat(first));
    }
    if (content[first] == '[') {
      throw new UnknownFormatException(
          "a JSON array is no known format; posts-jsonl and messages-jsonl have one object a line");
    }
    if (mapping == null) {
      throw new UnknownFormatException(
          "looks like CSV (posts-csv or messages-csv), for which a mapping must name the columns");
    }
    return Optional.of(mapping.format());
  }

  private static boolean isWhitespace(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }

  private void requireText() {
    for (int i = 0; i < Math.min(length, 512); i++) {
      if (content[i] >= 0 && content[i] < '\t') {
        throw new UnknownFormatException(
            "not a text file; known formats are " + Format.codes() + ", plain, gzip or Zstandard");
      }
    }
  }

  /** Looks for the ids that only one of the two formats has. */
  private Format jsonFormat(int start) {
    boolean hasPosts = false;
    boolean hasMessages = false;
    int from = start;
    while (from < length) {
      int lineFeed = Utf8.indexOfLineFeed(content, from, length);
      int end = lineFeed < 0 ? length : lineFeed;
      hasPosts |= hasField(from, end, PostField.POST_ID.path());
      hasMessages |= hasField(from, end, MessageField.MESSAGE_ID.path());
      from = end + 1;
    }
    if (hasPosts == hasMessages) {
      throw new UnknownFormatException(
          "may be posts-jsonl or messages-jsonl: "
              + (hasPosts ? "has both post_id and message_id" : "no post_id and no message_id")
              + " in its first lines; state the format, as in posts-jsonl:FILE");
    }
    return hasPosts ? Format.POSTS_JSONL : Format.MESSAGES_JSONL;
  }

  private boolean hasField(int from, int end, String wanted) {
    try (JsonParser parser =
        JsonLines.factory(ReadLimits.DEFAULT).createParser(content, from, end - from)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      String name = parser.nextFieldName();
      while (name != null && !name.equals(wanted)) {
        parser.nextToken();
        parser.skipChildren();
        name = parser.nextFieldName();
      }
      return name != null;
    } catch (IOException endOrMalformed) {
      // A line that is cut off or broken tells nothing more.
      return false;
    }
  }
}
