package dev.earshot.pipelines.cli;

import dev.earshot.models.topics.Taxonomy;
import dev.earshot.models.topics.TaxonomyExamples;
import dev.earshot.pipelines.run.MappingChoice;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.run.YamlText;
import dev.earshot.pipelines.sources.RecordKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The first records of every file, and what they tell of a run over all of them. */
final class InputTrials {
  private final InputOptions options;
  private final Inputs inputs;
  private final List<String> problems = new ArrayList<>();
  private final Map<RecordKind, Set<Integer>> days = new EnumMap<>(RecordKind.class);
  private boolean isWhole = true;
  private long records;
  private long rejected;

  private InputTrials(InputOptions options, Inputs inputs) {
    this.options = options;
    this.inputs = inputs;
    for (RecordKind kind : RecordKind.values()) {
      days.put(kind, new TreeSet<>());
    }
  }

  /**
   * Reads the beginnings and prints what they are.
   *
   * @param nowMicros when the run begins, microseconds since the epoch
   */
  static InputTrials of(InputOptions options, Inputs inputs, long nowMicros) {
    InputTrials trials = new InputTrials(options, inputs);
    trials.checkExamples();
    System.out.printf(
        Locale.ROOT,
        "%s: %d brands, no mistakes%n",
        options.brands,
        inputs.brands().brands().size());
    try {
      trials.problems.addAll(MappingCheck.problems(inputs));
      trials.readBeginnings(nowMicros);
    } catch (IOException e) {
      throw new UserException(ExitCode.IO, Messages.of(e));
    }
    return trials;
  }

  /** What is wrong with whole files. */
  List<String> problems() {
    return problems;
  }

  /** The days of all records of a kind in UTC; without kinds of which not all were read. */
  Map<RecordKind, Set<Integer>> days() {
    return days;
  }

  /** Whether every record was read. */
  boolean areDaysKnown() {
    return isWhole;
  }

  /**
   * Says that more records are bad than a run bears, or null. Where files go on, their beginnings
   * stand for them.
   */
  @Nullable String tooManyRejected(double maxRejectedRate) {
    return rejected <= maxRejectedRate * records
        ? null
        : String.format(
            Locale.ROOT,
            "%,d of %s%,d records are bad, more than --max-rejected-rate %s",
            rejected,
            isWhole ? "" : "the first ",
            records,
            maxRejectedRate);
  }

  private void checkExamples() {
    List<String> failures = new ArrayList<>();
    List<String> texts = inputs.definitions().topicsYaml();
    for (int i = 0; i < texts.size(); i++) {
      String file = options.taxonomies.get(i).toString();
      Taxonomy taxonomy = Taxonomy.parse(file, texts.get(i));
      TaxonomyExamples.failures(taxonomy).forEach(failure -> failures.add(file + ": " + failure));
    }
    if (!failures.isEmpty()) {
      throw new UserException(ExitCode.CONFIGURATION, String.join("\n", failures));
    }
  }

  private void readBeginnings(long nowMicros) throws IOException {
    Trial.Facts facts =
        new Trial.Facts(inputs.brands(), options.localTimes(), options.logFormat, nowMicros);
    for (InputFiles.Recognised input : inputs.files()) {
      SourceFile file = input.source();
      YamlText mapping = MappingChoice.of(inputs.mappings(), file);
      String found = "as " + Shown.text(String.valueOf(file.duplicateOf()));
      if (file.isRead()) {
        Trial trial = Trial.of(file, facts.of(file, mapping == null ? null : mapping.mapping()));
        found = trial.text();
        add(file.format().kind(), trial, input.isNamed());
      }
      System.out.printf(
          Locale.ROOT,
          "%s: %s, %,d bytes: %s%n",
          Console.plain(file.name()),
          file.format().code(),
          file.bytes(),
          found);
    }
  }

  private void add(RecordKind kind, Trial trial, boolean isNamed) {
    String problem = trial.problem(isNamed);
    if (problem != null) {
      problems.add(problem);
    }
    records += trial.records();
    rejected += trial.rejected();
    isWhole &= trial.isWhole();
    Set<Integer> known = days.get(kind);
    if (!trial.isWhole()) {
      days.remove(kind);
    } else if (known != null) {
      known.addAll(trial.days());
    }
  }
}
