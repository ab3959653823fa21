package dev.earshot.pipelines.cli;

import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptions.CheckEnabled;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.jspecify.annotations.Nullable;

/** The options of the engines: what Earshot needs, and what the user says after {@code --}. */
final class Engine {
  private Engine() {}

  /** Adds what Earshot needs to run, on a cluster where there is one. */
  static PipelineOptions complete(
      PipelineOptions options, Runner runner, @Nullable FlinkCluster cluster, WorkFolder work) {
    options.setStableUniqueNames(CheckEnabled.ERROR);
    if (runner == Runner.direct) {
      options.setRunner(DirectRunner.class);
      options.as(DirectOptions.class).setEnforceImmutability(false);
      options.as(DirectOptions.class).setEnforceEncodability(false);
      return options;
    }
    options.setRunner(FlinkRunner.class);
    FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
    flink.setExecutionModeForBatch("BATCH_FORCED");
    flink.setObjectReuse(true);
    if (cluster != null) {
      cluster.configure(flink, work);
      return options;
    }
    if (flink.getParallelism() < 1) {
      flink.setParallelism(Runtime.getRuntime().availableProcessors());
    }
    flink.setFlinkConfDir(
        FlinkConfiguration.folder(
            FlinkConfiguration.local(work, flink.getParallelism()), flink.getFlinkConfDir(), work));
    return options;
  }

  /** What the user says after {@code --}. */
  static PipelineOptions parse(List<String> beamOptions) {
    for (String option : beamOptions) {
      if (!option.startsWith("--")) {
        throw new UserException(
            ExitCode.USAGE,
            "'"
                + option
                + "' is no option; options of Earshot begin with --, or stand in the file of"
                + " --config, and options of the engine follow after --: as --parallelism=4");
      }
    }
    try {
      return PipelineOptionsFactory.fromArgs(beamOptions.toArray(String[]::new)).create();
    } catch (IllegalArgumentException e) {
      throw new UserException(ExitCode.USAGE, "after --: " + e.getMessage());
    }
  }
}
