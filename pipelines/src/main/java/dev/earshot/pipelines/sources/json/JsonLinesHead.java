package dev.earshot.pipelines.sources.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.bytes.Utf8;
import java.io.IOException;

/**
 * Detector of JSON Lines whose first lines are no records: a comment, the words of a server that
 * refused, a record that was cut. At least half of the lines of the beginning must be objects.
 */
public final class JsonLinesHead {
  private JsonLinesHead() {}

  /**
   * Where the first record begins; -1 where the text is JSON from its first line on, or no JSON
   * Lines.
   *
   * @param content the beginning of a file
   * @param start where its first line begins
   * @param length how much of it there is
   */
  public static int firstRecord(byte[] content, int start, int length) {
    if (start >= length || beginsWithJson(content, start, length)) {
      return -1;
    }
    int first = -1;
    int lines = 0;
    int objects = 0;
    for (int from = start; from < length; from = endOfLine(content, from, length) + 1) {
      int end = endOfLine(content, from, length);
      int begin = from;
      while (begin < end && isBlank(content[begin])) {
        begin++;
      }
      int last = end - 1;
      while (last > begin && isBlank(content[last])) {
        last--;
      }
      boolean isObject = last > begin && content[begin] == '{' && content[last] == '}';
      // The last line may be cut off and is none then.
      boolean isLine = begin < end && (isObject || end < length);
      lines += isLine ? 1 : 0;
      objects += isObject ? 1 : 0;
      first = isObject && first < 0 ? begin : first;
    }
    return 2 * objects >= lines ? first : -1;
  }

  /** Whether the first line is JSON, or the beginning of some. */
  private static boolean beginsWithJson(byte[] content, int start, int length) {
    if (content[start] != '{' && content[start] != '[') {
      return false;
    }
    int end = endOfLine(content, start, length);
    JsonFactory factory = DocumentSource.factory(ReadLimits.DEFAULT);
    try (JsonParser parser = factory.createParser(content, start, end - start)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        parser.skipChildren();
      }
      return true;
    } catch (IOException malformed) {
      return DocumentSource.isCutOff(malformed);
    }
  }

  private static int endOfLine(byte[] content, int from, int length) {
    int lineFeed = Utf8.indexOfLineFeed(content, from, length);
    return lineFeed < 0 ? length : lineFeed;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }
}
