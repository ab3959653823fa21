package dev.earshot.pipelines.report;

import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.tables.PipelineRunRow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How it was counted: runs, definitions, and what the page does not say. */
final class MethodSection {
  private MethodSection() {}

  static void write(Page page, ReportTables tables, ReportRequest request) throws QueryException {
    Html html = page.html;
    page.section("method", "How it was counted", "");
    html.open("ul");
    for (String text :
        List.of(
            "Every figure is a cell of a table that anybody with the tables can ask for; intervals"
                + " are of 95 %.",
            "People are counted by accounts; one person on two networks is two.",
            "Sentiment and topics are told by models, which err; their model cards say how often.",
            "A change is named only where the intervals of both weeks do not meet.",
            "Nothing here shows what caused what.")) {
      html.element("li", text);
    }
    html.close();
    runs(page, tables);
    definitions(page);
    html.close();
  }

  private static void runs(Page page, ReportTables tables) throws QueryException {
    Set<String> runs = new LinkedHashSet<>();
    for (ReadCells row : tables.rows(PipelineRunRow.class, "true order by as_of_at desc, run_id")) {
      runs.add(
          "Run "
              + row.text("run_id")
              + " of Earshot "
              + row.text("earshot_version")
              + ", definitions "
              + row.text("metric_version")
              + ", clock "
              + row.text("as_of_at")
              + ", key "
              + row.text("key_id"));
    }
    page.html.open("ul");
    runs.forEach(run -> page.html.element("li", run));
    page.html.close();
  }

  private static void definitions(Page page) {
    Html html = page.html;
    html.element("h3", "Definitions").open("dl");
    for (Page.Definition used : page.used()) {
      String unit = used.column().unit();
      html.element("dt", used.table().name() + "." + used.column().name(), "id", used.anchor());
      html.element(
          "dd",
          used.column().doc()
              + (unit.isEmpty() ? "" : " [" + unit + "]")
              + (used.column().isNullable() ? ". Missing: " + used.column().nullMeans() : ""));
    }
    html.close();
  }
}
