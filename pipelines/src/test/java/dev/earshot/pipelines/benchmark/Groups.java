package dev.earshot.pipelines.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.values.KV;

/**
 * What one thread has to say under keys, in partitions of the keys; stands where a pipeline
 * shuffles.
 */
public final class Groups<K, V> {
  /** Partitions of the keys. */
  public static final int PARTITIONS = 64;

  private static final int MULTIPLIER = 0x9E3779B9;

  private final List<List<KV<K, V>>> partitions = new ArrayList<>();

  public Groups() {
    for (int i = 0; i < PARTITIONS; i++) {
      partitions.add(new ArrayList<>());
    }
  }

  public void add(KV<K, V> pair) {
    int hash = pair.getKey().hashCode() * MULTIPLIER;
    partitions.get(hash >>> (Integer.SIZE - Integer.numberOfTrailingZeros(PARTITIONS))).add(pair);
  }

  /** Takes one partition out of what all threads have said, by key. */
  public static <K, V> Map<K, List<V>> take(List<Groups<K, V>> threads, int partition) {
    Map<K, List<V>> groups = new HashMap<>();
    for (Groups<K, V> thread : threads) {
      for (KV<K, V> pair : thread.partitions.set(partition, List.of())) {
        groups.computeIfAbsent(pair.getKey(), key -> new ArrayList<>(1)).add(pair.getValue());
      }
    }
    return groups;
  }

  /** Takes everything that all threads have said, by key. */
  public static <K, V> Map<K, List<V>> takeAll(List<Groups<K, V>> threads) {
    Map<K, List<V>> groups = new HashMap<>();
    for (int i = 0; i < PARTITIONS; i++) {
      groups.putAll(take(threads, i));
    }
    return groups;
  }
}
