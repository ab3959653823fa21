package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.recognise.Formats;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints what can be read and how a user gets it. */
@Command(
    name = "formats",
    description = "Prints what can be read, how to get it and what it does not tell.")
final class FormatsCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "FORMAT", description = "Only these formats.")
  List<String> names = List.of();

  @Override
  public Integer call() {
    for (String name : names) {
      if (Format.byCode(name).isEmpty()) {
        throw new UserException(
            ExitCode.USAGE, "no format " + name + "; there are " + Format.codes());
      }
    }
    if (names.isEmpty()) {
      System.out.print(Formats.markdown());
      return ExitCode.OK;
    }
    Formats.ALL.stream()
        .filter(spec -> names.contains(spec.format().code()))
        .forEach(spec -> System.out.print(spec.section()));
    return ExitCode.OK;
  }
}
