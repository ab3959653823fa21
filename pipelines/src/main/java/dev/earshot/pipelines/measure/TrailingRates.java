package dev.earshot.pipelines.measure;

import dev.earshot.models.statistics.ShrunkenComposite;
import dev.earshot.models.statistics.ShrunkenComposite.Prior;
import dev.earshot.pipelines.listen.CellKey;
import dev.earshot.pipelines.listen.WindowDelta;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * Gives the rates that the parts of each brand's reputation are shrunk toward, by brand and day.
 */
final class TrailingRates
    extends DoFn<KV<CellKey, Iterable<WindowDelta>>, KV<String, TrailingRate>> {

  @ProcessElement
  public void process(
      @Element KV<CellKey, Iterable<WindowDelta>> cell,
      OutputReceiver<KV<String, TrailingRate>> out) {
    CellKey key = cell.getKey();
    if (key.isTotal()) {
      for (TrailingRate rate : of(cell.getValue())) {
        out.output(KV.of(key(key.brandId(), rate.day()), rate));
      }
    }
  }

  /** Under what the rate of a brand and day is found. */
  static String key(String brandId, int day) {
    return brandId + '\n' + day;
  }

  /** The rates of a brand, from the changes of its total. */
  static List<TrailingRate> of(Iterable<WindowDelta> changes) {
    List<TrailingRate> rates = new ArrayList<>();
    new WindowSweep(changes, window -> window == CellKey.TRAILING_DAYS, 0)
        .forEach(
            Integer.MAX_VALUE - 1,
            (window, day, cell) -> {
              Prior prior = ShrunkenComposite.prior(cell.all().tallies());
              if (prior != null) {
                long mentions = cell.all().tallies().mentionCount();
                rates.add(new TrailingRate(day, prior.rate(), prior.standardError(), mentions));
              }
            });
    return rates;
  }
}
