package dev.earshot.pipelines.measure;

import dev.earshot.models.statistics.AuthorTallies;
import dev.earshot.models.statistics.ClusteredRate;
import dev.earshot.models.statistics.Estimate;
import dev.earshot.pipelines.listen.BrandBooks;
import dev.earshot.pipelines.listen.CellKey;
import dev.earshot.pipelines.listen.ListenSettings;
import dev.earshot.pipelines.listen.WindowDelta;
import dev.earshot.pipelines.tables.BrandTopicDailyRow;
import dev.earshot.pipelines.tables.Tables;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/** Makes {@code brand_topics_daily} from the sliding windows of the cells of a topic. */
public final class BrandTopicsDaily
    extends PTransform<
        PCollection<KV<CellKey, Iterable<WindowDelta>>>, PCollection<BrandTopicDailyRow>> {
  private static final String TAXONOMY = "taxonomy";

  private final ListenSettings settings;
  private final Clock clock;

  private BrandTopicsDaily(ListenSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** The transform under a run's settings and clock. */
  public static BrandTopicsDaily of(ListenSettings settings, Clock clock) {
    return new BrandTopicsDaily(settings, clock);
  }

  @Override
  public PCollection<BrandTopicDailyRow> expand(
      PCollection<KV<CellKey, Iterable<WindowDelta>>> cells) {
    return cells.apply(
        "MeasureTopics",
        ParDo.of(new Measure(settings, clock)).withSideInputs(clock.latestInInput()));
  }

  private static final class Measure
      extends DoFn<KV<CellKey, Iterable<WindowDelta>>, BrandTopicDailyRow> {
    private final ListenSettings settings;
    private final Clock clock;

    Measure(ListenSettings settings, Clock clock) {
      this.settings = settings;
      this.clock = clock;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      CellKey key = context.element().getKey();
      if (key.topic() == null) {
        return;
      }
      int lastDay =
          Clock.lastDay(clock.asOf(context), BrandBooks.brand(settings, key.brandId()).zone());
      new WindowSweep(context.element().getValue())
          .forEach(
              lastDay,
              (window, day, cell) -> {
                if (settings.dates().holds(day)) {
                  context.output(row(key, window, day, cell));
                }
              });
    }

    private BrandTopicDailyRow row(CellKey key, int window, int day, WindowSweep.Cell cell) {
      AuthorTallies tallies = cell.tallies();
      String topic = Objects.requireNonNull(key.topic());
      Estimate net =
          ClusteredRate.net(tallies, Seeds.of("topics", key.brandId(), topic, window, day));
      boolean isReliable = ClusteredRate.isNetReliable(tallies);
      return new BrandTopicDailyRow(
          key.brandId(),
          topic,
          settings.runId(),
          TAXONOMY,
          BrandReputationDaily.missingReason(cell, isReliable),
          Tables.METRIC_VERSION,
          window,
          cell.mentionCount(),
          cell.authorCount(),
          tallies.positiveCount(),
          tallies.neutralCount(),
          tallies.negativeCount(),
          cell.unclassifiedCount(),
          Estimates.value(net),
          Estimates.lower(net),
          Estimates.upper(net),
          isReliable,
          day,
          day);
    }
  }
}
