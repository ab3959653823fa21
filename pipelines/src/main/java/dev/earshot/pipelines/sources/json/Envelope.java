package dev.earshot.pipelines.sources.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.bytes.Utf8;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tool writes around each record of JSON Lines. It becomes blanks, so that every record
 * keeps its line and its place in the file.
 *
 * <p>Certain are the rows of Airbyte's destinations ({@code _airbyte_data}; Airbyte, "Typing and
 * deduping"), and messages of the Airbyte Protocol and of Singer ({@code "type": "RECORD"}), whose
 * messages of other types are no records.
 */
public final class Envelope {
  private static final int MAX_LINES = 200;
  private static final String AIRBYTE_ROW = "_airbyte_data";
  private static final String AIRBYTE_MESSAGE = "record/data";
  private static final String SINGER = "record";

  private final List<String> path;
  private final boolean hasTypes;
  private final JsonFactory factory = DocumentSource.factory(ReadLimits.DEFAULT);

  private Envelope(String path) {
    this.path = List.of(path.split("/", -1));
    this.hasTypes = path.equals(AIRBYTE_MESSAGE) || path.equals(SINGER);
  }

  /**
   * An envelope by where its records stand.
   *
   * @param path names of members from the outside, such as {@code record/data}
   */
  public static Envelope at(String path) {
    return new Envelope(path);
  }

  /** Where the records of a file stand, if its beginning shows a certain envelope; else null. */
  public static @Nullable String certain(byte[] content, int start, int length) {
    int from = start;
    for (int i = 0; i < MAX_LINES && from < length; i++) {
      int lineFeed = Utf8.indexOfLineFeed(content, from, length);
      int end = lineFeed < 0 ? length : lineFeed;
      DocumentShape shape = DocumentShape.of(content, from, end - from);
      if (shape.has(AIRBYTE_ROW)
          && shape.hasAny("_airbyte_ab_id", "_airbyte_raw_id", "_airbyte_emitted_at")) {
        return AIRBYTE_ROW;
      }
      if (shape.says("type=RECORD") && shape.has("type", "record")) {
        if (shape.has("record/stream", AIRBYTE_MESSAGE)) {
          return AIRBYTE_MESSAGE;
        }
        if (shape.has("stream")) {
          return SINGER;
        }
      }
      from = end + 1;
    }
    return null;
  }

  /** Unwraps the lines of the beginning of a file; one that is cut off becomes blanks. */
  public void unwrapAll(byte[] content, int start, int length, boolean isCut) {
    int from = start;
    while (from < length) {
      int lineFeed = Utf8.indexOfLineFeed(content, from, length);
      int end = lineFeed < 0 ? length : lineFeed;
      if (lineFeed < 0 && isCut) {
        blank(content, from, end);
      } else {
        unwrap(content, from, end);
      }
      from = end + 1;
    }
  }

  /** Unwraps one line; one that has no such record stays as it is, unless it is of another type. */
  void unwrap(byte[] line, int from, int to) {
    try (JsonParser parser = factory.createParser(line, from, to - from)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return;
      }
      boolean isOfOtherType = false;
      int depth = 0;
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        JsonToken value = parser.nextToken();
        if (name.equals(path.get(depth)) && value == JsonToken.START_OBJECT) {
          depth++;
          if (depth == path.size()) {
            int start = from + (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            int end = from + (int) parser.currentLocation().getByteOffset();
            finish(parser);
            blank(line, from, start);
            blank(line, end, to);
            return;
          }
        } else {
          isOfOtherType |=
              depth == 0
                  && name.equals("type")
                  && value == JsonToken.VALUE_STRING
                  && !parser.getText().equals("RECORD");
          parser.skipChildren();
        }
      }
      if (hasTypes && isOfOtherType) {
        blank(line, from, to);
      }
    } catch (IOException malformed) {
      // The reader will reject it as it stands.
    }
  }

  /** What is broken behind the record is broken. */
  private static void finish(JsonParser parser) throws IOException {
    JsonToken token = parser.nextToken();
    while (token != null) {
      token = parser.nextToken();
    }
  }

  private static void blank(byte[] bytes, int from, int to) {
    Arrays.fill(bytes, from, to, (byte) ' ');
  }
}
