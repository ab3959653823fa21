package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every query that the documentation shows runs over the tables of the demonstration and over those
 * of its posts alone, opened as users open them, and gives rows unless the documentation says why
 * not: in the query itself, or as a table that it names needs other input.
 */
class DocumentedQueriesTest {
  private static final String OPENING = "```sql";

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(Path.of("../README.md")));
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  /** The statements of the page's SQL blocks; comments stay with the statement behind them. */
  private static List<String> queries(String page) {
    List<String> queries = new ArrayList<>();
    for (int at = page.indexOf(OPENING); at >= 0; at = page.indexOf(OPENING, at)) {
      int start = page.indexOf('\n', at);
      int end = page.indexOf("```", start);
      for (String query : page.substring(start, end).split(";", -1)) {
        if (!query.isBlank()) {
          queries.add(query.strip());
        }
      }
      at = end;
    }
    return queries;
  }

  @TestFactory
  Stream<DynamicTest> queriesRun() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages()) {
      for (String query : queries(Files.readString(page))) {
        String name = page.getFileName() + ": " + query.lines().findFirst().orElse("");
        tests.add(DynamicTest.dynamicTest(name, () -> assertRuns(query, DemoRuns.output())));
        tests.add(
            DynamicTest.dynamicTest(
                name + " (posts alone)", () -> assertRuns(query, DemoRuns.ofPostsAlone())));
      }
    }
    assertTrue(tests.size() >= 30, "found only " + tests.size());
    return tests.stream();
  }

  private static void assertRuns(String query, Path output) throws IOException {
    try (Sql sql = Sql.open()) {
      sql.execute(Files.readString(output.resolve("views.sql")));
      boolean hasInput = !query.contains("No rows in the demonstration");
      boolean isOfPostsAlone = output.equals(DemoRuns.ofPostsAlone());
      hasInput &= !(isOfPostsAlone && query.contains("Needs --messages"));
      for (TableSchema table : Tables.ALL) {
        boolean isWithoutInput = isOfPostsAlone && !table.needs().isEmpty();
        hasInput &= !(isWithoutInput && query.contains(table.name()));
      }
      assertEquals(hasInput, !sql.rows(query).isEmpty(), query);
    }
  }
}
