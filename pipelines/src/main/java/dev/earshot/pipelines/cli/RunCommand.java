package dev.earshot.pipelines.cli;

import dev.earshot.models.understanding.AnalyzerKind;
import dev.earshot.pipelines.measure.Measures;
import dev.earshot.pipelines.run.DateScope;
import dev.earshot.pipelines.run.SecretKeySource;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description =
          "Where tables go: a folder, s3://BUCKET/PREFIX or gs://BUCKET/PREFIX"
              + " (pipelines/docs/object-stores.md).")
  String output = "";

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First date to replace, in each brand's time zone; other dates stay.")
  @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last date to replace.")
  @Nullable LocalDate to;

  @Option(
      names = "--replace-empty",
      description =
          "Remove published rows of these dates although the run has none for their table and"
              + " brand; without it such a run ends with code 65 and publishes nothing.")
  boolean replacesEmpty;

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description =
          "The clock of the run, as 2026-03-31T23:59:59Z; the latest time in the input if absent.")
  @Nullable String asOf;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "Holds the key for hashing ids; the variable EARSHOT_KEY if absent.")
  @Nullable Path keyFile;

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
      names = "--max-rejected-rate",
      paramLabel = "RATE",
      description =
          "Fail if more than this share of the records is bad. Default: ${DEFAULT-VALUE}.")
  double maxRejectedRate = 0.1;

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

  @Override
  public Integer call() {
    return new Run(this).execute();
  }

  /** The cluster that the run is sent to, or null where it stays in this process. */
  @Nullable FlinkCluster cluster() {
    if (flinkMaster != null && runner != Runner.flink) {
      throw new UserException(ExitCode.USAGE, "--flink-master needs --runner flink");
    }
    return flinkMaster == null ? null : FlinkCluster.at(flinkMaster);
  }

  /** Whether the run replaces some dates alone. */
  boolean hasDates() {
    return from != null || to != null;
  }

  DateScope dates() {
    if (from != null && to != null && from.isAfter(to)) {
      throw new UserException(ExitCode.USAGE, "--from " + from + " is after --to " + to);
    }
    return new DateScope(
        from == null ? null : (int) from.toEpochDay(),
        to == null ? null : (int) to.toEpochDay(),
        Measures.context());
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

  @Nullable Long asOfMicros() {
    if (asOf == null) {
      return null;
    }
    try {
      // The JDK's own difference in microseconds ends 292 years from 1970.
      Instant time = OffsetDateTime.parse(asOf).toInstant();
      return Math.multiplyExact(time.getEpochSecond(), 1_000_000L) + time.getNano() / 1_000;
    } catch (DateTimeException | ArithmeticException e) {
      throw new UserException(
          ExitCode.USAGE, "--as-of " + asOf + ": expected a time as 2026-03-31T23:59:59Z");
    }
  }

  SecretKeySource key() {
    return new SecretKeySource(keyFile == null ? null : keyFile.toAbsolutePath().toString());
  }
}
