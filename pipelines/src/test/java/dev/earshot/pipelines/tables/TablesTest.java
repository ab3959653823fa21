package dev.earshot.pipelines.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The declarations of all tables keep the conventions of the house. */
class TablesTest {
  static final List<TableSchema> ALL = Tables.ALL;

  @ParameterizedTest
  @FieldSource("ALL")
  void idsAreUniqueAndEveryColumnIsDescribed(TableSchema table) {
    Set<Integer> ids = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (TableColumn column : table.columns()) {
      String name = table.name() + "." + column.name();
      assertTrue(column.id() > 0 && ids.add(column.id()), name);
      assertTrue(names.add(column.name()), name);
      assertFalse(column.doc().isBlank(), name);
      assertFalse(column.doc().endsWith("."), name + " is part of a list: no full stop");
    }
    assertFalse(table.doc().isBlank());
    assertFalse(table.key().isEmpty());
  }

  /** An interval's ends are named after what they enclose, and stand on both sides of it. */
  @ParameterizedTest
  @FieldSource("ALL")
  void intervalsAreNamedAfterTheirValue(TableSchema table) {
    Set<String> names = new HashSet<>();
    table.columns().forEach(column -> names.add(column.name()));
    for (String name : names) {
      if (name.endsWith("_lower") || name.endsWith("_upper")) {
        String value = name.substring(0, name.length() - "_lower".length());
        assertTrue(
            names.containsAll(List.of(value, value + "_lower", value + "_upper")),
            table.name() + "." + name);
      }
    }
  }

  /** Ids, other strings, numbers, booleans, dates, timestamps. */
  @ParameterizedTest
  @FieldSource("ALL")
  void columnsStandInTheOrderOfTheirKind(TableSchema table) {
    int last = 0;
    List<String> late = new ArrayList<>();
    for (TableColumn column : table.columns()) {
      int rank = rank(column);
      if (rank < last) {
        late.add(column.name());
      }
      last = Math.max(last, rank);
    }
    assertEquals(List.of(), late, table.name());
  }

  private static int rank(TableColumn column) {
    return switch (column.type()) {
      case STRING -> column.name().endsWith("_id") ? 0 : 1;
      case STRING_LIST -> 1;
      case LONG, INTEGER, DOUBLE -> 2;
      case BOOLEAN -> 3;
      case DATE -> 4;
      case TIMESTAMP -> 5;
    };
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void namesSayWhatAColumnIs(TableSchema table) {
    assertTrue(table.name().matches("[a-z]+(_[a-z]+)*"), table.name());
    for (TableColumn column : table.columns()) {
      String name = column.name();
      assertTrue(name.matches("[a-z]+(_[a-z0-9]+)*"), name);
      assertEquals(
          column.type() == ColumnType.BOOLEAN, name.startsWith("is_") || name.startsWith("has_"));
      assertEquals(column.type() == ColumnType.TIMESTAMP, name.endsWith("_at"), name);
      boolean isWhole = column.type() == ColumnType.LONG || column.type() == ColumnType.INTEGER;
      assertTrue(isWhole || column.type() == ColumnType.DOUBLE || !name.endsWith("_count"), name);
    }
  }

  @Test
  void everyRateHasItsInterval() {
    List<String> bare = new ArrayList<>();
    for (TableSchema table : Tables.ALL) {
      List<String> names = table.columns().stream().map(TableColumn::name).toList();
      for (String name : names) {
        String stem = name.endsWith("_rate") ? name.substring(0, name.length() - 5) : name;
        boolean isCensus = name.endsWith("_coverage_rate");
        boolean isFlag = name.startsWith("is_");
        boolean isRate =
            (name.endsWith("_rate") || name.contains("_rate_by_")) && !isCensus && !isFlag;
        boolean isBound = name.endsWith("_lower") || name.endsWith("_upper");
        if (isRate && !isBound) {
          boolean hasBounds =
              (names.contains(stem + "_lower") && names.contains(stem + "_upper"))
                  || (names.contains(name + "_lower") && names.contains(name + "_upper"));
          if (!hasBounds) {
            bare.add(table.name() + "." + name);
          }
        }
      }
    }
    assertEquals(List.of(), bare);
  }

  record NoTable(String name) {}

  @Table(name = "twice", doc = "d", key = "a", nextId = 2)
  public record Twice(@Column(id = 1, doc = "d") String a, @Column(id = 1, doc = "d") String b) {}

  @Table(name = "keyless", doc = "d", key = "c", nextId = 2)
  public record Keyless(@Column(id = 1, doc = "d") String a) {}

  @Test
  void aWrongDeclarationIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> TableSchema.of(NoTable.class));
    assertThrows(IllegalArgumentException.class, () -> TableSchema.of(Twice.class));
    assertThrows(IllegalArgumentException.class, () -> TableSchema.of(Keyless.class));
  }
}
