package dev.earshot.pipelines.measure.kit;

import dev.earshot.pipelines.sources.RecordKind;
import java.io.Serializable;
import java.util.Set;

/**
 * A kind of fact that measures are made of. It names the facts; whoever runs the measures, an
 * engine or a loop in memory, has them.
 *
 * @param name unique among the kinds of facts
 * @param key under what the facts already stand, {@link NoKey} for those that stand alone
 * @param type the fact
 * @param inputs the kinds of input that it comes from; one of them is enough for there to be any
 */
public record Facts<K extends Record, V extends Record>(
    String name, Class<K> key, Class<V> type, Set<RecordKind> inputs) implements Serializable {

  /** The key of facts without one. */
  public record NoKey() {
    static final NoKey NONE = new NoKey();
  }

  /** Facts that stand alone. */
  public static <V extends Record> Facts<NoKey, V> of(
      String name, Class<V> type, RecordKind... inputs) {
    return new Facts<>(name, NoKey.class, type, Set.of(inputs));
  }

  /** Facts that were added up under keys. */
  public static <K extends Record, V extends Record> Facts<K, V> keyed(
      String name, Class<K> key, Class<V> type, RecordKind... inputs) {
    return new Facts<>(name, key, type, Set.of(inputs));
  }
}
