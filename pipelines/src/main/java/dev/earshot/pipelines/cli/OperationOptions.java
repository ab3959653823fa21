package dev.earshot.pipelines.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a run tells those who watch over it. */
final class OperationOptions {
  enum Level {
    error,
    warn,
    info
  }

  @Option(
      names = "--log-file",
      paramLabel = "FILE",
      description = "Append to FILE, with the time, what the run says and what its engine logs.")
  @Nullable Path logFile;

  @Option(
      names = "--log-level",
      paramLabel = "error|warn|info",
      description =
          "How much of the engine goes to the log file; what the run says always does. Default:"
              + " ${DEFAULT-VALUE}.")
  Level logLevel = Level.warn;

  @Option(
      names = "--log-json",
      description =
          "Write log file and standard error as JSON Lines: time, level, logger, message.")
  boolean isLogJson;

  @Option(
      names = "--metrics-file",
      paramLabel = "FILE",
      description =
          "Leave the run's figures in FILE, as Prometheus's node exporter collects them:"
              + " /var/lib/node_exporter/earshot.prom.")
  @Nullable Path metricsFile;

  @Option(
      names = "--openlineage",
      paramLabel = "FILE|URL",
      description =
          "Append OpenLineage events to FILE, or post them to an http(s) URL; a token for it is"
              + " taken from OPENLINEAGE_API_KEY. The run goes on where that fails.")
  @Nullable String openLineage;
}
