package dev.earshot.pipelines.measure.kit;

import java.io.Serializable;
import java.util.List;

/**
 * A kind of fact that measures are made of. It names the facts; whoever runs the measures, an
 * engine or a loop in memory, has them, or lets other measures make them.
 *
 * @param name unique among the kinds of facts
 * @param key under what the facts already stand, {@link NoKey} for those that stand alone
 * @param type the fact
 * @param makers the measures that give them, all together; empty for what the run has heard
 */
public record Facts<K extends Record, V extends Record>(
    String name, Class<K> key, Class<V> type, List<Measure<V>> makers) implements Serializable {

  /** The key of facts without one. */
  public record NoKey() {
    static final NoKey NONE = new NoKey();
  }

  /** Facts that stand alone. */
  public static <V extends Record> Facts<NoKey, V> of(String name, Class<V> type) {
    return new Facts<>(name, NoKey.class, type, List.of());
  }

  /** Facts that were added up under keys. */
  public static <K extends Record, V extends Record> Facts<K, V> keyed(
      String name, Class<K> key, Class<V> type) {
    return new Facts<>(name, key, type, List.of());
  }

  /** Facts that measures give, each of them where the run has what it is made of. */
  public static <V extends Record> Facts<NoKey, V> made(
      String name, Class<V> type, List<Measure<V>> makers) {
    return new Facts<>(name, NoKey.class, type, List.copyOf(makers));
  }
}
