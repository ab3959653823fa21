package dev.earshot.pipelines.measure.kit;

import java.io.Serializable;
import java.util.function.BiConsumer;

/**
 * Gives what a fact means under the keys that it matters for: once, several times or not at all.
 */
@FunctionalInterface
public interface Keying<A, B, K, V> extends Serializable {
  /**
   * Gives the values of a fact.
   *
   * @param key of the fact, where it has one
   * @param run the run; it holds the side tables of {@link Groups#sides}, and none for a {@link
   *     SideTable}
   * @param out takes keys and values
   */
  void apply(A key, B fact, RunContext run, BiConsumer<K, V> out);
}
