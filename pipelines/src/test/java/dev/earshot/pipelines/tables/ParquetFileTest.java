package dev.earshot.pipelines.tables;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.pipelines.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written comes back in an engine that shares no code with the writer. */
class ParquetFileTest {
  @TempDir Path folder;

  @Table(
      name = "samples",
      doc = "Every type",
      key = {"name", "whole_count"},
      nextId = 10,
      retired = 7)
  public record Sample(
      @Column(id = 1, doc = "d", nullMeans = "none") String name,
      @Column(id = 2, doc = "d") List<String> words,
      @Column(id = 3, doc = "d", nullMeans = "none") Long wholeCount,
      @Column(id = 4, doc = "d", nullMeans = "none") Integer smallCount,
      @Column(id = 5, doc = "d", nullMeans = "none") Double share,
      @Column(id = 6, doc = "d", nullMeans = "none") Boolean isTrue,
      @Column(id = 9, doc = "d", nullMeans = "none") Integer firstDate,
      @Column(id = 8, doc = "d", nullMeans = "none") Long seenAt,
      @PartitionColumn(doc = "d") int dt) {}

  private Path write(String name, List<Sample> rows) throws IOException {
    Path file = folder.resolve(name);
    ParquetFile.write(TableSchema.of(Sample.class), rows.iterator(), new LocalOutputFile(file));
    return file;
  }

  private static final Sample FULL =
      new Sample(
          "naïve \uD83D\uDE00",
          List.of("a", "", "ü"),
          Long.MIN_VALUE,
          Integer.MAX_VALUE,
          0.1,
          true,
          20_513,
          1_772_323_200_000_001L,
          20_513);
  private static final Sample EMPTY =
      new Sample(null, List.of(), null, null, null, null, null, null, 20_513);

  @Test
  void valuesAndNullsComeBack() throws IOException {
    Path file = write("samples.parquet", List.of(FULL, EMPTY));
    try (Sql sql = Sql.open()) {
      assertEquals(
          List.of(
              "naïve \uD83D\uDE00|[a, , ü]|-9223372036854775808|2147483647|0.1|true|2026-03-01"
                  + "|2026-03-01 00:00:00.000001+00",
              "null|[]|null|null|null|null|null|null"),
          sql.rows(
              "SELECT * REPLACE (seen_at::VARCHAR AS seen_at) FROM '%s' ORDER BY name NULLS LAST"
                  .formatted(file)));
      assertEquals(
          List.of(
              "name|VARCHAR",
              "words|VARCHAR[]",
              "whole_count|BIGINT",
              "small_count|INTEGER",
              "share|DOUBLE",
              "is_true|BOOLEAN",
              "first_date|DATE",
              "seen_at|TIMESTAMP WITH TIME ZONE"),
          sql.rows("SELECT column_name, column_type FROM (DESCRIBE FROM '%s')".formatted(file)));
      assertEquals(
          List.of("name|1", "words|2", "whole_count|3", "first_date|9", "seen_at|8"),
          sql.rows(
              """
              SELECT name, field_id FROM parquet_schema('%s') WHERE field_id IN (1, 2, 3, 8, 9)"""
                  .formatted(file)));
    }
  }

  @Test
  void theSameRowsAreTheSameBytes() throws IOException {
    assertArrayEquals(
        Files.readAllBytes(write("a.parquet", List.of(FULL, EMPTY))),
        Files.readAllBytes(write("b.parquet", List.of(FULL, EMPTY))));
  }

  @Test
  void aFileWithoutRowsCanBeRead() throws IOException {
    try (Sql sql = Sql.open()) {
      assertEquals(
          List.of("0"),
          sql.rows("SELECT count(*) FROM '%s'".formatted(write("none.parquet", List.of()))));
    }
  }

  @Test
  void aNullWhereThereIsNoneIsAnError() {
    Sample wrong = new Sample("a", null, 1L, 1, 1.0, true, 1, 1L, 1);
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> write("wrong.parquet", List.of(wrong)));
    assertEquals("samples.words is never null", e.getMessage());
  }

  @Test
  void rowsAreSortedByKeyNullsFirstAndFoldersNameTheDay() {
    Sample b2 = new Sample("b", List.of(), 2L, null, null, null, null, null, 20_513);
    Sample b1 = new Sample("b", List.of(), 1L, null, null, null, null, null, 20_513);
    Sample bNull = new Sample("b", List.of(), null, null, null, null, null, null, 20_513);
    List<Sample> rows = new ArrayList<>(Arrays.asList(b2, FULL, bNull, EMPTY, b1));
    Collections.sort(rows, TableSchema.of(Sample.class).order());
    assertEquals(List.of(EMPTY, bNull, b1, b2, FULL), rows);
    assertEquals("dt=2026-03-01", TableSchema.of(Sample.class).partitionOf(FULL));
  }
}
