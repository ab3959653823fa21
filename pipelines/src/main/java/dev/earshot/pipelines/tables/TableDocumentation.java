package dev.earshot.pipelines.tables;

import java.util.List;

/** The documentation of tables, from their declarations. */
public final class TableDocumentation {
  private TableDocumentation() {}

  /** The tables as Markdown: {@code TABLES.md} and {@code scripts/earshot tables}. */
  public static String markdown(List<TableSchema> tables) {
    StringBuilder text = new StringBuilder("# Tables\n");
    tables.forEach(table -> describe(table, text));
    if (tables.stream().anyMatch(TableDocumentation::saysWhatIsMissing)) {
      missingReasons(text);
    }
    return text.toString();
  }

  private static boolean saysWhatIsMissing(TableSchema table) {
    return table.columns().stream().anyMatch(column -> column.name().endsWith("missing_reason"));
  }

  private static void missingReasons(StringBuilder text) {
    text.append("\n## Missing reasons\n\n")
        .append("What stands in `missing_reason` and the columns that end so.\n\n")
        .append("| reason | means |\n|---|---|\n");
    for (MissingReason reason : MissingReason.values()) {
      text.append("| `").append(reason.code()).append("` | ").append(reason.text()).append(" |\n");
    }
  }

  private static void describe(TableSchema table, StringBuilder text) {
    text.append("\n## ").append(table.name()).append("\n\n").append(table.doc()).append(".\n\n");
    if (table.isRestricted()) {
      text.append("Restricted: rows are about single persons.\n\n");
    }
    if (!table.needs().isEmpty()) {
      text.append("Needs `")
          .append(table.needs())
          .append("`: without such input the table is there, but has no rows.\n\n");
    }
    text.append("Key: ")
        .append(String.join(", ", table.key().stream().map(TableColumn::name).toList()))
        .append(".\n\n| column | type | unit | meaning | null means |\n|---|---|---|---|---|\n");
    for (TableColumn column : table.columns()) {
      row(column, column.equals(table.partition()) ? "; its month names the folder" : "", text);
    }
    if (table.partition() != null && !table.isByMonth()) {
      row(table.partition(), "; names the folder", text);
    }
  }

  private static void row(TableColumn column, String suffix, StringBuilder text) {
    text.append("| `")
        .append(column.name())
        .append("` | ")
        .append(column.type().sqlName())
        .append(" | ")
        .append(column.unit())
        .append(" | ")
        .append(column.doc())
        .append(suffix)
        .append(" | ")
        .append(column.nullMeans())
        .append(" |\n");
  }
}
