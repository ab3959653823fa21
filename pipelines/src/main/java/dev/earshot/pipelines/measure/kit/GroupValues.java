package dev.earshot.pipelines.measure.kit;

import dev.earshot.pipelines.beam.SortedRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one group, which several measures read, and any number of times. */
public final class GroupValues<V extends Record> implements Iterable<V>, AutoCloseable {
  private final Iterable<V> values;
  private final @Nullable SortedRows<V> sorted;

  private GroupValues(Iterable<V> values, @Nullable SortedRows<V> sorted) {
    this.values = values;
    this.sorted = sorted;
  }

  /** Reads the values, which may be read only once. */
  public static <V extends Record> GroupValues<V> of(Groups<?, V> groups, Iterator<V> values)
      throws IOException {
    if (groups.order() == null) {
      List<V> all = new ArrayList<>();
      values.forEachRemaining(all::add);
      return new GroupValues<>(all, null);
    }
    SortedRows<V> sorted = new SortedRows<>(groups.value(), groups.order(), groups.inMemory());
    sorted.addAll(() -> values);
    return new GroupValues<>(sorted, sorted);
  }

  @Override
  public Iterator<V> iterator() {
    return values.iterator();
  }

  @Override
  public void close() throws IOException {
    if (sorted != null) {
      sorted.close();
    }
  }
}
