package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.query.TableDatabase;
import dev.earshot.pipelines.query.TableFolder;
import dev.earshot.pipelines.report.BrandReport;
import dev.earshot.pipelines.report.ReportPeriod;
import dev.earshot.pipelines.report.Theme;
import dev.earshot.pipelines.report.ThemeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the page about a brand. */
@Command(
    name = "report",
    description = {
      "Writes a page about a brand: one HTML file without scripts, to read, print and hand over.",
      "",
      "Every figure on it is a cell of a table, with its interval and its definition. It holds no"
          + " text of anybody and no id of a person. The same tables give the same bytes."
    },
    footer = {
      "",
      "Example:",
      "  scripts/earshot report --tables out --brand heron --period 2026-03 --output heron.html",
      "",
      "Exit codes: 0 done; 2 wrong use, as a brand without rows; 65 tables that cannot be read; 66"
          + " no tables; 74 cannot write; 78 mistakes in the theme. The last line on standard output"
          + " is the path of the page."
    })
final class ReportCommand implements Callable<Integer> {
  @Mixin TablesOption tables = new TablesOption();

  @Option(names = "--brand", required = true, paramLabel = "ID", description = "As tables name it.")
  String brand = "";

  @Option(
      names = "--competitors",
      split = ",",
      paramLabel = "ID",
      description = "The brands that it is compared with; all that have rows unless given.")
  @Nullable List<String> competitors;

  @Option(names = "--period", paramLabel = "MONTH", description = "A month, as 2026-03.")
  @Nullable YearMonth month;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First day; with --to, in place of --period. Without any, the last 28 days.")
  @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last day.")
  @Nullable LocalDate to;

  @Option(
      names = "--theme",
      paramLabel = "FILE",
      description = "YAML with name, logo (data:image/...), primary, accent (\"#1a2b3c\"), footer.")
  @Nullable Path themeFile;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "The page; a file of that name is replaced.")
  Path output = Path.of("");

  @Override
  public Integer call() {
    Theme theme = theme();
    TableFolder folder = tables.folder();
    String html;
    try (TableDatabase database = TablesOption.open(folder)) {
      html = html(BrandReport.of(folder, database), theme);
    } catch (QueryException e) {
      throw TablesOption.unreadable(folder, e);
    }
    try {
      Files.writeString(output, html);
    } catch (IOException e) {
      throw new UserException(ExitCode.IO, Messages.of(e));
    }
    System.out.println(output);
    return ExitCode.OK;
  }

  private String html(BrandReport report, Theme theme) throws QueryException {
    List<String> known = report.brands();
    requireKnown(brand, known);
    List<String> others = competitors == null ? known : competitors;
    for (String other : others) {
      requireKnown(other, known);
    }
    return report.html(brand, others, period(report), theme);
  }

  private static void requireKnown(String brand, List<String> known) {
    if (!known.contains(brand)) {
      throw new UserException(
          ExitCode.USAGE,
          "no table has a row of the brand '"
              + brand
              + "'; "
              + (known.isEmpty()
                  ? "none has a row of any"
                  : "there are " + String.join(", ", known)));
    }
  }

  private ReportPeriod period(BrandReport report) throws QueryException {
    if (month != null && from == null && to == null) {
      return new ReportPeriod(month.atDay(1), month.atEndOfMonth());
    }
    if (month == null && from != null && to != null && !from.isAfter(to)) {
      return new ReportPeriod(from, to);
    }
    if (month != null || from != null || to != null) {
      throw new UserException(
          ExitCode.USAGE, "expected --period MONTH, or --from DATE and a --to DATE not before it");
    }
    ReportPeriod usual = report.usualPeriod(brand);
    if (usual == null) {
      throw new UserException(
          ExitCode.USAGE,
          "the tables do not say which days are known; give --period or --from, --to");
    }
    return usual;
  }

  private Theme theme() {
    if (themeFile == null) {
      return Theme.DEFAULT;
    }
    try {
      return ThemeFile.parse(themeFile.toString(), Files.readString(themeFile));
    } catch (IOException e) {
      throw new UserException(ExitCode.CONFIGURATION, Messages.of(e));
    } catch (IllegalArgumentException e) {
      throw new UserException(ExitCode.CONFIGURATION, String.valueOf(e.getMessage()));
    }
  }
}
