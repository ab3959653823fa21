package dev.earshot.pipelines;

import dev.earshot.pipelines.beam.WrittenFile;
import dev.earshot.pipelines.listen.DetailTable;
import dev.earshot.pipelines.listen.Listen;
import dev.earshot.pipelines.measure.MeasureInputs;
import dev.earshot.pipelines.measure.Measures;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.Measured;
import dev.earshot.pipelines.publish.WriteSummary;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.SourceFile;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollectionList;

/** From input files to staged tables: listen, then measure. */
public final class EarshotPipeline {
  private EarshotPipeline() {}

  /**
   * Adds the whole graph to a pipeline. Tables for which the run has no input have no steps; their
   * files without rows are made at publication.
   */
  public static void build(Pipeline pipeline, List<SourceFile> files, RunSettings settings) {
    Listen listen = Listen.to(pipeline, files, settings);
    Clock clock =
        new Clock(settings.clock().asOfMicros(), listen.latest().apply(View.asSingleton()));
    Measured measured = Measured.of(Measures.ALL, MeasureInputs.of(listen, settings, clock));
    PCollectionList<WrittenFile> written = PCollectionList.empty(pipeline);
    for (DetailTable<?> table : DetailTable.ALL) {
      if (listen.has(table.rows())) {
        written = written.and(table.write(listen, settings));
      }
    }
    for (Measure<?> measure : Measures.ALL) {
      if (measured.has(measure)) {
        written = written.and(measured.write(measure));
      }
    }
    written.apply(
        "WriteSummary", WriteSummary.of(settings.staging(), listen.accounts(), listen.latest()));
  }
}
