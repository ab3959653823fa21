package dev.earshot.pipelines.check;

import dev.earshot.pipelines.publish.Views;
import dev.earshot.pipelines.query.Cells;
import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.query.Selection;
import dev.earshot.pipelines.query.TableDatabase;
import dev.earshot.pipelines.query.TableFolder;
import dev.earshot.pipelines.tables.TableColumn;
import dev.earshot.pipelines.tables.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks the tables of a folder against their declarations and against one another. */
public final class TableChecks {
  private final TableFolder folder;
  private final TableDatabase database;
  private final List<Finding> findings = new ArrayList<>();
  private int checks;

  private TableChecks(TableFolder folder, TableDatabase database) {
    this.folder = folder;
    this.database = database;
  }

  /**
   * What was found.
   *
   * @param checks how many things were looked at
   * @param findings those that do not hold
   */
  public record Result(int checks, List<Finding> findings) {}

  /** Checks all tables that are there. */
  public static Result of(TableFolder folder, TableDatabase database) throws QueryException {
    TableChecks all = new TableChecks(folder, database);
    for (TableSchema table : folder.tables()) {
      all.checkRows(table);
      all.checkKey(table);
      all.checkRuns(table);
    }
    for (Reconciliations.Agreement agreement : Reconciliations.ALL) {
      if (agreement.tables().stream().allMatch(folder::has)) {
        String tables =
            agreement.tables().stream()
                .map(table -> TableSchema.of(table).name())
                .collect(Collectors.joining(", "));
        all.check(tables, agreement.says(), agreement.query());
      }
    }
    return new Result(all.checks, all.findings);
  }

  /** All rules of a table in one pass over its rows. */
  private void checkRows(TableSchema table) throws QueryException {
    List<RowRule> rules = RowRule.of(table);
    String counts =
        rules.stream()
            .map(rule -> "count(*) filter (where " + rule.isBroken() + ")")
            .collect(Collectors.joining(", "));
    checks += rules.size();
    try (Selection rows = database.select("select " + counts + " from " + table.name())) {
      List<@Nullable Object> broken = Objects.requireNonNull(rows.next());
      for (int i = 0; i < rules.size(); i++) {
        RowRule rule = rules.get(i);
        if (((Number) Objects.requireNonNull(broken.get(i))).longValue() > 0) {
          checks--;
          check(
              table.name(),
              rule.says(),
              "select "
                  + key(table)
                  + " from "
                  + judged(table, rule.neverNull())
                  + " where "
                  + rule.isBroken());
        }
      }
    }
  }

  /**
   * The rows that a rule is about. Files of an older version lack a column that came later, which
   * is NULL there.
   */
  private String judged(TableSchema table, @Nullable String neverNull) throws QueryException {
    if (neverNull == null) {
      return table.name();
    }
    StringJoiner files = new StringJoiner(", ", "[", "]");
    String having =
        "select distinct file_name from parquet_schema(" + folder.files(table) + ") where name = ?";
    try (Selection rows = database.select(having + " order by all", neverNull)) {
      for (List<@Nullable Object> row = rows.next(); row != null; row = rows.next()) {
        files.add(Views.quoted(String.valueOf(row.get(0))));
      }
    }
    return files.length() > 2
        ? Views.rows(table, files.toString())
        : "(from " + table.name() + " where false)";
  }

  private void checkKey(TableSchema table) throws QueryException {
    check(
        table.name(),
        "several rows have the same key (" + key(table) + ")",
        "select " + key(table) + " from " + table.name() + " group by all having count(*) > 1");
  }

  private void checkRuns(TableSchema table) throws QueryException {
    boolean namesRun = table.columns().stream().anyMatch(column -> column.name().equals("run_id"));
    if (namesRun && folder.tables().stream().anyMatch(t -> t.name().equals("pipeline_runs"))) {
      check(
          table.name(),
          "run_id is none of pipeline_runs",
          "select distinct run_id from "
              + table.name()
              + " where run_id not in (select run_id from pipeline_runs)");
    }
  }

  /** The columns that tell rows apart; those of a run lie in a folder of its own. */
  private static String key(TableSchema table) {
    List<String> names = new ArrayList<>(table.key().stream().map(TableColumn::name).toList());
    TableColumn partition = table.partition();
    if (partition != null && !table.isDated() && !names.contains(partition.name())) {
      names.add(0, partition.name());
    }
    return String.join(", ", names);
  }

  private void check(String place, String says, String query) throws QueryException {
    checks++;
    try (Selection rows = database.select(query + " order by all")) {
      List<@Nullable Object> first = rows.next();
      if (first == null) {
        return;
      }
      long count = 1;
      while (rows.next() != null) {
        count++;
      }
      StringJoiner example = new StringJoiner(", ");
      for (int i = 0; i < first.size(); i++) {
        Object cell = first.get(i);
        example.add(rows.names().get(i) + " " + (cell == null ? "NULL" : Cells.text(cell)));
      }
      findings.add(new Finding(place, says, count, example.toString()));
    }
  }
}
