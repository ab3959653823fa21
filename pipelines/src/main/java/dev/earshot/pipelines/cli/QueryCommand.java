package dev.earshot.pipelines.cli;

import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.query.ResultFormat;
import dev.earshot.pipelines.query.Selection;
import dev.earshot.pipelines.query.TableDatabase;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a query over published tables. */
@Command(
    name = "query",
    description = {
      "Answers a query in SQL over published tables.",
      "",
      "Every table is a view under its name, and so are the summaries of views.sql; 'show tables'"
          + " lists them, 'describe brand_topics_daily' lists columns. The tables are read-only, and"
          + " nothing else can be read: no other file, no network."
    },
    footer = {
      "",
      "Example:",
      "  scripts/earshot query --tables out \"select brand_id, date, net_sentiment_rate from"
          + " reputation_7d where is_reliable order by all\"",
      "",
      "Exit codes: 0 done; 2 wrong use, as a query that is not understood; 65 tables that cannot be"
          + " read; 66 no tables."
    })
final class QueryCommand implements Callable<Integer> {
  @Mixin TablesOption tables = new TablesOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, csv or json; text unless given.",
      converter = ResultFormatConverter.class)
  ResultFormat format = ResultFormat.TEXT;

  @Parameters(paramLabel = "SQL", description = "One query, in quotes.")
  String sql = "";

  @Override
  public Integer call() throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
    try (TableDatabase database = TablesOption.open(tables.folder())) {
      try (Selection rows = database.select(sql)) {
        format.write(rows, out);
      } catch (QueryException e) {
        throw new UserException(ExitCode.USAGE, String.valueOf(e.getMessage()));
      }
    }
    return ExitCode.OK;
  }
}
