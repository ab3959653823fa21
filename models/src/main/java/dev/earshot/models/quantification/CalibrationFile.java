package dev.earshot.models.quantification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Labelled texts counted by language, actual and predicted sentiment, tab-separated under a header:
 *
 * <pre>
 * language  model         actual    predicted  count
 * en        0123456789ab  negative  neutral    31
 * </pre>
 *
 * A cell that is not there counts none. The counts hold for the model that predicted, whose
 * fingerprint stands with them.
 */
public final class CalibrationFile {
  /** The classes, in the order of the counts. */
  public static final List<String> CLASSES = List.of("negative", "neutral", "positive");

  private static final String HEADER = "language\tmodel\tactual\tpredicted\tcount";
  private static final int SIZE = 3;
  private static final int CELLS = 5;
  private static final int LONGEST_COUNT = 9;

  private final Map<String, long[]> counts = new TreeMap<>();
  private final Map<String, String> models = new TreeMap<>();

  /** Without a language yet. */
  public CalibrationFile() {}

  /**
   * What a file says.
   *
   * @param name of the file, for messages
   * @throws IllegalArgumentException naming file, line and what was expected
   */
  public static CalibrationFile parse(String name, String text) {
    CalibrationFile file = new CalibrationFile();
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw wrong(
          name,
          1,
          "the header " + HEADER.replace("\t", "<tab>") + ", as evaluate --calibrate writes it");
    }
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      List<String> cells = cells(lines.get(i));
      int actual = cells.size() == CELLS ? CLASSES.indexOf(cells.get(2)) : -1;
      int predicted = cells.size() == CELLS ? CLASSES.indexOf(cells.get(3)) : -1;
      if (actual < 0 || predicted < 0 || cells.get(0).isEmpty() || !isCount(cells.get(4))) {
        throw wrong(name, i + 1, "language, model, two of " + CLASSES + " and a count, by tabs");
      }
      String model = cells.get(1);
      String known = file.models.putIfAbsent(cells.get(0), model);
      if (known != null && !known.equals(model)) {
        throw wrong(name, i + 1, "the model " + known + " as above for " + cells.get(0));
      }
      long[] language = file.counts.computeIfAbsent(cells.get(0), key -> new long[SIZE * SIZE]);
      language[actual * SIZE + predicted] += Long.parseLong(cells.get(4));
    }
    return file;
  }

  /** The counts by language, actual * 3 + predicted. */
  public Map<String, long[]> counts() {
    return counts;
  }

  /** The fingerprint of the model that predicted, by language. */
  public Map<String, String> models() {
    return models;
  }

  /** Puts the counts of a language in the place of what was there. */
  public void put(String language, String model, long[] cells) {
    counts.put(language, cells.clone());
    models.put(language, model);
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
  public String write() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    counts.forEach(
        (language, cells) -> {
          for (int i = 0; i < SIZE * SIZE; i++) {
            text.append(language)
                .append('\t')
                .append(models.get(language))
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
