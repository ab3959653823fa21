package dev.earshot.pipelines.evaluate;

import dev.earshot.models.quantification.Calibration;
import dev.earshot.models.quantification.Quantifiers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The shares of the classes by group, as labelled, as counted and as estimated: the blend of {@link
 * Quantifiers#blendedCount} where there is a calibration for the group's language, else expectation
 * maximisation over the probabilities, else counting. Rows without an answer are left out of all
 * three.
 */
final class Shares {
  private static final class Group {
    final long[] actual;
    final long[] predicted;
    final List<double[]> probabilities = new ArrayList<>();
    @Nullable String language;
    boolean isOneLanguage = true;

    Group(int classes) {
      actual = new long[classes];
      predicted = new long[classes];
    }
  }

  private final List<String> classes;
  private final Map<String, Calibration> calibrations;
  private final Map<String, Group> groups = new TreeMap<>();

  Shares(List<String> classes, Map<String, Calibration> calibrations) {
    this.classes = classes;
    this.calibrations = calibrations;
  }

  void add(String group, String actual, String predicted, Answer answer) {
    int label = classes.indexOf(actual);
    int guess = classes.indexOf(predicted);
    if (label < 0 || guess < 0) {
      return;
    }
    Group counts = groups.computeIfAbsent(group, key -> new Group(classes.size()));
    counts.actual[label]++;
    counts.predicted[guess]++;
    if (!answer.probabilities().isEmpty()) {
      counts.probabilities.add(
          answer.probabilities().stream().mapToDouble(Double::doubleValue).toArray());
    }
    String language = answer.language();
    counts.isOneLanguage &= counts.language == null || counts.language.equals(language);
    counts.language = language;
  }

  /**
   * What came of it.
   *
   * @param groups groups with an answer
   * @param method how the shares were estimated
   * @param error mean absolute error of the estimated shares over classes, then over groups
   * @param countingError the same of counting
   */
  record Result(int groups, String method, double error, double countingError) {}

  /** The result; null without a row. */
  @Nullable Result result() {
    if (groups.isEmpty()) {
      return null;
    }
    double error = 0;
    double counting = 0;
    String method = "";
    for (Group group : groups.values()) {
      double[] truth = Quantifiers.classifyAndCount(group.actual);
      double[] counted = Quantifiers.classifyAndCount(group.predicted);
      Calibration calibration = calibration(group);
      double[] estimate = counted;
      String used = "counting";
      if (calibration != null) {
        estimate = Quantifiers.blendedCount(group.predicted, calibration);
        used = "blended_count";
      } else if (!group.probabilities.isEmpty()) {
        double[] even = new double[classes.size()];
        Arrays.fill(even, 1d / even.length);
        estimate = Quantifiers.expectationMaximisation(group.probabilities, even);
        used = "expectation_maximisation";
      }
      error += meanError(estimate, truth) / groups.size();
      counting += meanError(counted, truth) / groups.size();
      method = method.isEmpty() || method.equals(used) ? used : "mixed";
    }
    return new Result(groups.size(), method, error, counting);
  }

  private @Nullable Calibration calibration(Group group) {
    return group.language == null || !group.isOneLanguage ? null : calibrations.get(group.language);
  }

  private static double meanError(double[] estimate, double[] truth) {
    double sum = 0;
    for (int k = 0; k < truth.length; k++) {
      sum += Math.abs(estimate[k] - truth[k]);
    }
    return sum / truth.length;
  }
}
