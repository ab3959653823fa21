package dev.earshot.models.evaluation;

import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.resampling.CountBootstrap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A confusion matrix; a row may get no class, which is never right. */
public final class SingleLabelTally implements Tally {
  /** The predicted class of a row that got none. */
  public static final String UNKNOWN = "unknown";

  private static final long SEED = 20_020_101;

  private final List<String> labels;
  private final int width;
  private final long[] counts;

  /** Nothing counted yet of these classes. */
  public SingleLabelTally(List<String> labels) {
    this.labels = List.copyOf(labels);
    width = labels.size() + 1;
    counts = new long[labels.size() * width];
  }

  /** The classes, in their order. */
  public List<String> labels() {
    return labels;
  }

  /** Counts a row; a predicted class that is null or none of {@link #labels} is unknown. */
  public void add(String actual, @Nullable String predicted) {
    int column = predicted == null ? -1 : labels.indexOf(predicted);
    int row = labels.indexOf(actual);
    if (row < 0) {
      throw new IllegalArgumentException("no class of the task: " + actual);
    }
    counts[row * width + (column < 0 ? width - 1 : column)]++;
  }

  @Override
  public long size() {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  @Override
  public long right() {
    long sum = 0;
    for (int k = 0; k < labels.size(); k++) {
      sum += counts[k * width + k];
    }
    return sum;
  }

  @Override
  public List<ClassQuality> classes() {
    return classes(counts);
  }

  private List<ClassQuality> classes(long[] cells) {
    List<ClassQuality> classes = new ArrayList<>();
    for (int k = 0; k < labels.size(); k++) {
      long support = 0;
      for (int j = 0; j < width; j++) {
        support += cells[k * width + j];
      }
      long predicted = 0;
      for (int j = 0; j < labels.size(); j++) {
        predicted += cells[j * width + k];
      }
      classes.add(new ClassQuality(labels.get(k), support, predicted, cells[k * width + k]));
    }
    return classes;
  }

  @Override
  public Map<String, Map<String, Long>> confusion() {
    Map<String, Map<String, Long>> confusion = new LinkedHashMap<>();
    for (int k = 0; k < labels.size(); k++) {
      Map<String, Long> row = new LinkedHashMap<>();
      for (int j = 0; j < width; j++) {
        row.put(j < labels.size() ? labels.get(j) : UNKNOWN, counts[k * width + j]);
      }
      confusion.put(labels.get(k), row);
    }
    return confusion;
  }

  @Override
  public @Nullable Interval macroInterval(Macro macro) {
    return size() == 0
        ? null
        : CountBootstrap.interval(
            counts, SEED, sample -> QualityReport.mean(classes(sample), macro));
  }
}
