package dev.earshot.pipelines.measure;

import dev.earshot.models.statistics.ShrunkenComposite;
import dev.earshot.models.statistics.ShrunkenComposite.Prior;
import dev.earshot.pipelines.listen.CellKey;
import dev.earshot.pipelines.listen.WindowDelta;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Gives the rates that the parts of each brand's reputation are shrunk toward, by brand and day.
 */
final class TrailingRates
    extends DoFn<KV<CellKey, Iterable<WindowDelta>>, KV<String, TrailingRate>> {

  @ProcessElement
  public void process(
      @Element KV<CellKey, Iterable<WindowDelta>> cell,
      OutputReceiver<KV<String, TrailingRate>> out) {
    String brandId = cell.getKey().brandId();
    for (TrailingRate rate : of(cell.getValue())) {
      out.output(KV.of(key(brandId, rate.day()), rate));
    }
  }

  /** Whether a change is of the window that these rates are over. */
  static boolean isTrailing(KV<CellKey, WindowDelta> change) {
    return change.getKey().isTotal() && change.getValue().window() == CellKey.TRAILING_DAYS;
  }

  /** Under what the rate of a brand and day is found. */
  static String key(String brandId, int day) {
    return brandId + '\n' + day;
  }

  /** The rates of a brand, from the changes of its total in the trailing window. */
  static List<TrailingRate> of(Iterable<WindowDelta> changes) {
    List<TrailingRate> rates = new ArrayList<>();
    new WindowSweep(changes, 0)
        .forEach(
            Integer.MAX_VALUE - 1,
            (window, day, cell) -> {
              TrailingRate rate = of(day, cell);
              if (rate != null) {
                rates.add(rate);
              }
            });
    return rates;
  }

  /** The rate of what stands in the trailing window on a day; null without a mention. */
  static @Nullable TrailingRate of(int day, WindowSweep.Cell cell) {
    Prior prior = ShrunkenComposite.prior(cell.all().tallies());
    return prior == null
        ? null
        : new TrailingRate(
            day, prior.rate(), prior.standardError(), cell.all().tallies().mentionCount());
  }
}
