package dev.earshot.pipelines.query;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns side by side. The first rows say how wide they are; numbers stand to the right. */
final class TextResult {
  private static final int ROWS_THAT_SAY_HOW_WIDE = 1000;
  private static final String GAP = "  ";

  private final int[] widths;
  private final boolean[] isNumber;

  private TextResult(int columns) {
    widths = new int[columns];
    isNumber = new boolean[columns];
  }

  static void write(Selection rows, Writer out) throws IOException, QueryException {
    List<List<@Nullable Object>> first = new ArrayList<>();
    for (List<@Nullable Object> row = rows.next(); row != null; row = rows.next()) {
      first.add(row);
      if (first.size() == ROWS_THAT_SAY_HOW_WIDE) {
        break;
      }
    }
    TextResult text = new TextResult(rows.names().size());
    text.fit(rows.names());
    first.forEach(text::fit);
    out.write(text.line(rows.names()));
    out.write(text.rule());
    long count = first.size();
    for (List<@Nullable Object> row : first) {
      out.write(text.line(row));
    }
    if (count == ROWS_THAT_SAY_HOW_WIDE) {
      for (List<@Nullable Object> row = rows.next(); row != null; row = rows.next()) {
        out.write(text.line(row));
        count++;
      }
    }
    out.write(count == 1 ? "(1 row)\n" : "(" + count + " rows)\n");
  }

  private void fit(List<? extends @Nullable Object> row) {
    for (int i = 0; i < row.size(); i++) {
      String text = plain(row.get(i));
      widths[i] = Math.max(widths[i], text.codePointCount(0, text.length()));
      isNumber[i] |= row.get(i) instanceof Number;
    }
  }

  private String line(List<? extends @Nullable Object> row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String text = plain(row.get(i));
      String fill = " ".repeat(Math.max(0, widths[i] - text.codePointCount(0, text.length())));
      line.append(i == 0 ? "" : GAP).append(isNumber[i] ? fill + text : text + fill);
    }
    return line.toString().stripTrailing() + "\n";
  }

  private String rule() {
    List<String> rules = Arrays.stream(widths).mapToObj("-"::repeat).toList();
    return String.join(GAP, rules) + "\n";
  }

  /** On one line, and without what a terminal takes for a command. */
  private static String plain(@Nullable Object cell) {
    StringBuilder plain = new StringBuilder();
    Cells.text(cell)
        .codePoints()
        .forEach(
            letter -> {
              boolean isCommand =
                  Character.isISOControl(letter) || Character.getType(letter) == Character.FORMAT;
              plain.appendCodePoint(isCommand ? ' ' : letter);
            });
    return plain.toString();
  }
}
