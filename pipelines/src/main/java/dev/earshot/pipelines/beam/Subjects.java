package dev.earshot.pipelines.beam;

import dev.earshot.pipelines.tables.TableColumn;
import dev.earshot.pipelines.tables.TableSchema;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Notes what the rows that pass are about: a brand, {@code heron}, in tables of several channels
 * the channel too, {@code heron (direct_message)}, and in tables by month the day, {@code
 * 2026-03-01 heron}. With that a later run can tell what it would leave without rows. Rows of
 * tables without brands are about nothing.
 *
 * @param <T> the table's record
 */
public final class Subjects<T extends Record> implements Iterator<T> {
  private static final int DAY_LENGTH = "2026-03-01".length();

  private final Iterator<T> rows;
  private final TableSchema table;
  private final @Nullable TableColumn brand;
  private final @Nullable TableColumn channel;
  private final Set<String> found = new TreeSet<>();
  private @Nullable Object lastBrand;
  private @Nullable Object lastChannel;
  private int lastDay;

  Subjects(TableSchema table, Iterator<T> rows) {
    this.rows = rows;
    this.table = table;
    brand = column(table, TableSchema.BRAND);
    channel = column(table, "channel");
  }

  private static @Nullable TableColumn column(TableSchema table, String name) {
    Stream<TableColumn> columns = table.columns().stream();
    return columns.filter(column -> column.name().equals(name)).findFirst().orElse(null);
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public T next() {
    T row = rows.next();
    if (brand != null) {
      Object brandId = brand.valueOf(row);
      Object way = channel == null ? null : channel.valueOf(row);
      int day = table.isByMonth() ? table.day(row) : 0;
      // Rows are sorted by brand: most are about what the row before is about.
      if (brandId != null
          && !(brandId.equals(lastBrand) && isSame(way, lastChannel) && day == lastDay)) {
        String subject = way == null ? brandId.toString() : brandId + " (" + way + ")";
        found.add(table.isByMonth() ? LocalDate.ofEpochDay(day) + " " + subject : subject);
        lastBrand = brandId;
        lastChannel = way;
        lastDay = day;
      }
    }
    return row;
  }

  /** The day of what a row of a table by month is about; else empty. */
  public static String day(String subject) {
    return hasDay(subject) ? subject.substring(0, DAY_LENGTH) : "";
  }

  /** What a row is about, whatever its day. */
  public static String withoutDay(String subject) {
    return hasDay(subject) ? subject.substring(DAY_LENGTH + 1) : subject;
  }

  /** No id of a brand has a space. */
  private static boolean hasDay(String subject) {
    return subject.indexOf(' ') == DAY_LENGTH && subject.charAt(DAY_LENGTH + 1) != '(';
  }

  private static boolean isSame(@Nullable Object one, @Nullable Object other) {
    return one == null ? other == null : one.equals(other);
  }

  /** What was found in the rows so far. */
  List<String> found() {
    return List.copyOf(found);
  }
}
