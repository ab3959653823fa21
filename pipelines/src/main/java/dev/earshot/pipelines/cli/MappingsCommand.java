package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.sources.mapping.ShippedMappings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the mappings that come with the program. */
@Command(
    name = "mappings",
    description =
        "Prints the mappings that come with Earshot and are used by name, as --mapping shopify;"
            + " with NAME the text of one, to be changed and used as a file.")
final class MappingsCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "NAME", description = "Only these, as they are.")
  List<String> names = List.of();

  @Override
  public Integer call() {
    for (String name : names) {
      if (!ShippedMappings.NAMES.contains(name)) {
        throw new UserException(
            ExitCode.USAGE,
            "no mapping "
                + Shown.text(name)
                + "; there are "
                + String.join(", ", ShippedMappings.NAMES));
      }
    }
    if (names.isEmpty()) {
      System.out.print(ShippedMappings.markdown());
    }
    names.forEach(name -> System.out.print(ShippedMappings.text(name).orElse("")));
    return ExitCode.OK;
  }
}
