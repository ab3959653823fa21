package dev.earshot.pipelines.measure.kit;

import java.io.Serializable;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;

/**
 * A small table that measures look up while they work: trailing rates by brand and day, for
 * example. It is made of facts, or of another side table as a whole, and must fit into memory.
 */
public sealed interface SideTable<K extends Record, V extends Record> extends Serializable {
  /** Unique among the side tables. */
  String name();

  /** What it is made of, in the end. */
  Facts<?, ?> facts();

  Class<K> key();

  Class<V> value();

  /** Adds two values of a key, in any order. */
  @FunctionalInterface
  interface Plus<V> extends BinaryOperator<V>, Serializable {}

  /** Makes entries of all entries of another table; each key once. */
  @FunctionalInterface
  interface OfAll<A, B, K, V> extends Serializable {
    /**
     * Gives the entries.
     *
     * @param run the run; it holds no side tables here
     * @param out takes keys and values
     */
    void apply(Map<A, B> entries, RunContext run, BiConsumer<K, V> out);
  }

  /**
   * A table of facts under keys.
   *
   * @param plus adds values of one key
   */
  record OfFacts<K extends Record, V extends Record>(
      String name,
      Facts<?, ?> facts,
      Class<K> key,
      Class<V> value,
      Keying<?, ?, K, V> keying,
      Plus<V> plus)
      implements SideTable<K, V> {}

  /**
   * A table that is computed once from another, by one worker: what is looked up often and dear to
   * compute, such as a fitted model.
   */
  record OfTable<A extends Record, B extends Record, K extends Record, V extends Record>(
      String name, SideTable<A, B> other, Class<K> key, Class<V> value, OfAll<A, B, K, V> function)
      implements SideTable<K, V> {
    @Override
    public Facts<?, ?> facts() {
      return other.facts();
    }
  }

  /** What facts give under keys. */
  static <A extends Record, B extends Record, K extends Record, V extends Record>
      SideTable<K, V> of(
          String name,
          Facts<A, B> facts,
          Class<K> key,
          Class<V> value,
          Keying<A, B, K, V> keying,
          Plus<V> plus) {
    return new OfFacts<>(name, facts, key, value, keying, plus);
  }

  /** What another table gives as a whole. */
  static <A extends Record, B extends Record, K extends Record, V extends Record>
      SideTable<K, V> of(
          String name,
          SideTable<A, B> other,
          Class<K> key,
          Class<V> value,
          OfAll<A, B, K, V> function) {
    return new OfTable<>(name, other, key, value, function);
  }
}
