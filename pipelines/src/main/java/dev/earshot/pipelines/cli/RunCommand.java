package dev.earshot.pipelines.cli;

import dev.earshot.models.understanding.AnalyzerKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads posts, messages and orders and publishes tables. */
@Command(
    name = "run",
    description = {
      "Reads posts, direct messages and orders and publishes tables.",
      "",
      "Tables lie in DIR/<table>/**/*.parquet; DIR/views.sql opens them in DuckDB. A run that fails"
          + " publishes nothing. The last line on standard output is the path of the manifest."
    },
    footer = {
      "",
      "Example:",
      "  scripts/earshot run --brands brands.yaml --posts 'posts/*.jsonl.gz' --key-file earshot.key"
          + " --output out",
      "",
      "Options may stand in a file, --config FILE, as max_rejected_rate: 0.05; secrets never do."
          + " Environment: EARSHOT_KEY, the key where no --key-file is; EARSHOT_HEAP=4g, memory for"
          + " Java, 2g if absent; EARSHOT_JAVA_OPTIONS, more options for Java, as"
          + " -Djava.io.tmpdir=DIR for temporary files."
    },
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {
      ExitCode.DONE,
      ExitCode.DEFECT,
      ExitCode.MISUSED,
      ExitCode.PART_READ,
      ExitCode.BAD_DATA,
      ExitCode.NOTHING_NAMED,
      ExitCode.NOT_INSTALLED,
      ExitCode.ENGINE_FAILED,
      ExitCode.FOREIGN_FILES,
      ExitCode.FILES_FAILED,
      ExitCode.LATER,
      ExitCode.MISCONFIGURED,
      ExitCode.NOTHING_NEW,
      ExitCode.INTERRUPTED,
      ExitCode.KILLED,
      ExitCode.TERMINATED
    },
    sortOptions = false)
final class RunCommand implements Callable<Integer> {
  @Mixin final InputOptions inputs = new InputOptions();

  @Mixin final ScopeOptions scope = new ScopeOptions();

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description =
          "Where tables go: a folder, s3://BUCKET/PREFIX or gs://BUCKET/PREFIX"
              + " (pipelines/docs/object-stores.md).")
  String output = "";

  @Option(
      names = "--analysis",
      paramLabel = "fast|corenlp",
      converter = AnalysisConverter.class,
      description =
          "Earshot's models alone, or beside them Stanford CoreNLP's part of speech, lemmas,"
              + " entities and sentiment tree in brand_mentions, some hundred times slower."
              + " Default: fast.")
  AnalyzerKind analysis = AnalyzerKind.FAST;

  @Option(
      names = "--analysis-sample",
      paramLabel = "RATE",
      description =
          "With --analysis corenlp: the share of the distinct English posts to parse, above 0."
              + " Default: 1.")
  @Nullable Double analysisSample;

  @Option(names = "--keep-text", description = "Write the texts of public posts to brand_mentions.")
  boolean keepsText;

  @Option(
      names = "--runner",
      paramLabel = "flink|direct",
      description = "The engine; direct is for small inputs. Default: ${DEFAULT-VALUE}.")
  Runner runner = Runner.flink;

  @Option(
      names = "--flink-master",
      paramLabel = "HOST:PORT",
      description =
          "Send the run to the Flink cluster whose REST interface is there; its workers must see"
              + " the input, the key file and DIR under the same paths.")
  @Nullable String flinkMaster;

  @Parameters(
      arity = "0..*",
      paramLabel = "-- BEAM OPTIONS",
      description = "After --: options for the engine, such as --parallelism=4.")
  List<String> beamOptions = List.of();

  @Mixin final OperationOptions operations = new OperationOptions();

  @Option(
      names = "--dry-run",
      description =
          "Check everything that can be known before, as validate does, and read or write nothing"
              + " more.")
  boolean isDry;

  @Override
  public Integer call() {
    LogSettings.apply(operations);
    Instant startedAt = Instant.now();
    long startedAtMicros = ChronoUnit.MICROS.between(Instant.EPOCH, startedAt);
    RunArguments.check(this, startedAtMicros);
    return isDry
        ? Preflight.of(this, startedAtMicros).check()
        : new Watched(this, startedAt).execute(startedAtMicros);
  }

  /** The cluster that the run is sent to, or null where it stays in this process. */
  @Nullable FlinkCluster cluster() {
    if (flinkMaster != null && runner != Runner.flink) {
      throw new UserException(ExitCode.USAGE, "--flink-master needs --runner flink");
    }
    return flinkMaster == null ? null : FlinkCluster.at(flinkMaster);
  }

  /** The share of the posts that CoreNLP parses; 0 for none. */
  double parsedShare() {
    if (analysisSample == null) {
      return analysis == AnalyzerKind.CORENLP ? 1 : 0;
    }
    if (analysis != AnalyzerKind.CORENLP) {
      throw new UserException(ExitCode.USAGE, "--analysis-sample needs --analysis corenlp");
    }
    if (!(analysisSample > 0 && analysisSample <= 1)) {
      throw new UserException(
          ExitCode.USAGE,
          "--analysis-sample " + analysisSample + ": expected a share above 0 and at most 1");
    }
    return analysisSample;
  }
}
