package dev.earshot.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** Labelled sets from the folder of shared data beside the repository. */
public final class SharedData {
  private static final Path DATA = Path.of("../../shared/data");

  private SharedData() {}

  /** The rows of a file with a header by column; the test is skipped where the file is absent. */
  public static List<Map<String, String>> rows(String file) throws IOException {
    boolean isTabbed = file.contains(".tsv");
    List<List<String>> lines = cells(text(file), isTabbed ? '\t' : ',');
    List<String> header = lines.get(0);
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> line : lines.subList(1, lines.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < header.size() && i < line.size(); i++) {
        row.put(header.get(i), line.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  /** The lines of flat JSON objects whose texts hold no comma. */
  public static List<Map<String, String>> flatJsonLines(String file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : text(file).lines().toList()) {
      Map<String, String> row = new LinkedHashMap<>();
      for (String member : line.substring(1, line.length() - 1).split(", ", -1)) {
        String[] parts = member.split(": ", 2);
        row.put(parts[0].replace("\"", ""), parts[1].replace("\"", ""));
      }
      rows.add(row);
    }
    return rows;
  }

  private static String text(String file) throws IOException {
    Path path = DATA.resolve(file);
    Assumptions.assumeTrue(Files.exists(path), "no labelled data: " + file + " is absent");
    try (InputStream in = Files.newInputStream(path);
        InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(in) : in) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Quotes count in comma-separated files only. */
  private static List<List<String>> cells(String text, char separator) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isDoubled =
          c == '"' && isQuoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
      if (isDoubled && separator == ',') {
        cell.append(c);
        i++;
      } else if (c == '"' && separator == ',') {
        isQuoted = !isQuoted;
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
