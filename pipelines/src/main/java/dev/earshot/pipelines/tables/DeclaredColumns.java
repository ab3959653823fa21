package dev.earshot.pipelines.tables;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the columns that a table's record declares; those of its groups stand among them. */
final class DeclaredColumns {
  private final Class<?> table;
  private final List<TableColumn> columns = new ArrayList<>();
  private @Nullable TableColumn partition;

  private DeclaredColumns(Class<?> table) {
    this.table = table;
  }

  /**
   * The columns of a table.
   *
   * @throws IllegalArgumentException where the declaration is incomplete, or an id is used twice
   */
  static DeclaredColumns of(Class<? extends Record> type, Table table) {
    DeclaredColumns declared = new DeclaredColumns(type);
    declared.addAll(type, Accessors.IDENTITY, "", IntStream.empty().iterator());
    declared.checkIds(table);
    return declared;
  }

  List<TableColumn> inFileOrder() {
    return columns.stream().sorted(Comparator.comparing(TableColumn::section)).toList();
  }

  @Nullable TableColumn partition() {
    return partition;
  }

  /** Whether a folder holds a month, and the files the day. */
  private boolean isByMonth() {
    return partition != null && partition.id() != 0;
  }

  TableColumn named(String name) {
    if (partition != null && partition.name().equals(name)) {
      return partition;
    }
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(() -> refused(name, "is in the key but is no column"));
  }

  private void addAll(
      Class<?> type, Accessors outer, String groupNull, PrimitiveIterator.OfInt groupIds) {
    for (RecordComponent component : Objects.requireNonNull(type.getRecordComponents())) {
      Column column = component.getAnnotation(Column.class);
      WithInterval interval = component.getAnnotation(WithInterval.class);
      Group group = component.getAnnotation(Group.class);
      PartitionColumn folder = component.getAnnotation(PartitionColumn.class);
      Accessors accessor = outer.then(component);
      if (column != null) {
        PrimitiveIterator.OfInt ids = column.id() == 0 ? groupIds : ids(column.id());
        add(component, accessor, next(ids, component), column, groupNull);
      } else if (interval != null) {
        PrimitiveIterator.OfInt ids = interval.ids().length == 0 ? groupIds : ids(interval.ids());
        addInterval(component, accessor, ids, interval, groupNull);
      } else if (group != null) {
        PrimitiveIterator.OfInt ids = group.ids().length == 0 ? groupIds : ids(group.ids());
        addAll(columnsType(component), accessor, either(groupNull, group.nullMeans()), ids);
        if (group.ids().length > 0 && ids.hasNext()) {
          throw refused(component.getName(), "has more ids than columns");
        }
      } else if (folder != null) {
        partition = column(component, accessor, folder.idInMonths(), folder.doc(), "", "", false);
        if (isByMonth()) {
          columns.add(partition);
        }
      } else {
        throw refused(component.getName(), "is declared as no column");
      }
    }
  }

  private static PrimitiveIterator.OfInt ids(int... ids) {
    return Arrays.stream(ids).iterator();
  }

  private int next(PrimitiveIterator.OfInt ids, RecordComponent component) {
    try {
      return ids.nextInt();
    } catch (NoSuchElementException e) {
      throw refused(component.getName(), "has no column id");
    }
  }

  private Class<?> columnsType(RecordComponent component) {
    Class<?> type = component.getType();
    if (!type.isAnnotationPresent(Columns.class)) {
      throw refused(component.getName(), "is a group whose type is not declared as columns");
    }
    return type;
  }

  private void add(
      RecordComponent component, Accessors accessor, int id, Column column, String groupNull) {
    String nullMeans = either(column.nullMeans(), groupNull);
    columns.add(
        column(component, accessor, id, column.doc(), column.unit(), nullMeans, column.isShared()));
  }

  private void addInterval(
      RecordComponent component,
      Accessors accessor,
      PrimitiveIterator.OfInt ids,
      WithInterval interval,
      String groupNull) {
    if (component.getType() != Estimated.class) {
      throw refused(component.getName(), "is an interval but not Estimated");
    }
    String name = snakeCase(component.getName());
    String endNull = interval.endNullMeans();
    for (RecordComponent part : Objects.requireNonNull(Estimated.class.getRecordComponents())) {
      boolean isValue = part.getName().equals("value");
      String end = part.getName();
      String doc =
          isValue
              ? interval.doc()
              : end.substring(0, 1).toUpperCase(Locale.ROOT)
                  + end.substring(1)
                  + " end of the 95 % interval of "
                  + name;
      columns.add(
          new TableColumn(
              next(ids, component),
              isValue ? name : name + "_" + end,
              ColumnType.DOUBLE,
              doc,
              interval.unit(),
              either(isValue || endNull.isEmpty() ? interval.nullMeans() : endNull, groupNull),
              TableColumn.Section.NUMBERS,
              accessor.then(part).handle()));
    }
  }

  private static TableColumn column(
      RecordComponent component,
      Accessors accessor,
      int id,
      String doc,
      String unit,
      String nullMeans,
      boolean isShared) {
    String name = snakeCase(component.getName());
    ColumnType type = ColumnType.of(component.getType(), name);
    return new TableColumn(
        id,
        name,
        type,
        doc,
        unit,
        nullMeans,
        TableColumn.Section.of(name, type, isShared),
        accessor.handle());
  }

  private static String either(String own, String group) {
    return own.isEmpty() ? group : group.isEmpty() ? own : own + "; or " + group;
  }

  private void checkIds(Table declaration) {
    Set<Integer> used = new HashSet<>();
    for (TableColumn column : columns) {
      if (!used.add(column.id())) {
        throw refused(column.name(), "has the id of another column");
      }
    }
    for (int id : declaration.retired()) {
      if (!used.add(id)) {
        throw refused(String.valueOf(id), "is the id of a column that is gone");
      }
    }
    for (int id = 1; id < declaration.nextId(); id++) {
      if (!used.remove(id)) {
        throw refused(String.valueOf(id), "is neither the id of a column nor retired");
      }
    }
    if (!used.isEmpty()) {
      throw refused(used.toString(), "is not below the next id, " + declaration.nextId());
    }
  }

  private IllegalArgumentException refused(String what, String why) {
    return new IllegalArgumentException(table.getSimpleName() + "." + what + " " + why);
  }

  private static String snakeCase(String camelCase) {
    return camelCase
        .replaceAll("([a-z])([A-Z0-9])", "$1_$2")
        .replaceAll("([0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }
}
