package dev.earshot.pipelines.tables;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a table's record declares, read once per class.
 *
 * @param type the record
 * @param name the table's name
 * @param doc what a row is
 * @param needs the option without whose input it has no rows; empty for posts
 * @param followsTexts whether a corrected text may take away the last row of a day
 * @param isRestricted whether rows are about single persons
 * @param columns the columns in the order of the file: by section, within it as declared
 * @param partition the folder column, or null for an unpartitioned table
 * @param key the columns that identify and sort the rows
 */
public record TableSchema(
    Class<? extends Record> type,
    String name,
    String doc,
    String needs,
    boolean followsTexts,
    boolean isRestricted,
    List<TableColumn> columns,
    @Nullable TableColumn partition,
    List<TableColumn> key) {

  /** The column that says which brand a row is about; tables about runs have none. */
  public static final String BRAND = "brand_id";

  /** Hive's name for the folder of rows without a partition: all readers know it. */
  private static final String NO_PARTITION = "__HIVE_DEFAULT_PARTITION__";

  /** Names the folders of tables by month; no column of a file. */
  private static final String MONTH = "month";

  private static final ConcurrentHashMap<Class<?>, TableSchema> KNOWN = new ConcurrentHashMap<>();

  /**
   * The schema that a record declares.
   *
   * @throws IllegalArgumentException where the declaration is incomplete or an id is used twice
   */
  public static TableSchema of(Class<? extends Record> type) {
    return KNOWN.computeIfAbsent(type, t -> read(type));
  }

  private static TableSchema read(Class<? extends Record> type) {
    Table table = type.getAnnotation(Table.class);
    if (table == null) {
      throw new IllegalArgumentException(type + " is not declared as a table");
    }
    DeclaredColumns declared = DeclaredColumns.of(type, table);
    return new TableSchema(
        type,
        table.name(),
        table.doc(),
        table.needs(),
        table.followsTexts(),
        table.isRestricted(),
        declared.inFileOrder(),
        declared.partition(),
        Arrays.stream(table.key()).map(declared::named).toList());
  }

  /** The name as steps are named: {@code BrandMentions} for {@code brand_mentions}. */
  public String nameInCamelCase() {
    StringBuilder camelCase = new StringBuilder();
    boolean isFirst = true;
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      if (letter != '_') {
        camelCase.append(isFirst ? Character.toUpperCase(letter) : letter);
      }
      isFirst = letter == '_';
    }
    return camelCase.toString();
  }

  /** The same table with other rows, whose columns these are. */
  TableSchema readBy(List<TableColumn> others, UnaryOperator<TableColumn> other) {
    return new TableSchema(
        type,
        name,
        doc,
        needs,
        followsTexts,
        isRestricted,
        others,
        partition == null ? null : other.apply(partition),
        key.stream().map(other).toList());
  }

  /** The folder of a row below the table's own, such as {@code dt=2026-03-01}; empty for none. */
  public String partitionOf(Record row) {
    if (partition == null) {
      return "";
    }
    if (isByMonth()) {
      return MONTH + "=" + YearMonth.from(LocalDate.ofEpochDay(day(row)));
    }
    Object value = Objects.requireNonNull(partition.valueOf(row));
    String text =
        partition.type() == ColumnType.DATE
            ? LocalDate.ofEpochDay((Integer) value).toString()
            : value.toString();
    return partition.name() + "=" + text;
  }

  /** Whether rows lie in folders by date. */
  public boolean isDated() {
    return partition != null && partition.type() == ColumnType.DATE;
  }

  /** Whether a folder holds the rows of a month, and the files have the day. */
  public boolean isByMonth() {
    return partition != null && partition.id() != 0;
  }

  /** The name in the names of folders: {@code dt} in {@code dt=2026-03-01}; empty for none. */
  public String folderColumn() {
    return partition == null ? "" : isByMonth() ? MONTH : partition.name();
  }

  /** The day of a row of a dated table, since the epoch. */
  public int day(Record row) {
    return (Integer) Objects.requireNonNull(Objects.requireNonNull(partition).valueOf(row));
  }

  /** Whether rows are about brands. */
  public boolean isAboutBrands() {
    return columns.stream().anyMatch(column -> column.name().equals(BRAND));
  }

  /**
   * The folder of the file without rows that a run writes where it has none for the table, so that
   * its columns are there; empty for the table's own.
   *
   * @param runId for tables that keep the rows of each run
   */
  public String emptyPartition(String runId) {
    if (partition == null) {
      return "";
    }
    return folderColumn() + "=" + (isDated() ? NO_PARTITION : runId);
  }

  /** A number for the row's partition: the day or month of a dated table; zero for any other. */
  public long partitionNumber(Record row) {
    if (!isDated()) {
      return 0;
    }
    int day = day(row);
    return isByMonth()
        ? YearMonth.from(LocalDate.ofEpochDay(day)).getLong(ChronoField.PROLEPTIC_MONTH)
        : day;
  }

  /** The order of rows in a file: by the day where it holds several, by the key, nulls first. */
  public Comparator<Record> order() {
    Comparator<Record> order = isByMonth() ? Comparator.comparingInt(this::day) : null;
    for (TableColumn column : key) {
      Comparator<Record> next = Comparator.comparing(column::sortValue, TableColumn.NULLS_FIRST);
      order = order == null ? next : order.thenComparing(next);
    }
    return Objects.requireNonNull(order);
  }
}
