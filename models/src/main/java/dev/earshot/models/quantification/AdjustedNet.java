package dev.earshot.models.quantification;

import dev.earshot.models.statistics.authors.ClusteredRate;
import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.resampling.CountBootstrap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The net sentiment that is left when the classifier's errors are taken out: {@link
 * Quantifiers#blendedCount} of the predicted negative, neutral and positive mentions, from -1 to 1.
 *
 * <p>The interval is that of the adjusted count, which has no bias where only the mix of classes
 * differs from the labelled texts, stretched to hold the estimate, which has. Its two causes, the
 * authors ({@link ClusteredRate}) and the labels (a bootstrap of 1,000 samples), are independent;
 * their intervals are joined by squaring and adding the distances to the estimate (G. Y. Zou, A.
 * Donner, 2008, Statistics in Medicine 27, 1693-1702).
 *
 * <p>Whole numbers in, and the seed fixes the bootstrap: the same mentions in any order give the
 * same doubles. Immutable; safe for several threads.
 */
public final class AdjustedNet {
  /** Negative, neutral, positive. */
  public static final int CLASSES = 3;

  private static final int UNIT = 10_000;
  private static final long SEED = 3_141_592;

  private final Calibration calibration;
  private final int[] scores = new int[CLASSES];
  private final double[][] replicates;

  private AdjustedNet(Calibration calibration) {
    this.calibration = calibration;
    double[] net = netScores(calibration);
    for (int k = 0; k < CLASSES; k++) {
      scores[k] = (int) Math.rint(net[k] * UNIT);
    }
    List<double[]> drawn = new ArrayList<>();
    CountBootstrap.forEachSample(
        calibration.counts(),
        SEED,
        sample -> {
          Calibration other = Calibration.ofAny(sample, CLASSES);
          if (other != null) {
            drawn.add(netScores(other));
          }
        });
    replicates = drawn.toArray(double[][]::new);
  }

  /** The correction by labelled texts of three classes: negative, neutral, positive. */
  public static AdjustedNet of(Calibration calibration) {
    if (calibration.size() != CLASSES) {
      throw new IllegalArgumentException(calibration.size() + " classes, expected three");
    }
    return new AdjustedNet(calibration);
  }

  /** The labelled texts behind the correction. */
  public long labelCount() {
    return calibration.labelCount();
  }

  /**
   * The corrected net sentiment; null without a mention.
   *
   * @param said predicted classes by author
   */
  public @Nullable Estimate of(AuthorSentiments said) {
    Estimate authors = said.meanScore(scores[0], scores[1], scores[2]);
    if (authors == null) {
      return null;
    }
    long[] predicted = {said.negativeCount(), said.neutralCount(), said.positiveCount()};
    double[] shares = Quantifiers.blendedCount(predicted, calibration);
    double value = shares[2] - shares[0];
    double centre = authors.value() / UNIT;
    Interval byAuthor = authors.interval();
    Interval byLabel = byLabel(Quantifiers.classifyAndCount(predicted));
    double lower = centre - Math.hypot(centre - byAuthor.lower() / UNIT, centre - byLabel.lower());
    double upper = centre + Math.hypot(byAuthor.upper() / UNIT - centre, byLabel.upper() - centre);
    return new Estimate(
        value, new Interval(Math.min(lower, value), Math.max(upper, value)).clip(-1, 1));
  }

  private Interval byLabel(double[] predictedShares) {
    double[] values = new double[replicates.length];
    for (int r = 0; r < values.length; r++) {
      for (int k = 0; k < CLASSES; k++) {
        values[r] += replicates[r][k] * predictedShares[k];
      }
    }
    return CountBootstrap.interval(values);
  }

  /** What a prediction of each class adds to the adjusted net sentiment. */
  private static double[] netScores(Calibration calibration) {
    double[] net = new double[CLASSES];
    for (int k = 0; k < CLASSES; k++) {
      double[] one = new double[CLASSES];
      one[k] = 1;
      double[] adjusted = calibration.adjusted(one);
      net[k] = adjusted[2] - adjusted[0];
    }
    return net;
  }
}
