package dev.earshot.pipelines.cli;

import dev.earshot.models.topics.Taxonomy;
import dev.earshot.models.topics.TaxonomyExamples;
import dev.earshot.pipelines.run.MappingChoice;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.run.YamlText;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Checks brand file, mapping and inputs without running: reads the first {@value Trial#RECORDS}
 * records of every file.
 */
@Command(
    name = "validate",
    description =
        "Checks brand file and mapping and reads the first 1,000 records of every input, without"
            + " running. Exit codes: 0 no mistakes; 2 wrong use; 3 a folder has files of unknown"
            + " content; 65 a file of which nothing can be"
            + " read, or which lacks a mapped column; 66 no input; 78 mistakes in brand file or"
            + " mapping.",
    sortOptions = false)
final class ValidateCommand implements Callable<Integer> {
  @Mixin final InputOptions inputs = new InputOptions();

  @Override
  public Integer call() {
    Run.open(inputs.arguments(), Engine.parse(List.of()));
    Inputs checked = Inputs.read(inputs);
    checkExamples(checked.definitions().topicsYaml());
    System.out.printf(
        Locale.ROOT,
        "%s: %d brands, no mistakes%n",
        inputs.brands,
        checked.brands().brands().size());
    List<String> problems = new ArrayList<>();
    try {
      problems.addAll(MappingCheck.problems(checked));
      readBeginnings(checked, problems);
    } catch (IOException e) {
      throw new UserException(ExitCode.IO, Messages.of(e));
    }
    if (!problems.isEmpty()) {
      throw new UserException(ExitCode.DATA, String.join(System.lineSeparator(), problems));
    }
    return checked.unknownCount() == 0 ? ExitCode.OK : ExitCode.PARTLY;
  }

  private void readBeginnings(Inputs checked, List<String> problems) throws IOException {
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    Trial.Facts facts =
        new Trial.Facts(checked.brands(), inputs.localTimes(), inputs.logFormat, now);
    for (SourceFile file : checked.sources()) {
      YamlText mapping = MappingChoice.of(checked.mappings(), file);
      String found = "as " + Shown.text(String.valueOf(file.duplicateOf()));
      if (file.isRead()) {
        Trial trial = Trial.of(file, facts.of(file, mapping == null ? null : mapping.mapping()));
        found = trial.text();
        String problem = trial.problem();
        if (problem != null) {
          problems.add(problem);
        }
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

  private void checkExamples(List<String> texts) {
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String file = inputs.taxonomies.get(i).toString();
      Taxonomy taxonomy = Taxonomy.parse(file, texts.get(i));
      TaxonomyExamples.failures(taxonomy).forEach(failure -> failures.add(file + ": " + failure));
    }
    if (!failures.isEmpty()) {
      throw new UserException(ExitCode.CONFIGURATION, String.join("\n", failures));
    }
  }
}
