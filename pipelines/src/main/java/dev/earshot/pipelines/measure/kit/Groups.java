package dev.earshot.pipelines.measure.kit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts that meet under keys before measures read them, each group as a whole. Several tables may
 * be made of the same groups; these are then gathered once.
 *
 * @param name unique among the groups
 * @param order how a group's values are sorted where it may be large; null for small groups, which
 *     are read into memory in no certain order
 * @param inMemory how many values of a large group are held in memory; others are sorted on disk
 * @param sides the small tables that the keying looks up: what follows a large grouping must not
 */
public record Groups<K extends Record, V extends Record>(
    String name,
    Facts<?, ?> facts,
    Class<K> key,
    Class<V> value,
    Keying<?, ?, K, V> keying,
    @Nullable Order<V> order,
    int inMemory,
    List<SideTable<?, ?>> sides)
    implements Serializable {

  /** An order that travels with the job: a lambda that calls a comparator. */
  @FunctionalInterface
  public interface Order<V> extends Comparator<V>, Serializable {}

  /** The key of a fact. */
  @FunctionalInterface
  public interface Key<F, K> extends Serializable {
    K of(F fact);
  }

  /** Facts by a key of theirs. */
  public static <K extends Record, V extends Record> Groups<K, V> of(
      String name, Facts<?, V> facts, Class<K> key, Key<V, K> of) {
    Keying<Record, V, K, V> keying = (none, fact, run, out) -> out.accept(of.of(fact), fact);
    return new Groups<>(name, facts, key, facts.type(), keying, null, 0, List.of());
  }

  /** What facts mean under keys. */
  public static <A extends Record, B extends Record, K extends Record, V extends Record>
      Groups<K, V> of(
          String name, Facts<A, B> facts, Class<K> key, Class<V> value, Keying<A, B, K, V> keying) {
    return new Groups<>(name, facts, key, value, keying, null, 0, List.of());
  }

  /** The same, sorted, so many values in memory and the others on disk: for groups of any size. */
  public Groups<K, V> sorted(Order<V> by, int valuesInMemory) {
    return new Groups<>(name, facts, key, value, keying, by, valuesInMemory, sides);
  }

  /** The same, whose keying looks up a table. */
  public Groups<K, V> lookingUp(SideTable<?, ?> side) {
    List<SideTable<?, ?>> all = new ArrayList<>(sides);
    all.add(side);
    return new Groups<>(name, facts, key, value, keying, order, inMemory, List.copyOf(all));
  }
}
