package dev.earshot.pipelines.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** What the tables promise, as other programs read it, from their declarations. */
public final class TableContracts {
  private static final String SOURCE = "earshot";
  private static final String ABOUT =
      "How people talk to and about brands, as Earshot publishes it; every rate with its interval"
          + " and counts.";

  private static final ObjectMapper JSON = new ObjectMapper();

  private TableContracts() {}

  /** Everything that is declared, with an example of each column, as JSON. */
  public static String json(List<TableSchema> tables) {
    TableExamples examples = TableExamples.shipped();
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("metric_version", Tables.METRIC_VERSION);
    root.put("tables", tables.stream().map(table -> declared(table, examples)).toList());
    return write(JSON.writerWithDefaultPrettyPrinter(), root) + "\n";
  }

  /** What each column of a file says, by its name, as JSON: for the file's own footer. */
  static String columnsJson(TableSchema table) {
    Map<String, String> columns = new LinkedHashMap<>();
    table.columns().forEach(column -> columns.put(column.name(), described(column)));
    return write(JSON.writer(), columns);
  }

  private static String write(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> declared(TableSchema table, TableExamples examples) {
    Map<String, Object> it = new LinkedHashMap<>();
    it.put("name", table.name());
    it.put("description", table.doc());
    it.put("needs", table.needs());
    it.put("is_restricted", table.isRestricted());
    it.put("folder", table.folderColumn());
    it.put("key", names(table.key()));
    List<Map<String, Object>> columns = new ArrayList<>();
    for (TableColumn column : columns(table)) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", column.name());
      one.put("field_id", column.id());
      one.put("type", column.type().sqlName());
      one.put("unit", column.unit());
      one.put("description", column.doc());
      one.put("null_means", column.nullMeans());
      one.put("example", examples.of(table, column));
      columns.add(one);
    }
    it.put("columns", columns);
    return it;
  }

  /**
   * The tables as sources of dbt, with their tests: columns that are never null, keys, closed lists
   * of reasons. The folder is the variable {@code EARSHOT_TABLES} of the environment, read by
   * dbt-duckdb; keys of several columns are tested by the package dbt_utils.
   *
   * @see <a href="https://docs.getdbt.com/reference/source-properties">Source properties</a>
   */
  public static String dbt(List<TableSchema> tables) {
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("name", SOURCE);
    source.put("description", ABOUT);
    source.put(
        "config",
        Map.of(
            "meta",
            Map.of(
                "external_location",
                "read_parquet('{{ env_var(\"EARSHOT_TABLES\") }}/{name}/**/*.parquet',"
                    + " hive_partitioning = true, union_by_name = true)")));
    source.put("tables", tables.stream().map(TableContracts::dbtTable).toList());
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("version", 2);
    root.put("sources", List.of(source));
    return yaml(root);
  }

  private static Map<String, Object> dbtTable(TableSchema table) {
    List<String> key = names(table.key());
    Map<String, Object> it = new LinkedHashMap<>();
    it.put("name", table.name());
    it.put("description", table.doc());
    if (key.size() > 1) {
      it.put(
          "data_tests",
          List.of(
              Map.of(
                  "dbt_utils.unique_combination_of_columns",
                  Map.of("combination_of_columns", key))));
    }
    List<Map<String, Object>> columns = new ArrayList<>();
    for (TableColumn column : columns(table)) {
      List<Object> tests = new ArrayList<>();
      if (!column.isNullable()) {
        tests.add("not_null");
      }
      if (key.equals(List.of(column.name()))) {
        tests.add("unique");
      }
      if (column.name().endsWith("missing_reason")) {
        List<String> reasons =
            Arrays.stream(MissingReason.values()).map(MissingReason::code).toList();
        tests.add(Map.of("accepted_values", Map.of("values", reasons)));
      }
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", column.name());
      one.put("description", described(column));
      one.put("data_type", column.type().sqlName());
      if (!tests.isEmpty()) {
        one.put("data_tests", tests);
      }
      columns.add(one);
    }
    it.put("columns", columns);
    return it;
  }

  /**
   * The tables as an Open Data Contract.
   *
   * @see <a href="https://bitol-io.github.io/open-data-contract-standard/v3.1.0/">Version 3.1.0</a>
   */
  public static String odcs(List<TableSchema> tables) {
    TableExamples examples = TableExamples.shipped();
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("apiVersion", "v3.1.0");
    root.put("kind", "DataContract");
    root.put("id", SOURCE);
    root.put("name", SOURCE);
    root.put("version", Tables.METRIC_VERSION);
    root.put("status", "active");
    root.put("description", Map.of("purpose", ABOUT));
    root.put("schema", tables.stream().map(table -> object(table, examples)).toList());
    return yaml(root);
  }

  private static Map<String, Object> object(TableSchema table, TableExamples examples) {
    List<String> key = names(table.key());
    Map<String, Object> it = new LinkedHashMap<>();
    it.put("name", table.name());
    it.put("logicalType", "object");
    it.put("physicalType", "table");
    it.put("description", table.doc());
    if (table.isRestricted()) {
      it.put("tags", List.of("restricted"));
    }
    it.put(
        "properties",
        columns(table).stream().map(column -> property(table, column, key, examples)).toList());
    it.put(
        "quality",
        List.of(
            Map.of(
                "type",
                "library",
                "metric",
                "duplicateValues",
                "mustBe",
                0,
                "arguments",
                Map.of("properties", key))));
    return it;
  }

  private static Map<String, Object> property(
      TableSchema table, TableColumn column, List<String> key, TableExamples examples) {
    Map<String, Object> it = new LinkedHashMap<>();
    it.put("name", column.name());
    it.put("logicalType", logicalType(column.type()));
    if (column.type() == ColumnType.STRING_LIST) {
      it.put("items", Map.of("logicalType", "string"));
    }
    it.put("physicalType", column.type().sqlName());
    it.put("description", described(column));
    it.put("required", !column.isNullable());
    if (key.contains(column.name())) {
      it.put("primaryKey", true);
      it.put("primaryKeyPosition", key.indexOf(column.name()) + 1);
    }
    if (column.name().equals(table.folderColumn())) {
      it.put("partitioned", true);
      it.put("partitionKeyPosition", 1);
    }
    Object example = examples.of(table, column);
    if (example != null) {
      it.put("examples", List.of(example));
    }
    if (!column.unit().isEmpty()) {
      Map<String, Object> unit = new LinkedHashMap<>();
      unit.put("property", "unit");
      unit.put("value", column.unit());
      it.put("customProperties", List.of(unit));
    }
    return it;
  }

  /** Of the columns of a file and the one that names its folder. */
  private static List<TableColumn> columns(TableSchema table) {
    List<TableColumn> columns = new ArrayList<>(table.columns());
    TableColumn partition = table.partition();
    if (partition != null && !table.isByMonth()) {
      columns.add(partition);
    }
    return columns;
  }

  private static String logicalType(ColumnType type) {
    return switch (type) {
      case STRING -> "string";
      case LONG, INTEGER -> "integer";
      case DOUBLE -> "number";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case TIMESTAMP -> "timestamp";
      case STRING_LIST -> "array";
    };
  }

  private static String described(TableColumn column) {
    return column.isNullable() ? column.doc() + ". NULL: " + column.nullMeans() : column.doc();
  }

  private static List<String> names(List<TableColumn> columns) {
    return columns.stream().map(TableColumn::name).toList();
  }

  private static String yaml(Object root) {
    return new Dump(
            DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setDereferenceAliases(true)
                .setWidth(100)
                .build())
        .dumpToString(root);
  }
}
