package dev.earshot.pipelines.cli;

import dev.earshot.models.topics.Taxonomy;
import dev.earshot.models.topics.TaxonomyExamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks brand file, mapping and inputs without running. */
@Command(
    name = "validate",
    description = "Checks brand file, mapping and the inputs' formats without running.",
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
    checked
        .sources()
        .forEach(
            source ->
                System.out.printf(
                    Locale.ROOT,
                    "%s: %s, %,d bytes%n",
                    Console.plain(source.name()),
                    source.format().code(),
                    source.bytes()));
    return ExitCode.OK;
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
