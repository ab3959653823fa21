package dev.earshot.pipelines.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.earshot.pipelines.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What other programs read of the tables is what these declare. */
class TableContractsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

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

  /** What a schema of the tests' folder says against a document. */
  private static List<String> wrong(String schema, JsonNode document) throws IOException {
    try (InputStream file =
        TableContractsTest.class.getResourceAsStream("/contracts/" + schema + ".json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V201909)
          .getSchema(JSON.readTree(file))
          .validate(document)
          .stream()
          .map(ValidationMessage::getMessage)
          .toList();
    }
  }

  @Test
  void theOpenDataContractIsOfItsStandard() throws IOException {
    JsonNode contract = yaml(TableContracts.odcs(Tables.ALL));
    assertEquals(List.of(), wrong("open-data-contract", contract));
    assertEquals(Tables.ALL.size(), contract.get("schema").size());
    for (int i = 0; i < Tables.ALL.size(); i++) {
      TableSchema table = Tables.ALL.get(i);
      JsonNode object = contract.get("schema").get(i);
      assertEquals(names(table), names(object.get("properties")));
      int keys = 0;
      for (JsonNode property : object.get("properties")) {
        assertTrue(property.get("required").isBoolean());
        keys += property.has("primaryKey") ? 1 : 0;
      }
      assertEquals(table.key().size(), keys, table.name());
      assertEquals("duplicateValues", object.get("quality").get(0).get("metric").asText());
    }
  }

  @Test
  void dbtTestsWhatIsNeverNull() throws IOException {
    JsonNode dbt = yaml(TableContracts.dbt(Tables.ALL));
    assertEquals(List.of(), wrong("dbt-sources", dbt));
    JsonNode source = dbt.get("sources").get(0);
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

  @Test
  void theSchemasTellWhatIsWrong() throws IOException {
    JsonNode contract = yaml(TableContracts.odcs(Tables.ALL.subList(0, 1)));
    ((ObjectNode) contract.at("/schema/0/properties/0")).put("logicalType", "text");
    ((ObjectNode) contract.at("/schema/0/quality/0")).put("must_be", 0).remove("mustBe");
    assertEquals(3, wrong("open-data-contract", contract).size());
    JsonNode dbt = yaml(TableContracts.dbt(Tables.ALL.subList(0, 1)));
    ((ObjectNode) dbt.at("/sources/0/tables/0/columns/0")).put("type", "VARCHAR").remove("name");
    assertEquals(2, wrong("dbt-sources", dbt).size());
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
