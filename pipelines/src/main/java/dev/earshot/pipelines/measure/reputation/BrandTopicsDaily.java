package dev.earshot.pipelines.measure.reputation;

import dev.earshot.models.quantification.AuthorSentiments;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.SourceKind;
import dev.earshot.pipelines.facts.WindowLengths;
import dev.earshot.pipelines.measure.coverage.Covered;
import dev.earshot.pipelines.measure.coverage.CoveredDays;
import dev.earshot.pipelines.measure.coverage.InputCoverage;
import dev.earshot.pipelines.measure.kit.InputContext;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.measure.windows.AuthorGroup;
import dev.earshot.pipelines.measure.windows.SlidingWindows;
import dev.earshot.pipelines.measure.windows.WindowState;
import dev.earshot.pipelines.run.Reach;
import dev.earshot.pipelines.tables.BrandTopicDailyRow;
import dev.earshot.pipelines.tables.CellColumns;
import dev.earshot.pipelines.tables.Estimated;
import dev.earshot.pipelines.tables.WindowColumns;
import java.util.Objects;
import java.util.stream.Stream;

/** {@code brand_topics_daily}: mentions of a brand by topic, in the window that ends on a day. */
public final class BrandTopicsDaily {
  public static final Measure<BrandTopicDailyRow> MEASURE =
      Measure.of(BrandTopicDailyRow.class)
          .reaching(InputContext.MENTION.over(Reach.ofWindow(WindowLengths.LONGEST)))
          .lookingUp(InputCoverage.BY_SOURCE)
          .from(SlidingWindows.STATES)
          .where(cell -> cell.topic() != null)
          .rows(BrandTopicsDaily::rows);

  private BrandTopicsDaily() {}

  private static Stream<BrandTopicDailyRow> rows(
      MentionCell cell, WindowState state, RunContext run) {
    AuthorGroup group = new AuthorGroup(state.all());
    CoveredDays coveredDays = InputCoverage.of(run, cell.brandId(), SourceKind.MENTIONS);
    return state
        .daysUntil(run.lastDay(cell.brandId()))
        .filter(run::publishes)
        .mapToObj(
            day ->
                row(
                    CellColumns.of(cell.brandId(), run.runId()),
                    Objects.requireNonNull(cell.topic()),
                    group,
                    coveredDays.window(state.window(), day),
                    day));
  }

  private static BrandTopicDailyRow row(
      CellColumns cell, String topicId, AuthorGroup group, Covered covered, int day) {
    AuthorSentiments tallies = group.tallies();
    boolean hasEnough = tallies.isNetReliable();
    return new BrandTopicDailyRow(
        cell,
        topicId,
        "taxonomy",
        covered.reasonAfter(group.missingReason(hasEnough)),
        WindowColumns.of(covered.of(), covered.days(), day),
        group.mentionCount(),
        group.authorCount(),
        group.counts(),
        Estimated.of(tallies.net()),
        hasEnough && covered.isWhole());
  }
}
