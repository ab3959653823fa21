package dev.earshot.pipelines.measure.reputation;

import dev.earshot.models.quantification.AuthorSentiments;
import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.measure.kit.Estimates;
import dev.earshot.pipelines.measure.windows.AuthorGroup;
import dev.earshot.pipelines.measure.windows.WindowState;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.tables.BrandTopicDailyRow;
import dev.earshot.pipelines.tables.Tables;
import java.util.Objects;
import java.util.function.Consumer;

/** One brand and topic, in all windows and on all days. */
public final class TopicCell {
  private static final String TAXONOMY = "taxonomy";

  private final RunSettings settings;
  private final MentionCell key;
  private final String topic;

  public TopicCell(RunSettings settings, MentionCell key) {
    this.settings = settings;
    this.key = key;
    this.topic = Objects.requireNonNull(key.topic());
  }

  /** The rows of the published days on which a window stands so. */
  public void forEachRow(WindowState state, int lastDay, Consumer<BrandTopicDailyRow> out) {
    AuthorGroup group = new AuthorGroup(state.all());
    state
        .daysUntil(lastDay)
        .filter(settings.dates()::holds)
        .forEach(day -> out.accept(row(state.window(), day, group)));
  }

  private BrandTopicDailyRow row(int window, int day, AuthorGroup group) {
    AuthorSentiments tallies = group.tallies();
    Estimate net = tallies.net();
    boolean isReliable = tallies.isNetReliable();
    return new BrandTopicDailyRow(
        key.brandId(),
        topic,
        settings.runId(),
        TAXONOMY,
        ReputationCell.missingReason(group, isReliable),
        Tables.METRIC_VERSION,
        window,
        group.mentionCount(),
        group.authorCount(),
        tallies.positiveCount(),
        tallies.neutralCount(),
        tallies.negativeCount(),
        group.unclassifiedCount(),
        Estimates.value(net),
        Estimates.lower(net),
        Estimates.upper(net),
        isReliable,
        day,
        day);
  }
}
