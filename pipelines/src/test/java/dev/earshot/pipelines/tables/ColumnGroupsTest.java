package dev.earshot.pipelines.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns that stand in groups are columns like any other. */
class ColumnGroupsTest {
  @Columns
  public record Shared(
      @Column(doc = "run", isShared = true) String runId,
      @Column(doc = "version", isShared = true) String metricVersion,
      @PartitionColumn(doc = "day") int dt) {}

  @Columns
  public record Figures(
      @Column(doc = "things", unit = "count") long thingCount,
      @WithInterval(
              doc = "share",
              unit = "rate",
              nullMeans = "no thing",
              endNullMeans = "no interval")
          Estimated thingRate) {}

  @Table(
      name = "things",
      doc = "d",
      key = {"thing_id", "dt"},
      nextId = 10,
      retired = 8)
  public record Thing(
      @Group(ids = {2, 3}) Shared shared,
      @Column(id = 1, doc = "id") String thingId,
      @Column(id = 9, doc = "why", nullMeans = "nothing") @Nullable MissingReason missingReason,
      @Group(
              ids = {4, 5, 6, 7},
              nullMeans = "hidden")
          @Nullable Figures figures) {}

  private static final Shared SHARED = new Shared("r", "1", 3);

  private static List<@Nullable Object> values(Thing row) {
    return TableSchema.of(Thing.class).columns().stream()
        .map(column -> column.valueOf(row))
        .collect(Collectors.toList());
  }

  @Test
  void theyStandInTheirSections() {
    assertEquals(
        List.of(
            "1 thing_id",
            "2 run_id",
            "9 missing_reason",
            "3 metric_version",
            "4 thing_count",
            "5 thing_rate",
            "6 thing_rate_lower",
            "7 thing_rate_upper"),
        TableSchema.of(Thing.class).columns().stream().map(c -> c.id() + " " + c.name()).toList());
  }

  @Test
  void valuesAreReadThroughTheGroups() {
    Estimated rate = Estimated.of(new Estimate(0.5, new Interval(0.25, Double.POSITIVE_INFINITY)));
    Thing full = new Thing(SHARED, "a", null, new Figures(4, rate));
    assertEquals(Arrays.asList("a", "r", null, "1", 4L, 0.5, 0.25, null), values(full));
    Thing hidden = new Thing(SHARED, "a", MissingReason.SUPPRESSED, null);
    assertEquals(
        Arrays.asList("a", "r", "suppressed", "1", null, null, null, null), values(hidden));
    assertEquals("dt=1970-01-04", TableSchema.of(Thing.class).partitionOf(hidden));
  }

  @Test
  void aNullMayMeanTheGroupOrTheValue() {
    assertEquals(
        List.of(
            "hidden", "no thing; or hidden", "no interval; or hidden", "no interval; or hidden"),
        TableSchema.of(Thing.class).columns().subList(4, 8).stream()
            .map(TableColumn::nullMeans)
            .toList());
    assertEquals(
        "Lower end of the 95 % interval of thing_rate",
        TableSchema.of(Thing.class).columns().get(6).doc());
  }

  @Table(name = "t", doc = "d", key = "thing_id", nextId = 3)
  public record TooFewIds(
      @Group(ids = 2) Shared shared, @Column(id = 1, doc = "id") String thingId) {}

  @Table(name = "t", doc = "d", key = "thing_id", nextId = 5)
  public record TooManyIds(
      @Group(ids = {2, 3, 4}) Shared shared, @Column(id = 1, doc = "id") String thingId) {}

  @Table(name = "t", doc = "d", key = "thing_id", nextId = 3)
  public record NextIdInUse(
      @Group(ids = {2, 3}) Shared shared, @Column(id = 1, doc = "id") String thingId) {}

  @Table(name = "t", doc = "d", key = "thing_id", nextId = 4, retired = 1)
  public record RetiredIdInUse(
      @Group(ids = {2, 3}) Shared shared, @Column(id = 1, doc = "id") String thingId) {}

  @Table(name = "t", doc = "d", key = "thing_id", nextId = 5)
  public record IdForgotten(
      @Group(ids = {2, 3}) Shared shared, @Column(id = 1, doc = "id") String thingId) {}

  @Table(name = "t", doc = "d", key = "thing_id", nextId = 2)
  public record NoColumns(@Group(ids = 1) Estimate estimate) {}

  @ParameterizedTest
  @ValueSource(
      classes = {
        TooFewIds.class,
        TooManyIds.class,
        NextIdInUse.class,
        RetiredIdInUse.class,
        IdForgotten.class,
        NoColumns.class
      })
  void aWrongDeclarationIsRefused(Class<? extends Record> type) {
    Exception refused = assertThrows(IllegalArgumentException.class, () -> TableSchema.of(type));
    assertTrue(refused.getMessage().startsWith(type.getSimpleName() + "."), refused::getMessage);
  }

  /**
   * Who reads the tables relies on names, ids, types and order: a change of this file breaks them.
   */
  @Test
  void theFilesHaveTheColumnsThatTheyHad() throws IOException {
    assertEquals(
        Files.readString(Path.of("../testdata/tables/parquet-schemas.txt")),
        Tables.ALL.stream()
            .map(table -> ParquetSchemas.of(table).toString())
            .collect(Collectors.joining()));
  }
}
