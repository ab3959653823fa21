package dev.earshot.models.understanding;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about texts, by a 128-bit hash, in a memory of fixed size. Texts are not kept.
 *
 * <p>Entries live in sets of eight; in a full set an entry that was not asked for since the hand
 * passed is replaced (the clock algorithm, Corbato 1968, per set). Lock-free: threads that race may
 * work on a text twice or lose an entry, never get another text's answer.
 */
final class TextCache<V> {
  static final int DEFAULT_CAPACITY = 16_384;

  private static final int WAYS = 8;

  private final AtomicReferenceArray<@Nullable Entry<V>> entries;
  private final int setMask;

  /**
   * An empty memory.
   *
   * @param capacity texts, at least 8; rounded down to a power of two
   */
  TextCache(int capacity) {
    if (capacity < WAYS || capacity > 1 << 28) {
      throw new IllegalArgumentException("capacity must be from 8 to 2^28, not " + capacity);
    }
    int sets = Math.max(1, Integer.highestOneBit(capacity / WAYS));
    this.entries = new AtomicReferenceArray<>(sets * WAYS);
    this.setMask = sets - 1;
  }

  @Nullable V get(TextHash hash) {
    int first = first(hash);
    for (int way = 0; way < WAYS; way++) {
      Entry<V> entry = entries.get(first + way);
      if (entry != null && entry.high == hash.high() && entry.low == hash.low()) {
        if (!entry.isUsed) {
          entry.isUsed = true;
        }
        return entry.value;
      }
    }
    return null;
  }

  void put(TextHash hash, V value) {
    entries.set(slot(first(hash), hash), new Entry<>(hash, value));
  }

  private int first(TextHash hash) {
    return ((int) hash.low() & setMask) * WAYS;
  }

  private int slot(int first, TextHash hash) {
    for (int way = 0; way < WAYS; way++) {
      if (entries.get(first + way) == null) {
        return first + way;
      }
    }
    int hand = (int) hash.high() & (WAYS - 1);
    for (int step = 0; step < WAYS; step++) {
      int at = first + ((hand + step) & (WAYS - 1));
      Entry<V> entry = entries.get(at);
      if (entry == null || !entry.isUsed) {
        return at;
      }
      entry.isUsed = false;
    }
    return first + hand;
  }

  private static final class Entry<V> {
    final long high;
    final long low;
    final V value;
    volatile boolean isUsed;

    Entry(TextHash hash, V value) {
      this.high = hash.high();
      this.low = hash.low();
      this.value = value;
    }
  }
}
