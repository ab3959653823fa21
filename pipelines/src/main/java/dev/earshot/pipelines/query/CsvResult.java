package dev.earshot.pipelines.query;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Comma-separated values after RFC 4180. */
final class CsvResult {
  private static final String LINE_END = "\r\n";

  private CsvResult() {}

  static void write(Selection rows, Writer out) throws IOException, QueryException {
    out.write(line(rows.names()));
    for (List<@Nullable Object> row = rows.next(); row != null; row = rows.next()) {
      out.write(line(row));
    }
  }

  private static String line(List<? extends @Nullable Object> cells) {
    return cells.stream()
        .map(Cells::forSpreadsheet)
        .map(CsvResult::quoted)
        .collect(Collectors.joining(",", "", LINE_END));
  }

  private static String quoted(String text) {
    boolean isPlain = text.chars().noneMatch(letter -> ",\"\r\n".indexOf(letter) >= 0);
    return isPlain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
