package dev.earshot.pipelines.cli;

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
    Inputs checked = Inputs.read(inputs);
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
                    source.name(),
                    source.format().code(),
                    source.bytes()));
    return ExitCode.OK;
  }
}
