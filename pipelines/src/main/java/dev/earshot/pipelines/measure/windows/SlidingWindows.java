package dev.earshot.pipelines.measure.windows;

import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.facts.CellContribution;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.measure.kit.Facts;
import dev.earshot.pipelines.run.BrandBooks;
import dev.earshot.pipelines.run.RunSettings;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/** The sliding windows of all cells: what stands in them, by cell. */
public final class SlidingWindows {
  /** What stands in a cell's window on days in a row. */
  public static final Facts<MentionCell, WindowState> STATES =
      Facts.keyed("SlidingWindows", MentionCell.class, WindowState.class);

  private SlidingWindows() {}

  /**
   * The windows that contributions add up to. The step that follows the grouping has no side input
   * and is its only consumer: Flink chains such a step to the grouping, so that what is said in a
   * cell streams through it; any other would receive them as one element, in memory.
   */
  public static PCollection<KV<MentionCell, Encoded<WindowState>>> of(
      PCollection<KV<MentionCell, CellContribution>> said, RunSettings settings) {
    return said.apply("GroupByCell", GroupByKey.create())
        .apply("SweepCells", ParDo.of(new Sweep(settings)));
  }

  private static final class Sweep
      extends DoFn<
          KV<MentionCell, Iterable<CellContribution>>, KV<MentionCell, Encoded<WindowState>>> {
    private final RunSettings settings;

    Sweep(RunSettings settings) {
      this.settings = settings;
    }

    @ProcessElement
    public void process(
        @Element KV<MentionCell, Iterable<CellContribution>> cell,
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
          .sweep(key, cell.getValue());
    }

    /** Trailing rates, weeks and alerts look back to days that the run does not publish. */
    private boolean isAskedFor(MentionCell key, WindowState state) {
      boolean isDayOfTopic = key.topic() != null && state.window() == 1;
      return key.isTotal()
          || isDayOfTopic
          || settings.dates().meets(state.firstDay(), state.lastDay());
    }
  }
}
