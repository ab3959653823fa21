package dev.earshot.pipelines.measure.reputation;

import dev.earshot.models.quantification.AdjustedNet;
import dev.earshot.models.quantification.AuthorSentiments;
import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.topics.ReputationDimensions;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.measure.kit.Estimates;
import dev.earshot.pipelines.measure.windows.AuthorGroup;
import dev.earshot.pipelines.measure.windows.TrailingRate;
import dev.earshot.pipelines.measure.windows.WindowState;
import dev.earshot.pipelines.measure.windows.WindowTotals;
import dev.earshot.pipelines.run.BrandBooks;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.tables.BrandReputationDailyRow;
import dev.earshot.pipelines.tables.Tables;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One brand, network and language: its reputation in all dimensions, windows and on all days. */
public final class ReputationCell {
  private final RunSettings settings;
  private final MentionCell key;
  private final ReputationDimensions dimensions;
  private final ReputationScore score;
  private final IntFunction<@Nullable TrailingRate> trailing;
  private final @Nullable AdjustedNet adjustment;

  /**
   * A cell.
   *
   * @param trailing the brand's rate over the 90 days that end on a day
   */
  public ReputationCell(
      RunSettings settings, MentionCell key, IntFunction<@Nullable TrailingRate> trailing) {
    this.settings = settings;
    this.key = key;
    this.adjustment = BrandBooks.adjustment(settings, key.language());
    this.dimensions = BrandBooks.dimensions(settings);
    this.score = new ReputationScore(dimensions);
    this.trailing = trailing;
  }

  /** The rows of the published days on which a window stands so; none of the trailing window. */
  public void forEachRow(WindowState state, int lastDay, Consumer<BrandReputationDailyRow> out) {
    if (state.window() != MentionCell.TRAILING_DAYS) {
      WindowTotals cell = new WindowTotals(state, score.dimensionCount());
      state
          .daysUntil(lastDay)
          .filter(settings.dates()::holds)
          .forEach(day -> rows(state.window(), day, cell, out));
    }
  }

  private void rows(int window, int day, WindowTotals cell, Consumer<BrandReputationDailyRow> out) {
    TrailingRate prior = trailing.apply(day);
    Estimate whole = score.of(cell, prior);
    out.accept(row(window, day, MentionCell.ALL, cell.all(), prior, whole));
    cell.dimensions()
        .forEach(
            (dimension, group) -> {
              String id = dimensions.ids().get(dimension);
              out.accept(row(window, day, id, group, prior, null));
            });
  }

  private BrandReputationDailyRow row(
      int window,
      int day,
      String dimension,
      AuthorGroup group,
      @Nullable TrailingRate prior,
      @Nullable Estimate whole) {
    AuthorSentiments tallies = group.tallies();
    Estimate net = tallies.net();
    Estimate opinion = tallies.opinionPositive();
    Estimate adjusted = adjustment == null ? null : adjustment.of(tallies);
    boolean isReliable = tallies.isNetReliable();
    boolean isOpinionReliable = tallies.isOpinionPositiveReliable();
    boolean isScoreReliable = whole != null && isReliable;
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
        dimensionScore(dimension, tallies, prior),
        Estimates.value(whole),
        Estimates.lower(whole),
        Estimates.upper(whole),
        isReliable,
        isOpinionReliable,
        isScoreReliable,
        day,
        day);
  }

  private static @Nullable Double dimensionScore(
      String dimension, AuthorSentiments tallies, @Nullable TrailingRate prior) {
    return prior == null || dimension.equals(MentionCell.ALL)
        ? null
        : Double.valueOf(ReputationScore.ofDimension(tallies, prior));
  }

  private static @Nullable Double points(@Nullable Double rate) {
    return rate == null ? null : Double.valueOf(ReputationScore.points(rate));
  }

  /** Why a net rate is missing or not to be relied on. */
  static @Nullable String missingReason(AuthorGroup group, boolean isReliable) {
    if (isReliable) {
      return null;
    }
    if (group.mentionCount() == 0) {
      return "no_canonical_mention";
    }
    return group.tallies().mentionCount() == 0 ? "no_classified_mention" : "too_few_authors";
  }

  private @Nullable String adjustedMissingReason(AuthorGroup group, boolean isReliable) {
    if (adjustment != null) {
      return missingReason(group, isReliable);
    }
    return key.language().equals(MentionCell.ALL)
        ? "languages_err_differently"
        : "no_calibration_for_language";
  }

  private static @Nullable String opinionMissingReason(
      AuthorGroup group, @Nullable Estimate opinion, boolean isReliable) {
    boolean isOnlyNeutral = opinion == null && group.tallies().mentionCount() > 0;
    return isOnlyNeutral ? "no_opinion" : missingReason(group, isReliable);
  }

  private static @Nullable String scoreMissingReason(
      AuthorGroup group, String dimension, boolean isReliable) {
    return dimension.equals(MentionCell.ALL)
        ? missingReason(group, isReliable)
        : "not_over_all_dimensions";
  }
}
