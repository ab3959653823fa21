package dev.earshot.models.understanding;

import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.domain.Understanding;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Understands a text that comes again only once, as long as it is remembered: a cache of fixed size
 * in front of another analyzer, by a 128-bit hash of all arguments. Texts are not kept.
 *
 * <p>Entries live in sets of eight; in a full set an entry that was not asked for since the hand
 * passed is replaced (the clock algorithm, Corbato 1968, per set). Lock-free: threads that race may
 * understand a text twice or lose an entry, never get another text's answer.
 */
public final class CachingAnalyzer implements TextAnalyzer {
  private static final int WAYS = 8;
  private static final int DEFAULT_CAPACITY = 16_384;

  private final TextAnalyzer analyzer;
  private final AtomicReferenceArray<@Nullable Entry> entries;
  private final int setMask;

  private CachingAnalyzer(TextAnalyzer analyzer, int capacity) {
    this.analyzer = analyzer;
    int sets = Math.max(1, Integer.highestOneBit(capacity / WAYS));
    this.entries = new AtomicReferenceArray<>(sets * WAYS);
    this.setMask = sets - 1;
  }

  /** A cache of 16,384 texts: about 5 MB. */
  public static CachingAnalyzer of(TextAnalyzer analyzer) {
    return new CachingAnalyzer(analyzer, DEFAULT_CAPACITY);
  }

  /**
   * A cache of another size.
   *
   * @param capacity texts, at least 8; rounded down to a power of two
   */
  public static CachingAnalyzer of(TextAnalyzer analyzer, int capacity) {
    if (capacity < WAYS || capacity > 1 << 28) {
      throw new IllegalArgumentException("capacity must be from 8 to 2^28, not " + capacity);
    }
    return new CachingAnalyzer(analyzer, capacity);
  }

  @Override
  public Understanding understand(
      String text, @Nullable String statedLanguage, List<TextSpan> targets) {
    TextHash hash = TextHash.of(text, statedLanguage, targets);
    int first = ((int) hash.low() & setMask) * WAYS;
    for (int way = 0; way < WAYS; way++) {
      Entry entry = entries.get(first + way);
      if (entry != null && entry.high == hash.high() && entry.low == hash.low()) {
        if (!entry.isUsed) {
          entry.isUsed = true;
        }
        return entry.understanding;
      }
    }
    Understanding understanding = analyzer.understand(text, statedLanguage, targets);
    entries.set(slot(first, hash), new Entry(hash, understanding));
    return understanding;
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
      Entry entry = entries.get(at);
      if (entry == null || !entry.isUsed) {
        return at;
      }
      entry.isUsed = false;
    }
    return first + hand;
  }

  private static final class Entry {
    final long high;
    final long low;
    final Understanding understanding;
    volatile boolean isUsed;

    Entry(TextHash hash, Understanding understanding) {
      this.high = hash.high();
      this.low = hash.low();
      this.understanding = understanding;
    }
  }
}
