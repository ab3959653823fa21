package dev.earshot.pipelines.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.tables.TableColumn;
import dev.earshot.pipelines.tables.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Every measure against cases that people worked out: {@code testdata/measures/<table>.yaml} has
 * facts and the rows that follow from them. A measure without cases fails, and a column that no
 * case asserts.
 *
 * <p>{@code -Dcases=brand_topics_daily} runs the cases of one table.
 */
class MeasureCasesTest {
  private static final Path CASES = Path.of("../testdata/measures");
  private static final double TOLERANCE = 1e-9;

  @TempDir static Path folder;

  @TestFactory
  Stream<DynamicNode> cases() throws IOException {
    Path key =
        Files.writeString(folder.resolve("earshot.key"), "a key that is for tests alone, 1\n");
    String wanted = System.getProperty("cases", "");
    return Measures.ALL.stream()
        .filter(measure -> TableSchema.of(measure.type()).name().contains(wanted))
        .map(measure -> of(measure, key));
  }

  private static DynamicNode of(Measure<?> measure, Path key) {
    String table = TableSchema.of(measure.type()).name();
    List<MeasureCase> cases = read(CASES.resolve(table + ".yaml"));
    List<DynamicNode> tests = new ArrayList<>();
    for (MeasureCase each : cases) {
      tests.add(dynamicTest(each.name(), () -> check(measure, each, key)));
    }
    tests.add(dynamicTest("every column is asserted", () -> checkColumns(measure, cases)));
    return dynamicContainer(table, tests);
  }

  @SuppressWarnings("unchecked")
  private static List<MeasureCase> read(Path file) {
    try {
      Object read = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
      return ((List<Map<String, Object>>) read)
          .stream().map(each -> YamlRecords.read(MeasureCase.class, each)).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static void check(Measure<?> measure, MeasureCase example, Path key) {
    TableSchema table = TableSchema.of(measure.type());
    Map<String, Record> actual = new TreeMap<>();
    for (Record row : example.measured(measure, key)) {
      if (isLookedAt(table, row, example.where())) {
        actual.put(keyOf(table, row), row);
      }
    }
    double tolerance = example.tolerance() == null ? TOLERANCE : example.tolerance();
    List<String> wrong = new ArrayList<>();
    for (Map<String, Object> given : example.rows()) {
      Map<String, Object> expected =
          new TreeMap<>(example.where() == null ? Map.of() : example.where());
      expected.putAll(example.each() == null ? Map.of() : example.each());
      expected.putAll(given);
      Record row = actual.remove(keyOf(table, expected));
      if (row == null) {
        wrong.add("no row " + keyOf(table, expected));
      } else {
        expected.forEach(
            (name, value) -> {
              TableColumn column = column(table, name);
              Object found = column.valueOf(row);
              if (!CaseValues.areEqual(column, value, found, tolerance)) {
                wrong.add(
                    keyOf(table, row)
                        + ": "
                        + name
                        + " is "
                        + CaseValues.text(column, found)
                        + ", expected "
                        + value);
              }
            });
      }
    }
    actual.values().forEach(row -> wrong.add("not expected: " + describe(table, row)));
    assertEquals("", String.join("\n", wrong));
  }

  private static boolean isLookedAt(TableSchema table, Record row, Map<String, Object> where) {
    return where == null
        || where.entrySet().stream()
            .allMatch(
                entry -> {
                  TableColumn column = column(table, entry.getKey());
                  return CaseValues.areEqual(column, entry.getValue(), column.valueOf(row), 0);
                });
  }

  private static void checkColumns(Measure<?> measure, List<MeasureCase> cases) {
    TableSchema table = TableSchema.of(measure.type());
    Set<String> left = new TreeSet<>();
    table.columns().forEach(column -> left.add(column.name()));
    if (table.isByMonth()) {
      left.remove("dt"); // The same as date, and asserted with it.
    }
    for (MeasureCase each : cases) {
      Stream.concat(
              Stream.of(
                  each.where() == null ? Map.<String, Object>of() : each.where(),
                  each.each() == null ? Map.<String, Object>of() : each.each()),
              each.rows().stream())
          .forEach(
              row ->
                  row.forEach(
                      (name, value) -> {
                        if (value != null) {
                          left.remove(name);
                        }
                      }));
    }
    assertEquals(Set.of(), left, table.name() + ": columns that no case gives a value");
  }

  private static TableColumn column(TableSchema table, String name) {
    return table.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(table.name() + " has no column " + name));
  }

  private static String keyOf(TableSchema table, Record row) {
    return String.join(
        " ",
        table.key().stream().map(column -> CaseValues.text(column, column.valueOf(row))).toList());
  }

  private static String keyOf(TableSchema table, Map<String, Object> row) {
    return String.join(
        " ", table.key().stream().map(column -> String.valueOf(row.get(column.name()))).toList());
  }

  private static String describe(TableSchema table, Record row) {
    return String.join(
        ", ",
        table.columns().stream()
            .map(column -> column.name() + ": " + CaseValues.text(column, column.valueOf(row)))
            .toList());
  }
}
