package dev.earshot.pipelines.measure.reputation;

import dev.earshot.models.quantification.AdjustedNet;
import dev.earshot.models.quantification.AuthorSentiments;
import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.pipelines.facts.BrandDay;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.SourceKind;
import dev.earshot.pipelines.facts.WindowLengths;
import dev.earshot.pipelines.measure.coverage.Covered;
import dev.earshot.pipelines.measure.coverage.CoveredDays;
import dev.earshot.pipelines.measure.coverage.InputCoverage;
import dev.earshot.pipelines.measure.kit.InputContext;
import dev.earshot.pipelines.measure.kit.Kpi;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.measure.kit.Week;
import dev.earshot.pipelines.measure.kit.WeeklyFigure;
import dev.earshot.pipelines.measure.windows.AuthorGroup;
import dev.earshot.pipelines.measure.windows.SlidingWindows;
import dev.earshot.pipelines.measure.windows.TrailingRate;
import dev.earshot.pipelines.measure.windows.TrailingRates;
import dev.earshot.pipelines.measure.windows.WindowState;
import dev.earshot.pipelines.measure.windows.WindowTotals;
import dev.earshot.pipelines.run.Reach;
import dev.earshot.pipelines.tables.BrandReputationDailyRow;
import dev.earshot.pipelines.tables.BrandReputationDailyRow.Adjusted;
import dev.earshot.pipelines.tables.BrandReputationDailyRow.Mentions;
import dev.earshot.pipelines.tables.BrandReputationDailyRow.Reasons;
import dev.earshot.pipelines.tables.BrandReputationDailyRow.Reliability;
import dev.earshot.pipelines.tables.BrandReputationDailyRow.Spoken;
import dev.earshot.pipelines.tables.BrandReputationDailyRow.Trailing;
import dev.earshot.pipelines.tables.CellColumns;
import dev.earshot.pipelines.tables.Estimated;
import dev.earshot.pipelines.tables.MissingReason;
import dev.earshot.pipelines.tables.SentimentCounts;
import dev.earshot.pipelines.tables.WindowColumns;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code brand_reputation_daily}: what people say of a brand on a network and in a language, in
 * every dimension, in the window that ends on a day.
 */
public final class BrandReputationDaily {
  public static final Measure<BrandReputationDailyRow> MEASURE =
      Measure.of(BrandReputationDailyRow.class)
          .reaching(InputContext.MENTION.over(Reach.ofWindow(WindowLengths.TRAILING)))
          .lookingUp(TrailingRates.BY_DAY)
          .lookingUp(InputCoverage.BY_SOURCE)
          .from(SlidingWindows.STATES)
          .where(cell -> cell.topic() == null)
          .rows(BrandReputationDaily::rows);

  /** The score of a week: the row of the seven days that end on its Sunday, over everything. */
  public static final Measure<WeeklyFigure> WEEKS =
      Measure.ofFacts("WeeklyReputation", WeeklyFigure.class)
          .lookingUp(TrailingRates.BY_DAY)
          .lookingUp(InputCoverage.BY_SOURCE)
          .from(SlidingWindows.STATES)
          .where(MentionCell::isTotal)
          .rows(BrandReputationDaily::weeks);

  private final MentionCell cell;
  private final WindowState state;
  private final RunContext run;
  private final ReputationScore score;
  private final List<String> dimensionIds;
  private final List<AdjustedNet.Part> languages;
  private final CoveredDays coveredDays;

  private BrandReputationDaily(MentionCell cell, WindowState state, RunContext run) {
    this.cell = cell;
    this.state = state;
    this.run = run;
    this.score = new ReputationScore(run.dimensions());
    this.dimensionIds = run.dimensions().ids();
    this.languages = languages(cell, state, run);
    this.coveredDays = InputCoverage.of(run, cell.brandId(), SourceKind.MENTIONS);
  }

  /** The languages of the cell's classified mentions, with what corrects them. */
  private static List<AdjustedNet.Part> languages(
      MentionCell cell, WindowState state, RunContext run) {
    if (!cell.language().equals(MentionCell.ALL)) {
      return List.of(new AdjustedNet.Part(run.adjustment(cell.language()), 1));
    }
    return state.languages().stream()
        .map(spoken -> new AdjustedNet.Part(run.adjustment(spoken.language()), spoken.mentions()))
        .toList();
  }

  private static Stream<BrandReputationDailyRow> rows(
      MentionCell cell, WindowState state, RunContext run) {
    int[] days = state.daysUntil(run.lastDay(cell.brandId())).filter(run::publishes).toArray();
    if (days.length == 0 || state.window() == WindowLengths.TRAILING) {
      return Stream.empty();
    }
    BrandReputationDaily measure = new BrandReputationDaily(cell, state, run);
    WindowTotals totals = new WindowTotals(state, measure.dimensionIds.size());
    return IntStream.of(days).boxed().flatMap(day -> measure.rows(totals, day));
  }

  private Stream<BrandReputationDailyRow> rows(WindowTotals totals, int day) {
    TrailingRate trailing = trailing(day);
    return Stream.concat(
        Stream.of(whole(totals, day)),
        totals.dimensions().entrySet().stream()
            .map(
                part ->
                    row(day, dimensionIds.get(part.getKey()), part.getValue(), trailing, null)));
  }

  private @Nullable TrailingRate trailing(int day) {
    return run.lookUp(TrailingRates.BY_DAY, new BrandDay(cell.brandId(), day));
  }

  /** The row of all dimensions. */
  private BrandReputationDailyRow whole(WindowTotals totals, int day) {
    TrailingRate trailing = trailing(day);
    return row(day, MentionCell.ALL, totals.all(), trailing, score.of(totals, trailing));
  }

  private static Stream<WeeklyFigure> weeks(MentionCell cell, WindowState state, RunContext run) {
    int[] sundays =
        state
            .daysUntil(run.lastDay(cell.brandId()) - 1)
            .filter(day -> day == Week.sunday(day))
            .toArray();
    if (sundays.length == 0 || state.window() != Week.DAYS) {
      return Stream.empty();
    }
    BrandReputationDaily measure = new BrandReputationDaily(cell, state, run);
    WindowTotals totals = new WindowTotals(state, measure.dimensionIds.size());
    return IntStream.of(sundays)
        .mapToObj(sunday -> figure(cell.brandId(), sunday, measure.whole(totals, sunday)));
  }

  private static WeeklyFigure figure(String brandId, int sunday, BrandReputationDailyRow week) {
    SentimentCounts said = week.counts();
    return new WeeklyFigure(
        brandId,
        Kpi.REPUTATION,
        sunday,
        week.adjusted().adjustedReputationScore(),
        week.reputationScore(),
        said.positiveCount() + said.neutralCount() + said.negativeCount(),
        week.reliability().isReputationScoreReliable()
            && week.adjusted().adjustedReputationScore().value() != null,
        week.adjusted().calibrationLabelCount() == null
            ? week.reasons().adjustedNetSentimentRateMissingReason()
            : week.reasons().reputationScoreMissingReason());
  }

  private BrandReputationDailyRow row(
      int day,
      String dimension,
      AuthorGroup group,
      @Nullable TrailingRate trailing,
      @Nullable Estimate whole) {
    AuthorSentiments tallies = group.tallies();
    Estimate net = tallies.net();
    Estimate opinion = tallies.opinionPositive();
    Covered covered = coveredDays.window(state.window(), day);
    boolean hasEnough = tallies.isNetReliable();
    boolean hasEnoughOpinions = tallies.isOpinionPositiveReliable();
    boolean isWhole = dimension.equals(MentionCell.ALL);
    boolean hasEnoughForScore = whole != null && hasEnough;
    return new BrandReputationDailyRow(
        CellColumns.of(cell.brandId(), run.runId()),
        new Spoken(cell.network(), cell.language(), dimension),
        new Reasons(
            covered.reasonAfter(group.missingReason(hasEnough)),
            covered.reasonAfter(adjustedMissingReason(group, isWhole, hasEnough)),
            covered.reasonAfter(opinionMissingReason(group, opinion, hasEnoughOpinions)),
            isWhole
                ? covered.reasonAfter(group.missingReason(hasEnoughForScore))
                : MissingReason.NOT_OVER_ALL_DIMENSIONS),
        WindowColumns.of(state.window(), covered.days(), day),
        new Mentions(group.mentionCount(), group.repostCount(), group.authorCount()),
        group.counts(),
        Estimated.of(net),
        adjusted(net, whole, isWhole),
        Estimated.of(opinion),
        Estimated.of(net == null ? null : ReputationScore.points(net)),
        trailing == null
            ? null
            : new Trailing(
                trailing.mentions(),
                coveredDays.window(WindowLengths.TRAILING, day).days(),
                ReputationScore.points(trailing.rate())),
        trailing == null || isWhole
            ? null
            : Double.valueOf(ReputationScore.ofDimension(tallies, trailing)),
        Estimated.of(whole),
        new Reliability(
            hasEnough && covered.isWhole(),
            hasEnoughOpinions && covered.isWhole(),
            hasEnoughForScore && covered.isWhole()));
  }

  private Adjusted adjusted(@Nullable Estimate net, @Nullable Estimate score, boolean isWhole) {
    Estimate adjusted = isMixedPart(isWhole) ? null : AdjustedNet.ofParts(net, languages);
    if (adjusted == null) {
      return new Adjusted(Estimated.NONE, null, Estimated.NONE);
    }
    Estimate adjustedScore =
        AdjustedNet.ofParts(score == null ? null : ReputationScore.rate(score), languages);
    return new Adjusted(
        Estimated.of(adjusted),
        labelCount(),
        Estimated.of(adjustedScore == null ? null : ReputationScore.points(adjustedScore)));
  }

  private long labelCount() {
    return languages.stream()
        .map(AdjustedNet.Part::net)
        .filter(Objects::nonNull)
        .mapToLong(AdjustedNet::labelCount)
        .sum();
  }

  /** The languages of one dimension of a cell of several are not counted. */
  private boolean isMixedPart(boolean isWhole) {
    return !isWhole && languages.size() > 1;
  }

  private @Nullable MissingReason adjustedMissingReason(
      AuthorGroup group, boolean isWhole, boolean hasEnough) {
    if (isMixedPart(isWhole)) {
      return MissingReason.LANGUAGES_ERR_DIFFERENTLY;
    }
    boolean isUnknown = languages.stream().allMatch(part -> part.net() == null);
    return isUnknown && group.tallies().mentionCount() > 0
        ? MissingReason.NO_CALIBRATION_FOR_LANGUAGE
        : group.missingReason(hasEnough);
  }

  private static @Nullable MissingReason opinionMissingReason(
      AuthorGroup group, @Nullable Estimate opinion, boolean hasEnough) {
    boolean isOnlyNeutral = opinion == null && group.tallies().mentionCount() > 0;
    return isOnlyNeutral ? MissingReason.NO_OPINION : group.missingReason(hasEnough);
  }
}
