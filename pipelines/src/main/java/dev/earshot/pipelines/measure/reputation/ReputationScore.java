package dev.earshot.pipelines.measure.reputation;

import dev.earshot.models.quantification.AuthorSentiments;
import dev.earshot.models.statistics.authors.ShrunkenComposite;
import dev.earshot.models.statistics.authors.ShrunkenComposite.Prior;
import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.topics.ReputationDimensions;
import dev.earshot.pipelines.measure.windows.TrailingRate;
import dev.earshot.pipelines.measure.windows.WindowTotals;
import org.jspecify.annotations.Nullable;

/** The reputation score and its parts, on the scale of 0 to 100. */
final class ReputationScore {
  /** What the trailing rate is worth in each dimension, in mentions. */
  static final double PSEUDO_MENTIONS = 20;

  private final double[] weights;

  ReputationScore(ReputationDimensions dimensions) {
    weights = new double[dimensions.ids().size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = dimensions.share(i);
    }
  }

  int dimensionCount() {
    return weights.length;
  }

  /** The score of a cell; null without a classified mention. */
  @Nullable Estimate of(WindowTotals cell, @Nullable TrailingRate trailing) {
    long authors = cell.all().tallies().authorCount();
    if (trailing == null || authors == 0) {
      return null;
    }
    Prior prior = new Prior(trailing.rate(), trailing.standardError());
    Estimate rate = ShrunkenComposite.of(cell.moments(), weights, authors, prior, PSEUDO_MENTIONS);
    return points(rate);
  }

  /** An estimate of a net rate as one of a score. */
  static Estimate points(Estimate rate) {
    Interval interval = rate.interval();
    return new Estimate(
        points(rate.value()), new Interval(points(interval.lower()), points(interval.upper())));
  }

  /** A score as an estimate of a net rate. */
  static Estimate rate(Estimate score) {
    Interval interval = score.interval();
    return new Estimate(
        rate(score.value()), new Interval(rate(interval.lower()), rate(interval.upper())));
  }

  private static double rate(double points) {
    return (points - 50) / 50;
  }

  /** The score of one dimension. */
  static double ofDimension(AuthorSentiments tallies, TrailingRate trailing) {
    return points(
        ShrunkenComposite.shrunken(
            tallies.positiveCount() - tallies.negativeCount(),
            tallies.mentionCount(),
            trailing.rate(),
            PSEUDO_MENTIONS));
  }

  /** From the scale -1 to 1 to that of 0 to 100. */
  static double points(double rate) {
    return 50 + 50 * rate;
  }
}
