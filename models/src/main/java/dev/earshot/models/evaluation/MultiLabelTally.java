package dev.earshot.models.evaluation;

import dev.earshot.models.statistics.basics.Interval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Each class against the rest, for rows with any number of classes. A row is right where it got
 * exactly its classes; classes that the file does not have are passed over.
 */
public final class MultiLabelTally implements Tally {
  private final List<String> labels;
  private final long[] support;
  private final long[] predicted;
  private final long[] hits;
  private long size;
  private long right;

  /** Nothing counted yet of these classes. */
  public MultiLabelTally(List<String> labels) {
    this.labels = List.copyOf(labels);
    support = new long[labels.size()];
    predicted = new long[labels.size()];
    hits = new long[labels.size()];
  }

  /** The classes, in their order. */
  public List<String> labels() {
    return labels;
  }

  /** Counts a row. */
  public void add(Collection<String> actual, Collection<String> found) {
    boolean isRight = true;
    for (int k = 0; k < labels.size(); k++) {
      boolean isActual = actual.contains(labels.get(k));
      boolean isFound = found.contains(labels.get(k));
      support[k] += isActual ? 1 : 0;
      predicted[k] += isFound ? 1 : 0;
      hits[k] += isActual && isFound ? 1 : 0;
      isRight &= isActual == isFound;
    }
    size++;
    right += isRight ? 1 : 0;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public long right() {
    return right;
  }

  @Override
  public List<ClassQuality> classes() {
    List<ClassQuality> classes = new ArrayList<>();
    for (int k = 0; k < labels.size(); k++) {
      classes.add(new ClassQuality(labels.get(k), support[k], predicted[k], hits[k]));
    }
    return classes;
  }

  /** By class, how often it was there or not, and found or not. */
  @Override
  public Map<String, Map<String, Long>> confusion() {
    Map<String, Map<String, Long>> confusion = new LinkedHashMap<>();
    for (int k = 0; k < labels.size(); k++) {
      Map<String, Long> row = new LinkedHashMap<>();
      row.put("true_positive", hits[k]);
      row.put("false_positive", predicted[k] - hits[k]);
      row.put("false_negative", support[k] - hits[k]);
      row.put("true_negative", size - support[k] - predicted[k] + hits[k]);
      confusion.put(labels.get(k), row);
    }
    return confusion;
  }

  /** Not known: the classes of a row depend on one another. */
  @Override
  public @Nullable Interval macroInterval(Macro macro) {
    return null;
  }
}
