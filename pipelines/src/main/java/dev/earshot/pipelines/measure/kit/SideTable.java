package dev.earshot.pipelines.measure.kit;

import java.io.Serializable;
import java.util.function.BinaryOperator;

/**
 * A small table that measures look up while they work, itself made of facts: trailing rates by
 * brand and day, for example. It must fit into memory.
 *
 * @param name unique among the side tables
 * @param plus adds values of one key
 */
public record SideTable<K extends Record, V extends Record>(
    String name,
    Facts<?, ?> facts,
    Class<K> key,
    Class<V> value,
    Keying<?, ?, K, V> keying,
    Plus<V> plus)
    implements Serializable {

  /** Adds two values of a key, in any order. */
  @FunctionalInterface
  public interface Plus<V> extends BinaryOperator<V>, Serializable {}

  /** What facts give under keys. */
  public static <A extends Record, B extends Record, K extends Record, V extends Record>
      SideTable<K, V> of(
          String name,
          Facts<A, B> facts,
          Class<K> key,
          Class<V> value,
          Keying<A, B, K, V> keying,
          Plus<V> plus) {
    return new SideTable<>(name, facts, key, value, keying, plus);
  }
}
