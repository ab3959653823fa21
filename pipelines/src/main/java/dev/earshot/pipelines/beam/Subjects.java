package dev.earshot.pipelines.beam;

import dev.earshot.pipelines.tables.TableColumn;
import dev.earshot.pipelines.tables.TableSchema;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Notes what the rows that pass are about: a brand, {@code heron}, and in tables of several
 * channels the channel too, {@code heron (direct_message)}. With that a later run can tell what it
 * would leave without rows. Rows of tables without brands are about nothing.
 *
 * @param <T> the table's record
 */
final class Subjects<T extends Record> implements Iterator<T> {
  private final Iterator<T> rows;
  private final @Nullable TableColumn brand;
  private final @Nullable TableColumn channel;
  private final Set<String> found = new TreeSet<>();
  private @Nullable Object lastBrand;
  private @Nullable Object lastChannel;

  Subjects(TableSchema table, Iterator<T> rows) {
    this.rows = rows;
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
      // Rows are sorted by brand: most are about what the row before is about.
      if (brandId != null && !(brandId.equals(lastBrand) && isSame(way, lastChannel))) {
        found.add(way == null ? brandId.toString() : brandId + " (" + way + ")");
        lastBrand = brandId;
        lastChannel = way;
      }
    }
    return row;
  }

  private static boolean isSame(@Nullable Object one, @Nullable Object other) {
    return one == null ? other == null : one.equals(other);
  }

  /** What was found in the rows so far. */
  List<String> found() {
    return List.copyOf(found);
  }
}
