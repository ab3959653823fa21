package dev.earshot.pipelines.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.pipelines.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of an older version, which lacks a column that is never null today. */
class StoredRowsTest {
  private static final TableSchema TABLE = TableSchema.of(RejectedRecordRow.class);
  private static final String LATER = "reason";

  @TempDir Path folder;

  private static List<String> names(TableSchema table) {
    return table.columns().stream().map(TableColumn::name).toList();
  }

  /** Values that stand for their columns. */
  private static StoredRow row(int number) {
    return new StoredRow(
        Arrays.asList(
            TABLE.columns().stream()
                .map(
                    column ->
                        column.name().equals(LATER)
                            ? null
                            : column.type() == ColumnType.STRING
                                ? (Object) (column.name() + number)
                                : (Object) (long) number)
                .toArray()));
  }

  private Path older() throws IOException {
    TableSchema all = StoredRows.schema(TABLE);
    List<TableColumn> columns =
        all.columns().stream().filter(column -> !column.name().equals(LATER)).toList();
    Path file = folder.resolve("older.parquet");
    ParquetFile.write(
        all.readBy(columns, column -> column),
        List.of(row(1), row(2)).iterator(),
        new LocalOutputFile(file));
    return file;
  }

  @Test
  void itsRowsAreWrittenAgainAsTheyAre() throws IOException {
    assertFalse(TABLE.columns().get(names(TABLE).indexOf(LATER)).isNullable(), "never null today");
    Path again = folder.resolve("again.parquet");
    try (StoredRows rows =
        StoredRows.openAsWritten(TABLE, new LocalInputFile(older()), null, "older")) {
      assertEquals(
          names(TABLE).stream().filter(name -> !name.equals(LATER)).toList(),
          names(rows.written()));
      ParquetFile.write(rows.written(), rows, new LocalOutputFile(again));
    }
    try (Sql sql = Sql.open()) {
      String columns = "SELECT * FROM '" + folder + "/";
      assertEquals(sql.rows(columns + "older.parquet'"), sql.rows(columns + "again.parquet'"));
      assertEquals(2, sql.rows(columns + "again.parquet'").size());
    }
  }

  @Test
  void columnsThatAreNotAskedForAreNull() throws IOException {
    try (StoredRows rows =
        StoredRows.open(TABLE, Set.of("source_name"), new LocalInputFile(older()), null, "older")) {
      StoredRow first = rows.next();
      assertEquals(
          List.of("source_name1"), first.values().stream().filter(value -> value != null).toList());
    }
  }

  @Test
  void allColumnsOfTodayItCannotGive() throws IOException {
    try (StoredRows rows = StoredRows.open(TABLE, new LocalInputFile(older()), null, "older")) {
      UncheckedIOException e = assertThrows(UncheckedIOException.class, rows::next);
      assertEquals(
          "older: was written by a version without rejected_records.reason; run over the whole"
              + " month",
          e.getCause().getMessage());
    }
  }
}
