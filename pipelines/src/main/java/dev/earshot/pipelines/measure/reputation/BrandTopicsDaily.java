package dev.earshot.pipelines.measure.reputation;

import dev.earshot.models.quantification.AuthorSentiments;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.SourceKind;
import dev.earshot.pipelines.facts.WindowLengths;
import dev.earshot.pipelines.measure.coverage.Covered;
import dev.earshot.pipelines.measure.coverage.CoveredDays;
import dev.earshot.pipelines.measure.coverage.InputCoverage;
import dev.earshot.pipelines.measure.kit.Facts;
import dev.earshot.pipelines.measure.kit.Facts.NoKey;
import dev.earshot.pipelines.measure.kit.Groups;
import dev.earshot.pipelines.measure.kit.InputContext;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.measure.windows.AuthorCounts;
import dev.earshot.pipelines.measure.windows.AuthorCounts.Count;
import dev.earshot.pipelines.measure.windows.AuthorGroup;
import dev.earshot.pipelines.measure.windows.SlidingWindows;
import dev.earshot.pipelines.measure.windows.WindowState;
import dev.earshot.pipelines.run.Context;
import dev.earshot.pipelines.run.Reach;
import dev.earshot.pipelines.tables.BrandTopicDailyRow;
import dev.earshot.pipelines.tables.CellColumns;
import dev.earshot.pipelines.tables.EmergenceColumns;
import dev.earshot.pipelines.tables.Estimated;
import dev.earshot.pipelines.tables.WindowColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code brand_topics_daily}: mentions of a brand by topic, in the window that ends on a day. */
public final class BrandTopicsDaily {
  /** A window, and the days before it that are cut into windows as long. */
  private static final Context CONTEXT =
      InputContext.MENTION.over(Reach.ofWindow(2 * WindowLengths.LONGEST));

  private static final Facts<NoKey, TopicWindow> WINDOWS =
      Facts.made(
          "TopicWindows",
          TopicWindow.class,
          List.of(
              Measure.ofFacts("TopicWindows", TopicWindow.class)
                  .reaching(CONTEXT)
                  .lookingUp(InputCoverage.BY_SOURCE)
                  .lookingUp(AuthorCounts.BY_WINDOW)
                  .from(SlidingWindows.STATES)
                  .where(cell -> cell.topic() != null)
                  .rows(BrandTopicsDaily::windows)));

  public static final Measure<BrandTopicDailyRow> MEASURE =
      Measure.of(BrandTopicDailyRow.class)
          .reaching(CONTEXT)
          .from(Groups.of("TopicsByWindow", WINDOWS, Key.class, BrandTopicsDaily::key))
          .rows((key, topics, run) -> rows(topics));

  private BrandTopicsDaily() {}

  /** What is said in a window of a brand. */
  record Key(String brandId, int window, int day) {}

  /** A topic in a window, not yet beside the others. */
  record TopicWindow(BrandTopicDailyRow row, Emergence emergence) {}

  private static Key key(TopicWindow topic) {
    BrandTopicDailyRow row = topic.row();
    return new Key(row.cell().brandId(), row.window().windowDayCount(), row.window().date());
  }

  private static Stream<BrandTopicDailyRow> rows(Iterable<TopicWindow> topics) {
    List<TopicWindow> all = new ArrayList<>();
    topics.forEach(all::add);
    List<EmergenceColumns> columns =
        Emergence.columns(all.stream().map(TopicWindow::emergence).toList(), all.size());
    return IntStream.range(0, all.size()).mapToObj(i -> all.get(i).row().with(columns.get(i)));
  }

  private static Stream<TopicWindow> windows(MentionCell cell, WindowState state, RunContext run) {
    AuthorGroup group = new AuthorGroup(state.all());
    CoveredDays coveredDays = InputCoverage.of(run, cell.brandId(), SourceKind.MENTIONS);
    String topic = Objects.requireNonNull(cell.topic());
    int window = state.window();
    return state
        .daysUntil(run.lastDay(cell.brandId()))
        .filter(run::publishes)
        .mapToObj(
            day ->
                new TopicWindow(
                    row(
                        CellColumns.of(cell.brandId(), run.runId()),
                        topic,
                        group,
                        coveredDays.window(window, day),
                        day),
                    Emergence.of(
                        run,
                        cell.brandId(),
                        window,
                        day,
                        new Count(group.authorCount(), state.authorsBefore(day)),
                        AuthorCounts.of(run, cell.brandId(), null, window, day),
                        AuthorCounts.of(run, MentionCell.ALL, topic, window, day),
                        AuthorCounts.of(run, MentionCell.ALL, null, window, day))));
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
        hasEnough && covered.isWhole(),
        EmergenceColumns.NONE);
  }
}
