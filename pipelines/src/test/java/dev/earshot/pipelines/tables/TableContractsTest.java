package dev.earshot.pipelines.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earshot.pipelines.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What other programs read of the tables is what these declare. */
class TableContractsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Members that version 3.1.0 of the published JSON schema allows, which refuses all others. */
  private static final Set<String> OF_CONTRACT =
      Set.of("apiVersion", "kind", "id", "name", "version", "status", "description", "schema");

  private static final Set<String> OF_OBJECT =
      Set.of("name", "logicalType", "physicalType", "description", "tags", "properties", "quality");
  private static final Set<String> OF_PROPERTY =
      Set.of(
          "name",
          "logicalType",
          "items",
          "physicalType",
          "description",
          "required",
          "primaryKey",
          "primaryKeyPosition",
          "partitioned",
          "partitionKeyPosition",
          "examples",
          "customProperties");
  private static final Set<String> LOGICAL_TYPES =
      Set.of(
          "string", "date", "timestamp", "time", "number", "integer", "object", "array", "boolean");

  @TempDir Path folder;

  private static JsonNode yaml(String text) {
    return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
  }

  private static List<String> names(JsonNode array) {
    List<String> names = new ArrayList<>();
    array.forEach(one -> names.add(one.get("name").asText()));
    return names;
  }

  private static List<String> names(TableSchema table) {
    List<String> names = new ArrayList<>(table.columns().stream().map(TableColumn::name).toList());
    TableColumn partition = table.partition();
    if (partition != null && !table.isByMonth()) {
      names.add(partition.name());
    }
    return names;
  }

  private static void assertOnly(Set<String> allowed, JsonNode object) {
    Set<String> others = new HashSet<>();
    Iterator<String> members = object.fieldNames();
    members.forEachRemaining(others::add);
    others.removeAll(allowed);
    assertEquals(Set.of(), others);
  }

  @Test
  void theOpenDataContractIsOfItsStandard() {
    JsonNode contract = yaml(TableContracts.odcs(Tables.ALL));
    assertOnly(OF_CONTRACT, contract);
    for (String required : List.of("version", "apiVersion", "kind", "id", "status")) {
      assertTrue(contract.get(required).isTextual(), required);
    }
    assertEquals("v3.1.0", contract.get("apiVersion").asText());
    assertEquals("DataContract", contract.get("kind").asText());
    assertEquals(Tables.ALL.size(), contract.get("schema").size());
    for (int i = 0; i < Tables.ALL.size(); i++) {
      TableSchema table = Tables.ALL.get(i);
      JsonNode object = contract.get("schema").get(i);
      assertOnly(OF_OBJECT, object);
      assertEquals(names(table), names(object.get("properties")));
      int keys = 0;
      for (JsonNode property : object.get("properties")) {
        assertOnly(OF_PROPERTY, property);
        assertTrue(LOGICAL_TYPES.contains(property.get("logicalType").asText()));
        assertTrue(property.get("required").isBoolean());
        keys += property.has("primaryKey") ? 1 : 0;
      }
      assertEquals(table.key().size(), keys, table.name());
      assertEquals("duplicateValues", object.get("quality").get(0).get("metric").asText());
    }
  }

  @Test
  void dbtTestsWhatIsNeverNull() {
    JsonNode source = yaml(TableContracts.dbt(Tables.ALL)).get("sources").get(0);
    for (int i = 0; i < Tables.ALL.size(); i++) {
      TableSchema table = Tables.ALL.get(i);
      JsonNode columns = source.get("tables").get(i).get("columns");
      assertEquals(names(table), names(columns));
      for (int k = 0; k < table.columns().size(); k++) {
        boolean isTested = columns.get(k).path("data_tests").toString().contains("not_null");
        assertEquals(!table.columns().get(k).isNullable(), isTested, columns.get(k).toString());
      }
    }
  }

  /** Each example is a column's, of its type, and columns that are never null have one. */
  @Test
  void examplesAreOfTheirColumns() throws IOException {
    TableExamples examples = TableExamples.shipped();
    for (JsonNode table : JSON.readTree(TableContracts.json(Tables.ALL)).get("tables")) {
      TableSchema schema =
          Tables.ALL.stream()
              .filter(one -> one.name().equals(table.get("name").asText()))
              .findFirst()
              .orElseThrow();
      for (TableColumn column : schema.columns()) {
        Object example = examples.of(schema, column);
        if (example != null) {
          assertInstanceOf(javaType(column.type()), example, schema.name() + "." + column.name());
        } else {
          assertTrue(column.isNullable(), schema.name() + "." + column.name());
        }
      }
    }
  }

  private static Class<?> javaType(ColumnType type) {
    return switch (type) {
      case STRING, DATE, TIMESTAMP -> String.class;
      case LONG, INTEGER, DOUBLE -> Number.class;
      case BOOLEAN -> Boolean.class;
      case STRING_LIST -> List.class;
    };
  }

  /** So that a file that was copied away still says what it holds. */
  @Test
  void aFileSaysWhatItsColumnsMean() throws IOException {
    TableSchema table = Tables.ALL.get(0);
    Path file = folder.resolve("empty.parquet");
    ParquetFile.write(table, List.<Record>of().iterator(), new LocalOutputFile(file));
    try (Sql sql = Sql.open()) {
      String columns =
          sql.rows(
                  "SELECT decode(value) FROM parquet_kv_metadata('"
                      + file
                      + "') WHERE decode(key) = 'earshot.columns'")
              .get(0);
      for (TableColumn column : table.columns()) {
        JsonNode said = JSON.readTree(columns).get(column.name());
        assertNotNull(said, column.name());
        assertTrue(said.asText().startsWith(column.doc()), column.name());
      }
    }
  }
}
