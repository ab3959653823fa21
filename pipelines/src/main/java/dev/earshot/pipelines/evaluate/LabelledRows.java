package dev.earshot.pipelines.evaluate;

import dev.earshot.models.evaluation.CorpusText;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the records of a labelled file in their order. */
final class LabelledRows implements Closeable {
  private static final String PLACE_OF_TARGET = "$T$";

  private final CellSource cells;
  private final int label;
  private final int text;
  private final int target;
  private final int language;
  private final int group;
  private final List<String> features;
  private final int[] featureIndices;
  private long number;

  private LabelledRows(CellSource cells, Columns columns) {
    List<String> names = columns.names();
    this.cells = cells;
    label = index(names, columns.of("label"));
    text = index(names, columns.of("text"));
    target = index(names, columns.of("target"));
    language = index(names, columns.of("language"));
    group = index(names, columns.of("group"));
    features = columns.features();
    featureIndices = features.stream().mapToInt(names::indexOf).toArray();
  }

  private static int index(List<String> names, @Nullable String column) {
    return column == null ? -1 : names.indexOf(column);
  }

  static LabelledRows open(LabelledFile file, Columns columns) throws IOException {
    return new LabelledRows(file.open(), columns);
  }

  /** The next record, readable or not; null at the end. */
  @Nullable LabelledRecord next() throws IOException {
    if (!cells.next()) {
      return null;
    }
    number++;
    if (cells.fault() != null) {
      return new LabelledRecord(number, null, "", "", null, "", Map.of());
    }
    String named = cell(target).strip();
    String written = cell(text);
    String whole = named.isEmpty() ? written : written.replace(PLACE_OF_TARGET, named);
    String stated = cell(language).strip();
    return new LabelledRecord(
        number,
        cell(label).strip(),
        CorpusText.unescape(whole),
        named,
        stated.isEmpty() ? null : stated,
        cell(group).strip(),
        features());
  }

  private Map<String, String> features() {
    if (features.isEmpty()) {
      return Map.of();
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < featureIndices.length; i++) {
      values.put(features.get(i), cell(featureIndices[i]));
    }
    return values;
  }

  private String cell(int wanted) {
    return wanted < 0 ? "" : cells.cell(wanted);
  }

  /** What is wrong with the record, with its line; null for a good one. */
  @Nullable String fault() {
    String fault = cells.fault();
    return fault == null ? null : "line " + cells.line() + " " + fault;
  }

  @Override
  public void close() throws IOException {
    cells.close();
  }
}
