package dev.earshot.pipelines.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A value of each column, of the demonstration set, to show what a column looks like. */
final class TableExamples {
  private static final String RESOURCE = "examples.yaml";

  private final Map<?, ?> values;

  private TableExamples(Map<?, ?> values) {
    this.values = values;
  }

  /** The examples that come with the program. */
  static TableExamples shipped() {
    try (InputStream in = TableExamples.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      return new TableExamples(
          (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The example of a column, or null where the demonstration has none. */
  @Nullable Object of(TableSchema table, TableColumn column) {
    return values.get(table.name()) instanceof Map<?, ?> columns
        ? columns.get(column.name())
        : null;
  }
}
