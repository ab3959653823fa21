package dev.earshot.models.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of a training corpus with a header: CSV as in RFC 4180, or tab-separated without quotes. */
final class DelimitedRows {
  private DelimitedRows() {}

  /** The rows by column. A name that ends in {@code .tsv} has tabs. */
  static List<Map<String, String>> read(Path file) throws IOException {
    boolean isTabbed = file.toString().contains(".tsv");
    StringBuilder text = new StringBuilder();
    try (BufferedReader reader = SentimentCorpus.open(file)) {
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        text.append((char) c);
      }
    }
    List<List<String>> lines = cells(text, isTabbed ? '\t' : ',', !isTabbed);
    List<String> header = lines.get(0);
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> line : lines.subList(1, lines.size())) {
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), line.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<List<String>> cells(CharSequence text, char separator, boolean hasQuotes) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (hasQuotes && c == '"') {
        boolean isDoubled = isQuoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
        if (isDoubled) {
          cell.append(c);
          i++;
        } else {
          isQuoted = !isQuoted;
        }
      } else if (!isQuoted && (c == separator || c == '\n')) {
        line.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          lines.add(line);
          line = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    return lines;
  }
}
