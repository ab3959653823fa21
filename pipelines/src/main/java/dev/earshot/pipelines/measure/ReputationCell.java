package dev.earshot.pipelines.measure;

import dev.earshot.models.quantification.AdjustedNet;
import dev.earshot.models.statistics.AuthorTallies;
import dev.earshot.models.statistics.ClusteredRate;
import dev.earshot.models.statistics.Estimate;
import dev.earshot.models.statistics.ShrunkenComposite;
import dev.earshot.models.statistics.ShrunkenComposite.Prior;
import dev.earshot.models.topics.ReputationDimensions;
import dev.earshot.pipelines.listen.BrandBooks;
import dev.earshot.pipelines.listen.CellKey;
import dev.earshot.pipelines.listen.ListenSettings;
import dev.earshot.pipelines.listen.WindowDelta;
import dev.earshot.pipelines.measure.WindowSweep.Group;
import dev.earshot.pipelines.tables.BrandReputationDailyRow;
import dev.earshot.pipelines.tables.Tables;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One brand, network and language: its reputation in all dimensions, windows and on all days. */
final class ReputationCell {
  /** What the trailing rate is worth in each dimension, in mentions. */
  static final double PSEUDO_MENTIONS = 20;

  private final ListenSettings settings;
  private final CellKey key;
  private final ReputationDimensions dimensions;
  private final double[] weights;
  private final IntFunction<@Nullable TrailingRate> trailing;
  private final @Nullable AdjustedNet adjustment;

  /**
   * A cell.
   *
   * @param trailing the brand's rate over the 90 days that end on a day
   */
  ReputationCell(
      ListenSettings settings, CellKey key, IntFunction<@Nullable TrailingRate> trailing) {
    this.settings = settings;
    this.key = key;
    this.adjustment = BrandBooks.adjustment(settings, key.language());
    this.dimensions = BrandBooks.dimensions(settings);
    this.weights = new double[dimensions.ids().size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = dimensions.share(i);
    }
    this.trailing = trailing;
  }

  /** The rows of the published windows and days. */
  void forEachRow(
      Iterable<WindowDelta> changes, int lastDay, Consumer<BrandReputationDailyRow> out) {
    new WindowSweep(changes, window -> window != CellKey.TRAILING_DAYS, weights.length)
        .forEach(
            lastDay,
            (window, day, cell) -> {
              if (settings.dates().holds(day)) {
                TrailingRate prior = trailing.apply(day);
                Estimate score = score(cell, prior);
                out.accept(row(window, day, CellKey.ALL, cell.all(), prior, score));
                cell.dimensions()
                    .forEach(
                        (dimension, group) -> {
                          if (!group.isEmpty()) {
                            String id = dimensions.ids().get(dimension);
                            out.accept(row(window, day, id, group, prior, null));
                          }
                        });
              }
            });
  }

  private @Nullable Estimate score(WindowSweep.Cell cell, @Nullable TrailingRate prior) {
    long authors = cell.all().tallies().authorCount();
    return prior == null || authors == 0
        ? null
        : ShrunkenComposite.of(
            cell.moments(),
            weights,
            authors,
            new Prior(prior.rate(), prior.standardError()),
            PSEUDO_MENTIONS);
  }

  private BrandReputationDailyRow row(
      int window,
      int day,
      String dimension,
      Group group,
      @Nullable TrailingRate prior,
      @Nullable Estimate score) {
    AuthorTallies tallies = group.tallies();
    long seed =
        Seeds.of(
            "reputation", key.brandId(), key.network(), key.language(), dimension, window, day);
    Estimate net = ClusteredRate.net(tallies, seed);
    Estimate opinion = ClusteredRate.opinionPositive(tallies, seed);
    Estimate adjusted = adjustment == null ? null : adjustment.of(tallies, seed);
    boolean isReliable = ClusteredRate.isNetReliable(tallies);
    boolean isOpinionReliable = ClusteredRate.isOpinionPositiveReliable(tallies);
    boolean isScoreReliable = score != null && isReliable;
    return new BrandReputationDailyRow(
        key.brandId(),
        settings.runId(),
        key.network(),
        key.language(),
        dimension,
        missingReason(group, isReliable),
        adjustedMissingReason(group, isReliable),
        opinionMissingReason(group, opinion, isOpinionReliable),
        scoreMissingReason(group, dimension, isScoreReliable),
        Tables.METRIC_VERSION,
        window,
        group.mentionCount(),
        group.repostCount(),
        group.authorCount(),
        tallies.positiveCount(),
        tallies.neutralCount(),
        tallies.negativeCount(),
        group.unclassifiedCount(),
        Estimates.value(net),
        Estimates.lower(net),
        Estimates.upper(net),
        Estimates.value(adjusted),
        Estimates.lower(adjusted),
        Estimates.upper(adjusted),
        adjustment == null ? null : adjustment.labelCount(),
        Estimates.value(opinion),
        Estimates.lower(opinion),
        Estimates.upper(opinion),
        points(Estimates.value(net)),
        points(Estimates.lower(net)),
        points(Estimates.upper(net)),
        prior == null ? null : prior.mentions(),
        prior == null ? null : points(prior.rate()),
        prior == null || dimension.equals(CellKey.ALL) ? null : points(shrunken(tallies, prior)),
        points(Estimates.value(score)),
        points(Estimates.lower(score)),
        points(Estimates.upper(score)),
        isReliable,
        isOpinionReliable,
        isScoreReliable,
        day,
        day);
  }

  private static double shrunken(AuthorTallies tallies, TrailingRate prior) {
    return ShrunkenComposite.shrunken(
        tallies.positiveCount() - tallies.negativeCount(),
        tallies.mentionCount(),
        prior.rate(),
        PSEUDO_MENTIONS);
  }

  /** From the scale -1 to 1 to that of 0 to 100. */
  private static @Nullable Double points(@Nullable Double rate) {
    return rate == null ? null : Double.valueOf(50 + 50 * rate);
  }

  /** Why a net rate is missing or not to be relied on. */
  static @Nullable String missingReason(Group group, boolean isReliable) {
    if (isReliable) {
      return null;
    }
    if (group.mentionCount() == 0) {
      return "no_canonical_mention";
    }
    return group.tallies().mentionCount() == 0 ? "no_classified_mention" : "too_few_authors";
  }

  private @Nullable String adjustedMissingReason(Group group, boolean isReliable) {
    if (adjustment != null) {
      return missingReason(group, isReliable);
    }
    return key.language().equals(CellKey.ALL)
        ? "languages_err_differently"
        : "no_calibration_for_language";
  }

  private static @Nullable String opinionMissingReason(
      Group group, @Nullable Estimate opinion, boolean isReliable) {
    boolean isOnlyNeutral = opinion == null && group.tallies().mentionCount() > 0;
    return isOnlyNeutral ? "no_opinion" : missingReason(group, isReliable);
  }

  private static @Nullable String scoreMissingReason(
      Group group, String dimension, boolean isReliable) {
    return dimension.equals(CellKey.ALL)
        ? missingReason(group, isReliable)
        : "not_over_all_dimensions";
  }
}
