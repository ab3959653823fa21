package dev.earshot.pipelines.evaluate;

import dev.earshot.models.accounts.ProfileFields;
import dev.earshot.models.evaluation.EvaluationTask;
import dev.earshot.models.evaluation.LabelWords;
import dev.earshot.models.quantification.Calibration;
import dev.earshot.models.topics.Taxonomy;
import dev.earshot.models.understanding.TextAnalyzer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a run would say of labelled texts against their labels. The file is read twice: for
 * its labels and language, then batch by batch, so that memory does not follow its size. Rows of
 * the same text that follow one another are answered together, so that targets know one another.
 */
public final class Evaluation {
  private static final int BATCH = 4_096;
  private static final int WARM_UP_TEXTS = 20_000;
  private static final long WARM_UP_NANOS = 2_000_000_000L;

  private final EvaluationTask task;
  private final Columns named;
  private final TextAnalyzer analyzer;
  private final Taxonomy taxonomy;
  private final LabelWords words;
  private final Map<String, Calibration> calibrations;
  private final LongSupplier nanosOfCpu;

  /**
   * @param analyzer without a memory of texts, or the speed would be that of the memory
   * @param calibrations by language, for the estimate of shares; may be empty
   * @param nanosOfCpu processor time of this thread, in nanoseconds
   */
  public Evaluation(
      EvaluationTask task,
      Columns columns,
      TextAnalyzer analyzer,
      Taxonomy taxonomy,
      LabelWords words,
      Map<String, Calibration> calibrations,
      LongSupplier nanosOfCpu) {
    this.task = task;
    this.named = columns;
    this.analyzer = analyzer;
    this.taxonomy = taxonomy;
    this.words = words;
    this.calibrations = calibrations;
    this.nanosOfCpu = nanosOfCpu;
  }

  /** Takes the answer to each record, in the file's order. */
  public interface PredictionSink {
    /** Takes the classes, once, before any record. */
    void begin(List<String> classes) throws IOException;

    /**
     * Takes a record.
     *
     * @param number from 1
     * @param group the cell of group=COLUMN; empty without
     * @param label the class by its label; empty where it is not scored
     * @param predicted the class or classes; empty where none could be told
     * @param probabilities of the classes, or empty
     */
    void add(long number, String group, String label, String predicted, List<Double> probabilities)
        throws IOException;
  }

  /**
   * Evaluates a file.
   *
   * @throws UnreadableLabelsException where its columns or labels cannot be used
   */
  public EvaluationResult run(Path path, PredictionSink sink) throws IOException {
    Columns columns = columns(path);
    LabelledFile file = new LabelledFile(path, columns.names());
    Survey survey = Survey.of(file, columns);
    Labelling labelling = Labelling.of(task, columns, words, taxonomy, survey.labels().keySet());
    if (labelling.classes().isEmpty() && survey.rows() > 0) {
      throw new UnreadableLabelsException("no label of the column is known for " + task.code());
    }
    String language =
        columns.of("text") != null
                && columns.of("language") == null
                && task != EvaluationTask.LANGUAGE
            ? survey.commonLanguage()
            : null;
    Answers answers =
        new Answers(task, analyzer, taxonomy, labelling, columns.features(), language);
    warmUp(answers, survey.sample());
    sink.begin(labelling.classes());
    Pass pass = new Pass(answers, labelling, sink);
    try (LabelledRows rows = LabelledRows.open(file, columns)) {
      pass.read(rows);
    }
    return pass.result(survey, language);
  }

  /** The columns, for accounts with those that describe them. */
  private Columns columns(Path path) throws IOException {
    if (task != EvaluationTask.ACCOUNT) {
      if (named.of("text") == null) {
        throw new UnreadableLabelsException("--columns lacks text=COLUMN");
      }
      return named;
    }
    ProfileFields fields = ProfileFields.among(LabelledFile.columnNames(path));
    if (fields.isEmpty()) {
      throw new UnreadableLabelsException(
          "no column describes an account; expected such as followers_count, statuses_count");
    }
    return named.withFeatures(fields.columns());
  }

  private void warmUp(Answers answers, List<LabelledRecord> sample) {
    long start = nanosOfCpu.getAsLong();
    List<Answer> unused = new ArrayList<>();
    for (int i = 0; i < WARM_UP_TEXTS && !sample.isEmpty(); i++) {
      answers.answer(List.of(sample.get(i % sample.size())), unused);
      unused.clear();
      if (nanosOfCpu.getAsLong() - start > WARM_UP_NANOS) {
        return;
      }
    }
  }

  private final class Pass {
    private final Answers answers;
    private final Labelling labelling;
    private final PredictionSink sink;
    private final Scores scores;
    private final Scores wholeTextScores;
    private final Map<String, Long> unknownLabels = new TreeMap<>();
    private long unlabelled;
    private long leftOut;
    private long unknown;
    private long texts;
    private long nanos;

    Pass(Answers answers, Labelling labelling, PredictionSink sink) {
      this.answers = answers;
      this.labelling = labelling;
      this.sink = sink;
      scores = new Scores(labelling, calibrations);
      wholeTextScores = new Scores(labelling, calibrations);
    }

    void read(LabelledRows rows) throws IOException {
      List<LabelledRecord> batch = new ArrayList<>();
      for (LabelledRecord row = rows.next(); row != null; row = rows.next()) {
        if (batch.size() >= BATCH && !row.text().equals(batch.get(batch.size() - 1).text())) {
          answer(batch);
          batch.clear();
        }
        batch.add(row);
      }
      answer(batch);
    }

    private void answer(List<LabelledRecord> batch) throws IOException {
      List<List<LabelledRecord>> groups = groups(batch);
      List<Answer> found = new ArrayList<>(batch.size());
      long start = nanosOfCpu.getAsLong();
      for (List<LabelledRecord> group : groups) {
        answers.answer(group, found);
      }
      nanos += nanosOfCpu.getAsLong() - start;
      texts += groups.size();
      for (int i = 0; i < batch.size(); i++) {
        score(batch.get(i), found.get(i));
      }
    }

    /** Rows that follow one another and share text and language; elsewhere each row alone. */
    private List<List<LabelledRecord>> groups(List<LabelledRecord> batch) {
      List<List<LabelledRecord>> groups = new ArrayList<>();
      int start = 0;
      for (int i = 1; i <= batch.size(); i++) {
        boolean isSame =
            i < batch.size()
                && task == EvaluationTask.TARGET_SENTIMENT
                && batch.get(i).text().equals(batch.get(start).text());
        if (!isSame) {
          groups.add(batch.subList(start, i));
          start = i;
        }
      }
      return batch.isEmpty() ? List.of() : groups;
    }

    private void score(LabelledRecord row, Answer answer) throws IOException {
      String label = row.label();
      if (label == null) {
        sink.add(row.number(), row.group(), "", "", List.of());
        return;
      }
      Labelling.Meaning meaning = labelling.meaning(label);
      switch (meaning.standing()) {
        case SCORED -> {
          scores.add(row.group(), meaning.actual(), answer);
          Answer wholeText = answer.wholeText();
          if (wholeText != null) {
            wholeTextScores.add(row.group(), meaning.actual(), wholeText);
          }
        }
        case UNLABELLED -> unlabelled++;
        case LEFT_OUT -> leftOut++;
        case UNKNOWN -> {
          unknown++;
          unknownLabels.merge(label, 1L, Long::sum);
        }
      }
      sink.add(
          row.number(),
          row.group(),
          labelling.written(meaning),
          labelling.isMultiLabel()
              ? String.join("|", answer.labels())
              : Objects.requireNonNullElse(scores.predicted(answer), ""),
          answer.probabilities());
    }

    EvaluationResult result(Survey survey, @Nullable String language) {
      return new EvaluationResult(
          task,
          new EvaluationResult.Rows(
              survey.rows(), survey.unreadable(), unlabelled, leftOut, unknown),
          survey.firstFault(),
          unknownLabels,
          language,
          texts,
          nanos == 0 ? null : Double.valueOf(texts * 1e9 / nanos),
          scores.report(),
          scores.shares(),
          scores.counts(),
          task == EvaluationTask.TARGET_SENTIMENT ? wholeTextScores.report() : null);
    }
  }
}
