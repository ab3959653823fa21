package dev.earshot.pipelines.sources.recognise;

import dev.earshot.pipelines.sources.bytes.Utf8;
import dev.earshot.pipelines.sources.json.DocumentHead;
import dev.earshot.pipelines.sources.json.JsonLinesHead;
import java.nio.charset.StandardCharsets;

/**
 * Detector of text for people, which exports and data sets hold beside their data: it begins with a
 * heading of Markdown, or with a line that is no header of a table, as it has one cell, or a cell
 * like a sentence.
 */
final class ProseDetector {
  private static final String DELIMITERS = ",;\t|";
  private static final int MAX_WORDS_OF_A_COLUMN = 5;

  private ProseDetector() {}

  /**
   * @param isTableExpected whether a mapping says how tables are read: then a line is a table's
   */
  static boolean matches(byte[] content, int length, boolean isTableExpected) {
    int start = Utf8.byteOrderMarkLength(content, length);
    while (start < length && Character.isWhitespace(content[start])) {
      start++;
    }
    boolean isText = start < length && isText(content, length);
    boolean isOther =
        isText
            && ("{[<\"".indexOf(content[start]) >= 0
                || DocumentHead.assignment(content, start, length - start) > 0
                || JsonLinesHead.firstRecord(content, start, length) >= 0
                || FormatDetector.byLines(content, length).isPresent());
    if (!isText || isOther) {
      return false;
    }
    int lineFeed = Utf8.indexOfLineFeed(content, start, length);
    int end = lineFeed < 0 ? length : lineFeed;
    String line = new String(content, start, end - start, StandardCharsets.UTF_8).strip();
    boolean isHeading = line.startsWith("# ") || line.startsWith("## ");
    return isHeading || (!isTableExpected && !isHeader(line));
  }

  private static boolean isText(byte[] content, int length) {
    for (int i = 0; i < length; i++) {
      if (content[i] >= 0 && content[i] < '\t') {
        return false;
      }
    }
    return true;
  }

  private static boolean isHeader(String line) {
    int cells = 1;
    int words = 1;
    for (int i = 0; i < line.length() && words <= MAX_WORDS_OF_A_COLUMN; i++) {
      char c = line.charAt(i);
      if (DELIMITERS.indexOf(c) >= 0) {
        cells++;
        words = 0;
      } else if (c == ' ') {
        words++;
      }
    }
    return cells > 1 && words <= MAX_WORDS_OF_A_COLUMN;
  }
}
