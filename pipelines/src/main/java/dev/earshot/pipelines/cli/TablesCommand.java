package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.tables.TableContracts;
import dev.earshot.pipelines.tables.TableDocumentation;
import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the documentation of the tables. */
@Command(
    name = "tables",
    description = "Prints what every table and column means, for people or for other programs.",
    sortOptions = false)
final class TablesCommand implements Callable<Integer> {
  /** For whom. */
  enum Form {
    markdown,
    json,
    dbt,
    odcs
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "markdown; json; dbt, sources and their tests; odcs, an Open Data Contract 3.1"
              + " (default: ${DEFAULT-VALUE}).")
  Form format = Form.markdown;

  @Parameters(arity = "0..*", paramLabel = "TABLE", description = "Only these tables.")
  List<String> names = List.of();

  @Override
  public Integer call() {
    for (String name : names) {
      if (Tables.ALL.stream().noneMatch(table -> table.name().equals(name))) {
        throw new UserException(
            ExitCode.USAGE,
            "no table "
                + name
                + "; there are "
                + String.join(", ", Tables.ALL.stream().map(TableSchema::name).toList()));
      }
    }
    List<TableSchema> chosen =
        names.isEmpty()
            ? Tables.ALL
            : Tables.ALL.stream().filter(table -> names.contains(table.name())).toList();
    System.out.print(text(chosen));
    return ExitCode.OK;
  }

  private String text(List<TableSchema> chosen) {
    return switch (format) {
      case markdown -> TableDocumentation.markdown(chosen);
      case json -> TableContracts.json(chosen);
      case dbt -> TableContracts.dbt(chosen);
      case odcs -> TableContracts.odcs(chosen);
    };
  }
}
