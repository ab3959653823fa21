package dev.earshot.pipelines.measure.windows;

import dev.earshot.models.quantification.AuthorSentiments;
import dev.earshot.models.statistics.authors.ShrunkenComposite.Prior;
import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.MentionCell;
import java.util.function.Consumer;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * Gives the rates that the parts of each brand's reputation are shrunk toward, by brand and day.
 */
public final class TrailingRates
    extends DoFn<KV<MentionCell, Encoded<WindowState>>, KV<String, TrailingRate>> {

  @ProcessElement
  public void process(
      @Element KV<MentionCell, Encoded<WindowState>> state,
      OutputReceiver<KV<String, TrailingRate>> out) {
    MentionCell key = state.getKey();
    if (key.isTotal()) {
      forEach(
          state.getValue().value(),
          rate -> out.output(KV.of(key(key.brandId(), rate.day()), rate)));
    }
  }

  /** Under what the rate of a brand and day is found. */
  public static String key(String brandId, int day) {
    return brandId + '\n' + day;
  }

  /** The rates of a brand on the days of a state of its total. */
  public static void forEach(WindowState state, Consumer<TrailingRate> out) {
    if (state.window() != MentionCell.TRAILING_DAYS) {
      return;
    }
    AuthorSentiments tallies = new AuthorGroup(state.all()).tallies();
    Prior prior = tallies.prior();
    if (prior != null) {
      long mentions = tallies.mentionCount();
      state
          .daysUntil(state.lastDay())
          .forEach(
              day ->
                  out.accept(new TrailingRate(day, prior.rate(), prior.standardError(), mentions)));
    }
  }
}
