package dev.earshot.pipelines.cli;

import dev.earshot.models.evaluation.EvaluationTask;
import dev.earshot.models.evaluation.LabelWords;
import dev.earshot.models.phrases.InvalidPhraseFileException;
import dev.earshot.models.quantification.Calibration;
import dev.earshot.models.quantification.CalibrationFile;
import dev.earshot.models.sentiment.SentimentModel;
import dev.earshot.models.topics.Taxonomy;
import dev.earshot.models.topics.TopicSelection;
import dev.earshot.models.understanding.AnalyzerKind;
import dev.earshot.models.understanding.AnalyzerSpec;
import dev.earshot.models.understanding.MissingModelsException;
import dev.earshot.pipelines.evaluate.Columns;
import dev.earshot.pipelines.evaluate.Evaluation;
import dev.earshot.pipelines.evaluate.EvaluationResult;
import dev.earshot.pipelines.evaluate.PredictionsFile;
import dev.earshot.pipelines.evaluate.ReportWriter;
import dev.earshot.pipelines.evaluate.UnreadableLabelsException;
import dev.earshot.pipelines.sources.bytes.FileFaultException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Measures how well labelled texts are understood. */
@Command(
    name = "evaluate",
    description = "Measures on your own labels how well texts are understood.",
    footer = {
      "",
      "Labelled files are tab-separated without quotes, CSV, JSON lines or the XML of SemEval-2014;",
      "plain, .gz or .zst. Columns go by name, or by number from 1 where there is no header.",
      "pipelines/docs/evaluate.md has a command for each public set, and every definition.",
    },
    sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
  private static final String DEFAULT_CALIBRATION = "calibration.tsv";

  @Parameters(
      index = "0",
      paramLabel = "TASK",
      converter = TaskConverter.class,
      description = "sentiment, target-sentiment, topic, intent, language or account.")
  EvaluationTask task = EvaluationTask.SENTIMENT;

  @Option(names = "--input", required = true, paramLabel = "FILE", description = "Labelled texts.")
  Path input = Path.of("");

  @Option(
      names = "--columns",
      required = true,
      paramLabel = "text=COLUMN,label=COLUMN[,target=COLUMN][,language=COLUMN]",
      description =
          "Which column holds what. With intent=NAME the labels say yes or no to that intent.")
  String columns = "";

  @Option(names = "--json", paramLabel = "FILE", description = "Write the report as JSON too.")
  @Nullable Path json;

  @Option(
      names = "--predictions",
      paramLabel = "FILE",
      description = "Write a tab-separated line per record of the input, without its text.")
  @Nullable Path predictions;

  @Option(
      names = "--calibrate",
      description =
          "Store the errors as the calibration that run --calibration uses, beside those of other"
              + " languages in the same file.")
  boolean calibrates;

  @Option(
      names = "--calibration",
      paramLabel = "FILE",
      description =
          "Estimate shares with this calibration; with --calibrate, where to store it. Default of"
              + " --calibrate: "
              + DEFAULT_CALIBRATION
              + ".")
  @Nullable Path calibration;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "What label words mean, instead of the built-in table.")
  @Nullable Path labels;

  @Option(
      names = "--taxonomy",
      paramLabel = "FILE",
      description = "Topics of your own instead of the general ones; those of the industries stay.")
  @Nullable Path taxonomy;

  @Option(
      names = "--analysis",
      paramLabel = "fast|corenlp",
      converter = AnalysisConverter.class,
      description = "What to measure: Earshot's models or Stanford CoreNLP's. Default: fast.")
  AnalyzerKind analysis = AnalyzerKind.FAST;

  /** Reads the name of a task. */
  static final class TaskConverter implements ITypeConverter<EvaluationTask> {
    @Override
    public EvaluationTask convert(String value) {
      return Arrays.stream(EvaluationTask.values())
          .filter(task -> task.code().equals(value))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'"
                          + value
                          + "' is none of "
                          + String.join(
                              ", ",
                              Arrays.stream(EvaluationTask.values())
                                  .map(EvaluationTask::code)
                                  .toList())));
    }
  }

  @Override
  public Integer call() {
    if (calibrates && task != EvaluationTask.SENTIMENT && task != EvaluationTask.TARGET_SENTIMENT) {
      throw new UserException(
          ExitCode.USAGE, "--calibrate is for sentiment and target-sentiment, not " + task.code());
    }
    if (calibrates && analysis != AnalyzerKind.FAST) {
      throw new UserException(
          ExitCode.USAGE, "--calibrate is for Earshot's models, from which a run counts");
    }
    try {
      EvaluationResult result = evaluate(columns());
      System.out.print(ReportWriter.text(result));
      if (json != null) {
        Files.writeString(json, ReportWriter.json(result));
      }
      if (calibrates) {
        store(result.counts());
      }
      return result.quality().n() == 0 ? ExitCode.NOTHING_TO_DO : ExitCode.OK;
    } catch (InvalidPhraseFileException | MissingModelsException e) {
      throw new UserException(ExitCode.CONFIGURATION, String.valueOf(e.getMessage()));
    } catch (UnreadableLabelsException | FileFaultException e) {
      throw new UserException(ExitCode.DATA, input + ": " + e.getMessage());
    } catch (NoSuchFileException e) {
      throw new UserException(ExitCode.NO_INPUT, Messages.of(e));
    } catch (IOException e) {
      throw new UserException(ExitCode.IO, Messages.of(e));
    }
  }

  private Map<String, Calibration> calibrations() {
    return calibration == null || calibrates
        ? Map.of()
        : CalibrationOption.read(calibration).calibrations();
  }

  /** Languages that were measured take the place of what the file said of them. */
  private void store(Map<String, long[]> counts) throws IOException {
    Path file = calibration == null ? Path.of(DEFAULT_CALIBRATION) : calibration;
    CalibrationFile all =
        Files.exists(file) ? CalibrationOption.readAny(file).content() : new CalibrationFile();
    counts.forEach(
        (language, cells) -> {
          String model = SentimentModel.fingerprint(language);
          if (model != null) {
            all.put(language, model, cells);
          }
        });
    Files.writeString(file, all.write());
    System.out.println("calibration of " + String.join(", ", counts.keySet()) + ": " + file);
  }

  private Columns columns() {
    try {
      return Columns.parse(columns);
    } catch (IllegalArgumentException e) {
      throw new UserException(ExitCode.USAGE, "--columns: " + e.getMessage());
    }
  }

  private EvaluationResult evaluate(Columns chosen) throws IOException {
    TopicSelection topics =
        new TopicSelection(
            taxonomy == null ? List.of() : List.of(Files.readString(taxonomy)),
            Taxonomy.INDUSTRIES);
    Evaluation evaluation =
        new Evaluation(
            task,
            chosen,
            new AnalyzerSpec(analysis, topics, null).create(),
            topics.taxonomy(),
            labels == null
                ? LabelWords.shipped()
                : LabelWords.parse(labels.toString(), Files.readString(labels)),
            calibrations(),
            ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
    if (predictions == null) {
      return evaluation.run(input, PredictionsFile.none());
    }
    try (PredictionsFile file = PredictionsFile.create(predictions)) {
      return evaluation.run(input, file);
    }
  }
}
