package dev.earshot.pipelines.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TableDocumentationTest {
  @Test
  void tablesMdSaysWhatTheTablesDeclare() throws IOException {
    assertEquals(
        TableDocumentation.markdown(Tables.ALL),
        Files.readString(Path.of("docs/TABLES.md")),
        "TABLES.md is stale; make it anew: scripts/earshot tables > pipelines/docs/TABLES.md");
  }

  /** A bar or a line feed would break the table apart. */
  @Test
  void nothingBreaksTheRowsOfMarkdown() {
    for (TableSchema table : Tables.ALL) {
      for (TableColumn column : table.columns()) {
        String cells = column.doc() + column.unit() + column.nullMeans();
        assertEquals(-1, cells.indexOf('|'), column.name());
        assertEquals(-1, cells.indexOf('\n'), column.name());
      }
    }
  }
}
