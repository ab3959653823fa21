package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.tables.TableDocumentation;
import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the documentation of the tables. */
@Command(name = "tables", description = "Prints what every table and column means.")
final class TablesCommand implements Callable<Integer> {
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
    System.out.print(TableDocumentation.markdown(chosen));
    return ExitCode.OK;
  }
}
