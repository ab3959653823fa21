package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.EarshotPipeline;
import dev.earshot.pipelines.publish.ContextDays;
import dev.earshot.pipelines.publish.ForeignFilesException;
import dev.earshot.pipelines.publish.OperationTables;
import dev.earshot.pipelines.publish.Output;
import dev.earshot.pipelines.publish.OutputInUseException;
import dev.earshot.pipelines.publish.PublicationPlan;
import dev.earshot.pipelines.publish.Published;
import dev.earshot.pipelines.publish.Reconciliation;
import dev.earshot.pipelines.publish.RejectedReasons;
import dev.earshot.pipelines.publish.RunSummary;
import dev.earshot.pipelines.publish.Views;
import dev.earshot.pipelines.run.Pseudonyms;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.stores.MissingStoreException;
import dev.earshot.pipelines.stores.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult.State;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** One run, from checked arguments to published tables. */
final class Run {
  private final RunCommand command;
  private final long startedAtMicros;
  private final RunRecord record;

  /**
   * A run.
   *
   * @param startedAtMicros when it began, microseconds since the epoch
   * @param record where it notes how far it has come
   */
  Run(RunCommand command, long startedAtMicros, RunRecord record) {
    this.command = command;
    this.startedAtMicros = startedAtMicros;
    this.record = record;
  }

  /** Returns the exit code. */
  int execute() {
    PipelineOptions options = Engine.parse(command.beamOptions);
    Stores stores = stores(options);
    InputState.checkOutputIsOutside(command.inputs.arguments(), command.output);
    Inputs inputs = Inputs.read(command.inputs);
    Pseudonyms pseudonyms = pseudonyms(command.scope);
    String keyId = pseudonyms.keyId();
    RunIdentity identity = RunIdentity.of(command, inputs, keyId);
    List<SourceFile> sources =
        inputs.sources().stream().map(source -> source.withPublicName(pseudonyms)).toList();
    if (sources.isEmpty()) {
      throw noInput();
    }
    tellOfMissingColumns(inputs);
    FlinkCluster cluster = command.cluster();
    try (Output output = Output.open(command.output, stores.of(command.output), Clock.systemUTC());
        StopHandler stop = StopHandler.of(command.output);
        WorkFolder work = WorkFolder.open(Path.of(System.getProperty("java.io.tmpdir")))) {
      refuseToMixKeys(output.published(), keyId);
      output.abandonedJobs().forEach(FlinkCluster::cancelAbandoned);
      String staging = output.stage(identity.runId());
      if (cluster != null) {
        ClusterJob.noteIn(job -> output.noteJob(identity.runId(), job), cluster);
      }
      RunSettings settings = identity.settings(staging, startedAtMicros);
      record.found(sources.size(), settings.inputBytes());
      Double pace = output.writePace();
      Console.say(
          String.format(
              Locale.ROOT, "%,d files, %,d bytes; reading", sources.size(), settings.inputBytes()));
      try {
        process(
            sources,
            settings,
            Engine.complete(options, command.runner, cluster, work),
            cluster,
            pace == null ? RunProgress.USUAL_PACE : pace);
      } finally {
        stop.endIfTold();
      }
      InputState.checkUnchanged(inputs.files());
      RunSummary summary = RunSummary.read(staging);
      record.counted(summary);
      RunMessages.report(summary, record.stages.seconds());
      RunMessages.reportRejected(inputs.sources(), sources, summary);
      InputState.tellOfEmptyFiles(sources, summary);
      RunMessages.reportContext(ContextDays.of(command.scope.dates(), sources, summary));
      stop.publishing();
      int code = publish(output, staging, identity, sources, summary);
      int unread = inputs.unknownCount() + InputState.countUnread(inputs.files(), summary);
      if (code != ExitCode.OK || unread == 0) {
        return code;
      }
      Console.say("published, but nothing was read of files named above: " + unread);
      return ExitCode.PARTLY;
    } catch (OutputInUseException e) {
      throw new UserException(ExitCode.TRY_AGAIN, String.valueOf(e.getMessage()));
    } catch (ForeignFilesException e) {
      throw new UserException(ExitCode.CANNOT_CREATE, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UserException(ExitCode.IO, Messages.of(e));
    }
  }

  static UserException noInput() {
    return new UserException(
        ExitCode.NO_INPUT,
        "no input: name files with --posts, --messages, --orders, --profiles or --web-logs");
  }

  /** Such a file is one bad record, and the others are read. */
  private static void tellOfMissingColumns(Inputs inputs) {
    try {
      MappingCheck.problems(inputs).forEach(Console::say);
    } catch (IOException e) {
      throw new UserException(ExitCode.IO, Messages.of(e));
    }
  }

  static Pseudonyms pseudonyms(ScopeOptions scope) {
    try {
      return Pseudonyms.of(scope.key().read());
    } catch (IOException e) {
      throw new UserException(ExitCode.CONFIGURATION, Messages.of(e));
    }
  }

  private Stores stores(PipelineOptions options) {
    List<String> locations = new ArrayList<>(command.inputs.arguments());
    locations.add(command.output);
    return open(locations, options);
  }

  /** Opens the stores of these locations. */
  static Stores open(List<String> locations, PipelineOptions options) {
    try {
      return Stores.open(locations, options);
    } catch (MissingStoreException e) {
      throw new UserException(ExitCode.USAGE, Messages.of(e));
    } catch (IOException e) {
      throw new UserException(ExitCode.IO, Messages.of(e));
    }
  }

  private void process(
      List<SourceFile> sources,
      RunSettings settings,
      PipelineOptions options,
      @Nullable FlinkCluster cluster,
      double pace) {
    Pipeline pipeline = Pipeline.create(options);
    EarshotPipeline.build(pipeline, sources, settings);
    State state =
        cluster == null ? here(pipeline, settings.inputBytes(), pace) : sentTo(cluster, pipeline);
    if (state != State.DONE) {
      throw new UserException(
          ExitCode.SOFTWARE, "the run ended as " + state + "; nothing was published");
    }
  }

  private State here(Pipeline pipeline, long inputBytes, double pace) {
    ProgressReport progress = ProgressReport.start(inputBytes, pace);
    try {
      State state = pipeline.run().waitUntilFinish();
      progress.endStages(record.stages);
      return state;
    } catch (RuntimeException e) {
      throw JobFailure.here(e);
    } finally {
      progress.close();
    }
  }

  private static State sentTo(FlinkCluster cluster, Pipeline pipeline) {
    ClusterProgress progress = ClusterProgress.start(cluster);
    try {
      return pipeline.run().waitUntilFinish();
    } catch (RuntimeException e) {
      throw JobFailure.of(cluster, e);
    } finally {
      progress.close();
    }
  }

  private int publish(
      Output output,
      String staging,
      RunIdentity identity,
      List<SourceFile> sources,
      RunSummary summary)
      throws IOException {
    long read = summary.total().read();
    long rejected = summary.total().rejected();
    if (rejected > command.scope.maxRejectedRate * read) {
      throw new UserException(
          ExitCode.DATA,
          String.format(
                  Locale.ROOT,
                  "%,d of %,d records are bad, more than --max-rejected-rate %s; nothing was published",
                  rejected,
                  read,
                  command.scope.maxRejectedRate)
              + why(output, staging, identity, summary));
    }
    RunSummary complete = OperationTables.write(staging, identity.run(sources), summary);
    List<String> problems = Reconciliation.problems(staging, complete, sources);
    if (!problems.isEmpty()) {
      throw new UserException(
          ExitCode.DATA,
          "the output does not add up; nothing was published\n"
              + String.join("\n", problems)
              + why(output, staging, identity, summary));
    }
    if (summary.total().accepted() == 0 && !command.scope.replacesEmpty) {
      Console.say(
          RunMessages.nothing(summary)
              + "; nothing was published"
              + why(output, staging, identity, summary));
      return ExitCode.NOTHING_TO_DO;
    }
    record.stages.end("check", complete.rowCount(), "rows");
    Console.say(
        "checked; publishing " + String.format(Locale.ROOT, "%,d rows", complete.rowCount()));
    RunSummary staged = output.completeMonths(staging, complete, command.scope.dates());
    PublicationPlan plan = output.plan(staged, command.scope.dates());
    if (!plan.lost().isNone() && !command.scope.replacesEmpty) {
      throw new UserException(
          ExitCode.DATA,
          RunMessages.lostRows(command.output, plan.lost())
              + "; nothing was published"
              + why(output, staging, identity, summary));
    }
    if (command.scope.hasDates() && !command.scope.replacesEmpty && !complete.hasDatedRows()) {
      Console.say("the input holds nothing for these dates; nothing was published");
      return ExitCode.NOTHING_TO_DO;
    }
    String manifest =
        output.publish(
            identity.runId(),
            plan,
            staged,
            written -> identity.manifest(record.stages.done(), sources, written));
    record.published(staged);
    String views = Views.write(output, identity.runId());
    Console.say("tables in " + command.output + "; open them with: duckdb -init " + views);
    System.out.println(manifest);
    return ExitCode.OK;
  }

  /** Why records were rejected, and where they are kept; empty where none was. */
  private static String why(Output output, String staging, RunIdentity identity, RunSummary summary)
      throws IOException {
    if (summary.total().rejected() == 0) {
      return "";
    }
    String reasons = RejectedReasons.lines(staging, summary);
    try {
      return reasons
          + "\nthe rejected records are in "
          + output.keepRejected(identity.runId(), summary);
    } catch (IOException e) {
      return reasons + "\nthe rejected records could not be kept: " + Messages.of(e);
    }
  }

  private void refuseToMixKeys(Published published, String keyId) {
    String mixed = RunMessages.mixedKeys(command.output, published, keyId, command.scope.dates());
    if (mixed != null) {
      throw new UserException(ExitCode.DATA, mixed + "; nothing was published");
    }
  }
}
