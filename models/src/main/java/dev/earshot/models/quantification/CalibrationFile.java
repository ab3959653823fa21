package dev.earshot.models.quantification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Labelled texts counted by language, actual and predicted sentiment, tab-separated under a header:
 *
 * <pre>
 * language  actual    predicted  count
 * en        negative  neutral    31
 * </pre>
 *
 * A cell that is not there counts none. The counts hold for the models with which they were made.
 */
public final class CalibrationFile {
  /** The classes, in the order of the counts. */
  public static final List<String> CLASSES = List.of("negative", "neutral", "positive");

  private static final String HEADER = "language\tactual\tpredicted\tcount";
  private static final int SIZE = 3;
  private static final int LONGEST_COUNT = 9;

  private CalibrationFile() {}

  /**
   * The counts by language, actual * 3 + predicted.
   *
   * @param name of the file, for messages
   * @throws IllegalArgumentException naming file, line and what was expected
   */
  public static Map<String, long[]> parse(String name, String text) {
    Map<String, long[]> counts = new TreeMap<>();
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw wrong(name, 1, "the header " + HEADER.replace("\t", "<tab>"));
    }
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      List<String> cells = cells(lines.get(i));
      int actual = cells.size() == 4 ? CLASSES.indexOf(cells.get(1)) : -1;
      int predicted = cells.size() == 4 ? CLASSES.indexOf(cells.get(2)) : -1;
      if (actual < 0 || predicted < 0 || cells.get(0).isEmpty() || !isCount(cells.get(3))) {
        throw wrong(name, i + 1, "language, two of " + CLASSES + " and a count, between tabs");
      }
      long[] language = counts.computeIfAbsent(cells.get(0), key -> new long[SIZE * SIZE]);
      language[actual * SIZE + predicted] += Long.parseLong(cells.get(3));
    }
    return counts;
  }

  private static IllegalArgumentException wrong(String name, int line, String expected) {
    return new IllegalArgumentException(name + ", line " + line + ": expected " + expected);
  }

  private static boolean isCount(String cell) {
    return !cell.isEmpty()
        && cell.length() <= LONGEST_COUNT
        && cell.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length() || line.charAt(i) == '\t') {
        cells.add(line.substring(start, i).strip());
        start = i + 1;
      }
    }
    return cells;
  }

  /** The file's text, by language and class; the same for the same counts. */
  public static String write(Map<String, long[]> counts) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    new TreeMap<>(counts)
        .forEach(
            (language, cells) -> {
              for (int i = 0; i < SIZE * SIZE; i++) {
                text.append(language)
                    .append('\t')
                    .append(CLASSES.get(i / SIZE))
                    .append('\t')
                    .append(CLASSES.get(i % SIZE))
                    .append('\t')
                    .append(cells[i])
                    .append('\n');
              }
            });
    return text.toString();
  }
}
