package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every query that the documentation shows runs over the demonstration's tables and finds rows. */
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
        tests.add(DynamicTest.dynamicTest(name, () -> assertFindsRows(query)));
      }
    }
    assertTrue(tests.size() >= 4, "the README alone has four");
    return tests.stream();
  }

  private static void assertFindsRows(String query) {
    try (Sql sql = Sql.over(DemoRuns.output())) {
      assertFalse(sql.rows(query).isEmpty(), "no row: " + query);
    }
  }
}
