package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.query.ResultFormat;
import dev.earshot.pipelines.query.Selection;
import dev.earshot.pipelines.query.TableDatabase;
import dev.earshot.pipelines.query.TableFolder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the alerts that opened since a day. */
@Command(
    name = "alerts",
    description = {
      "Lists the revolts of customers that opened since a day: brand_alerts, the newest first.",
      "",
      "Run it behind the nightly run; with --exit-code a scheduler knows without reading."
    },
    footer = {
      "",
      "Example:",
      "  scripts/earshot alerts --tables out --since 2026-03-01 --exit-code",
      "",
      "Exit codes: 0 done; 2 wrong use; 3 something opened (with --exit-code); 65 tables that cannot"
          + " be read; 66 no tables."
    })
final class AlertsCommand implements Callable<Integer> {
  private static final String QUERY =
      """
      select brand_id, opened_date, peaked_date, closed_date, is_open, observed_author_count,
        round(expected_author_count, 1) as expected_author_count, peak_author_count,
        round(opening_score, 2) as opening_score, round(q_value, 4) as q_value, driver_topics
      from brand_alerts where opened_date >= ?
      order by opened_date desc, brand_id""";

  @Mixin TablesOption tables = new TablesOption();

  @Option(
      names = "--since",
      required = true,
      paramLabel = "DATE",
      description = "The first day on which they opened, such as 2026-03-01.")
  LocalDate since = LocalDate.EPOCH;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, csv or json; text unless given.",
      converter = ResultFormatConverter.class)
  ResultFormat format = ResultFormat.TEXT;

  @Option(names = "--exit-code", description = "End with 3 where something opened.")
  boolean isToldByExitCode;

  @Override
  public Integer call() throws IOException {
    TableFolder folder = tables.folder();
    Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
    try (TableDatabase database = TablesOption.open(folder)) {
      boolean isAny;
      try (Selection rows = database.select(QUERY + " limit 1", since)) {
        isAny = rows.next() != null;
      }
      try (Selection rows = database.select(QUERY, since)) {
        format.write(rows, out);
      }
      return isAny && isToldByExitCode ? ExitCode.ALERTS_OPENED : ExitCode.OK;
    } catch (QueryException e) {
      throw TablesOption.unreadable(folder, e);
    }
  }
}
