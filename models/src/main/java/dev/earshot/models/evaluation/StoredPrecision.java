package dev.earshot.models.evaluation;

import dev.earshot.models.phrases.PhraseFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often rules were right when they gave a label: the confidence in an answer that has no
 * probability. Measured on labelled texts with which the rules were made, as {@code
 * models/artifacts/<folder>/precision.tsv} says: label, precision, texts with that answer, set.
 */
public final class StoredPrecision {
  /** Stands for every label without a line of its own. */
  public static final String OTHERS = "*";

  private static final String HEADER = "label\tprecision\tanswers\tset";

  private final Map<String, Double> byLabel;

  private StoredPrecision(Map<String, Double> byLabel) {
    this.byLabel = byLabel;
  }

  /**
   * What is shipped with the rules of a task.
   *
   * @param folder of the artifact: {@code intents}, {@code topics} or {@code accounts}
   */
  public static StoredPrecision shipped(String folder) {
    return parse(folder, PhraseFile.shipped("/dev/earshot/artifacts/" + folder + "/precision.tsv"));
  }

  /**
   * Reads such a file.
   *
   * @throws IllegalArgumentException naming the line that is none
   */
  static StoredPrecision parse(String name, String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw new IllegalArgumentException(name + ", line 1: expected the header " + HEADER);
    }
    Map<String, Double> byLabel = new HashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\t", -1);
      double precision = cells.length == 4 ? Double.parseDouble(cells[1]) : -1;
      if (!(precision >= 0 && precision <= 1) || byLabel.put(cells[0], precision) != null) {
        throw new IllegalArgumentException(
            name
                + ", line "
                + (i + 1)
                + ": expected a new label, a precision from 0 to 1, answers"
                + " and a set, by tabs");
      }
    }
    return new StoredPrecision(Map.copyOf(byLabel));
  }

  /** The precision of a label, or of those without a line of their own; null for neither. */
  public @Nullable Double of(String label) {
    Double own = byLabel.get(label);
    return own == null ? byLabel.get(OTHERS) : own;
  }
}
