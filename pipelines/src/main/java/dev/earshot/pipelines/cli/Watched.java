package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.operations.LineageDataset;
import dev.earshot.pipelines.operations.LineageEvents;
import dev.earshot.pipelines.operations.PrometheusText;
import dev.earshot.pipelines.operations.RunOutcome;
import dev.earshot.pipelines.sources.InputArgument;
import dev.earshot.pipelines.sources.UnknownFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A run with those who watch over it: they hear how it began and ended, however it did. */
final class Watched {
  private final RunCommand command;
  private final RunRecord record = new RunRecord();
  private final Instant startedAt;
  private final @Nullable LineageSink sink;

  Watched(RunCommand command, Instant startedAt) {
    this.command = command;
    this.startedAt = startedAt;
    String lineage = command.operations.openLineage;
    this.sink = lineage == null ? null : LineageSink.of(lineage);
  }

  /** Returns the exit code. */
  int execute(long startedAtMicros) {
    if (sink != null) {
      sink.send(events().start());
    }
    try {
      int code = new Run(command, startedAtMicros, record).execute();
      boolean isPublished = code == ExitCode.OK || code == ExitCode.PARTLY;
      tell(code, isPublished ? null : "the input holds nothing to publish");
      return code;
    } catch (UserException e) {
      tell(e.exitCode(), String.valueOf(e.getMessage()));
      throw e;
    } catch (RuntimeException e) {
      // Its message may hold anything of the input.
      tell(ExitCode.BUG, e.getClass().getName());
      throw e;
    }
  }

  private void tell(int code, @Nullable String message) {
    RunOutcome run =
        new RunOutcome(
            code,
            message,
            command.output,
            startedAt,
            Instant.now(),
            record.stages.done(),
            record.records(),
            record.inputBytes(),
            message == null ? record.tables() : List.of());
    if (sink != null) {
      sink.send(events().end(run, code == ExitCode.NOTHING_TO_DO));
    }
    Path metrics = command.operations.metricsFile;
    if (metrics != null) {
      try {
        write(metrics, run);
      } catch (IOException e) {
        Console.say("no metrics were written: " + Messages.of(e));
      }
    }
  }

  /** In one step: the collector may read at any time. It takes what ends with .prom alone. */
  private static void write(Path file, RunOutcome run) throws IOException {
    String before = Files.isRegularFile(file) ? Files.readString(file) : null;
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.writeString(draft, PrometheusText.of(run, before));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private LineageEvents events() {
    return new LineageEvents(
        command.output, inputs(), Version.STRING, startedAt, command.scope.from, command.scope.to);
  }

  private List<LineageDataset> inputs() {
    Set<LineageDataset> inputs =
        new TreeSet<>(
            Comparator.comparing(LineageDataset::namespace).thenComparing(LineageDataset::name));
    command
        .inputs
        .byKind()
        .forEach(
            (kind, arguments) -> {
              for (String argument : arguments) {
                String pattern = pattern(argument, kind.isOfOneBrand());
                if (!pattern.equals("-")) {
                  inputs.add(LineageDataset.of(pattern));
                }
              }
            });
    return new ArrayList<>(inputs);
  }

  /** The run says what is wrong with an argument. */
  private static String pattern(String argument, boolean isOfOneBrand) {
    try {
      InputArgument input = InputArgument.parse(argument);
      return (isOfOneBrand ? input.withBrand() : input).pattern();
    } catch (UnknownFormatException e) {
      return argument;
    }
  }
}
