package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.check.Finding;
import dev.earshot.pipelines.check.TableChecks;
import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.query.TableDatabase;
import dev.earshot.pipelines.query.TableFolder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks published tables. */
@Command(
    name = "check",
    description = {
      "Checks published tables: keys are unique, what is never NULL is not, values lie within their"
          + " intervals, reasons are of the closed list, counts agree across tables, and every"
          + " input file balances.",
      "",
      "Prints what does not hold, a line each, on standard output."
    },
    footer = {"", "Exit codes: 0 all holds; 2 wrong use; 65 something does not; 66 no tables."})
final class CheckCommand implements Callable<Integer> {
  @Mixin TablesOption tables = new TablesOption();

  @Override
  public Integer call() {
    TableFolder folder = tables.folder();
    try (TableDatabase database = TablesOption.open(folder)) {
      TableChecks.Result result = TableChecks.of(folder, database);
      for (Finding finding : result.findings()) {
        System.out.println(Console.plain(finding.toString()));
      }
      int broken = result.findings().size();
      Console.say(
          result.checks()
              + " checks of "
              + folder.tables().size()
              + " tables: "
              + (broken == 0 ? "all hold" : broken + " do not hold"));
      return broken == 0 ? ExitCode.OK : ExitCode.DATA;
    } catch (QueryException e) {
      throw TablesOption.unreadable(folder, e);
    }
  }
}
