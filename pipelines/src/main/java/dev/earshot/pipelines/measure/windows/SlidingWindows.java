package dev.earshot.pipelines.measure.windows;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.WindowDelta;
import dev.earshot.pipelines.run.BrandBooks;
import dev.earshot.pipelines.run.RunSettings;
import java.io.IOException;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * The sliding windows of all cells.
 *
 * @param states what stands in them
 * @param trailing the rates that the parts of each brand's reputation are shrunk toward, by {@link
 *     TrailingRates#key}
 */
public record SlidingWindows(
    PCollection<KV<MentionCell, Encoded<WindowState>>> states,
    PCollectionView<Map<String, TrailingRate>> trailing) {

  /**
   * The windows that changes add up to. The step that follows the grouping has no side input and is
   * its only consumer: Flink chains such a step to the grouping, so that a cell's changes stream
   * through it; any other would receive them as one element, in memory.
   */
  public static SlidingWindows of(
      PCollection<KV<MentionCell, WindowDelta>> changes, RunSettings settings) {
    PCollection<KV<MentionCell, Encoded<WindowState>>> states =
        changes
            .apply("GroupByCell", GroupByKey.create())
            .apply("SweepCells", ParDo.of(new Sweep(settings)));
    return new SlidingWindows(
        states, states.apply("TrailingRates", ParDo.of(new TrailingRates())).apply(View.asMap()));
  }

  private static final class Sweep
      extends DoFn<KV<MentionCell, Iterable<WindowDelta>>, KV<MentionCell, Encoded<WindowState>>> {
    private final RunSettings settings;

    Sweep(RunSettings settings) {
      this.settings = settings;
    }

    @ProcessElement
    public void process(
        @Element KV<MentionCell, Iterable<WindowDelta>> cell,
        OutputReceiver<KV<MentionCell, Encoded<WindowState>>> out)
        throws IOException {
      MentionCell key = cell.getKey();
      int dimensionCount = BrandBooks.dimensions(settings).ids().size();
      new WindowSweep(
              dimensionCount,
              state -> {
                if (isAskedFor(key, state)) {
                  out.output(KV.of(key, Encoded.of(state)));
                }
              })
          .sweep(cell.getValue());
    }

    /** Trailing rates and weeks look back to days that the run does not publish. */
    private boolean isAskedFor(MentionCell key, WindowState state) {
      return key.isTotal() || settings.dates().meets(state.firstDay(), state.lastDay());
    }
  }
}
