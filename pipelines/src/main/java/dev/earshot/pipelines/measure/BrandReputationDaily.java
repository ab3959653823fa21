package dev.earshot.pipelines.measure;

import dev.earshot.models.statistics.AuthorTallies;
import dev.earshot.models.statistics.ClusteredRate;
import dev.earshot.models.statistics.Estimate;
import dev.earshot.pipelines.listen.BrandBooks;
import dev.earshot.pipelines.listen.CellKey;
import dev.earshot.pipelines.listen.ListenSettings;
import dev.earshot.pipelines.listen.WindowDelta;
import dev.earshot.pipelines.tables.BrandReputationDailyRow;
import dev.earshot.pipelines.tables.Tables;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;

/** Makes {@code brand_reputation_daily} from the sliding windows of the cells without a topic. */
public final class BrandReputationDaily
    extends PTransform<
        PCollection<KV<CellKey, Iterable<WindowDelta>>>, PCollection<BrandReputationDailyRow>> {
  private final ListenSettings settings;
  private final Clock clock;

  private BrandReputationDaily(ListenSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** The transform under a run's settings and clock. */
  public static BrandReputationDaily of(ListenSettings settings, Clock clock) {
    return new BrandReputationDaily(settings, clock);
  }

  @Override
  public PCollection<BrandReputationDailyRow> expand(
      PCollection<KV<CellKey, Iterable<WindowDelta>>> cells) {
    return cells.apply(
        "MeasureReputation",
        ParDo.of(new Measure(settings, clock)).withSideInputs(clock.latestInInput()));
  }

  private static final class Measure
      extends DoFn<KV<CellKey, Iterable<WindowDelta>>, BrandReputationDailyRow> {
    private final ListenSettings settings;
    private final Clock clock;

    Measure(ListenSettings settings, Clock clock) {
      this.settings = settings;
      this.clock = clock;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      CellKey key = context.element().getKey();
      if (key.topic() != null) {
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

    private BrandReputationDailyRow row(CellKey key, int window, int day, WindowSweep.Cell cell) {
      AuthorTallies tallies = cell.tallies();
      long seed = Seeds.of("reputation", key.brandId(), key.network(), key.language(), window, day);
      Estimate net = ClusteredRate.net(tallies, seed);
      Estimate opinion = ClusteredRate.opinionPositive(tallies, seed);
      boolean isReliable = ClusteredRate.isNetReliable(tallies);
      return new BrandReputationDailyRow(
          key.brandId(),
          settings.runId(),
          key.network(),
          key.language(),
          missingReason(cell, isReliable),
          Tables.METRIC_VERSION,
          window,
          cell.mentionCount(),
          cell.repostCount(),
          cell.authorCount(),
          tallies.positiveCount(),
          tallies.neutralCount(),
          tallies.negativeCount(),
          cell.unclassifiedCount(),
          Estimates.value(net),
          Estimates.lower(net),
          Estimates.upper(net),
          Estimates.value(opinion),
          Estimates.lower(opinion),
          Estimates.upper(opinion),
          net == null ? null : 50 + 50 * net.value(),
          isReliable,
          day,
          day);
    }
  }

  /** Why a rate is missing or not to be relied on. */
  static @Nullable String missingReason(WindowSweep.Cell cell, boolean isReliable) {
    if (isReliable) {
      return null;
    }
    if (cell.mentionCount() == 0) {
      return "no_canonical_mention";
    }
    return cell.tallies().mentionCount() == 0 ? "no_classified_mention" : "too_few_authors";
  }
}
