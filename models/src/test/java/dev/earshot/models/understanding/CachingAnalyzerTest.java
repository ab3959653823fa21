package dev.earshot.models.understanding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.domain.Understanding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CachingAnalyzerTest {
  private final AtomicInteger calls = new AtomicInteger();
  private final TextAnalyzer counting =
      (text, language, targets) -> {
        calls.incrementAndGet();
        return new Understanding(text, null, List.of(), List.of(), List.of(), Set.of());
      };

  @Test
  void understandsARepeatedTextOnce() {
    CachingAnalyzer cache = CachingAnalyzer.of(counting);
    Understanding first = cache.understand("a text", null, List.of(new TextSpan(0, 1)));
    assertSame(first, cache.understand("a text", null, List.of(new TextSpan(0, 1))));
    assertEquals(1, calls.get());
  }

  @Test
  void tellsAllArgumentsApart() {
    CachingAnalyzer cache = CachingAnalyzer.of(counting);
    cache.understand("a", null, List.of());
    cache.understand("a", "", List.of());
    cache.understand("a", "en", List.of());
    cache.understand("a", "ne", List.of());
    cache.understand("aen", null, List.of());
    cache.understand("a", null, List.of(TextSpan.WHOLE));
    cache.understand("a", null, List.of(TextSpan.WHOLE, TextSpan.WHOLE));
    cache.understand("a", null, List.of(new TextSpan(0, 1)));
    cache.understand("a", null, List.of(new TextSpan(1, 0)));
    cache.understand("a\u0000", null, List.of());
    cache.understand("A", null, List.of());
    assertEquals(11, calls.get());
  }

  @Test
  void staysWithinItsCapacityAndRight() {
    CachingAnalyzer cache = CachingAnalyzer.of(counting, 64);
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 10_000; i++) {
        assertEquals("t" + i, cache.understand("t" + i, null, List.of()).language());
      }
    }
    assertTrue(calls.get() >= 20_000 - 64, "misses: " + calls.get());
  }

  @Test
  void fillsUpBeforeItForgets() {
    CachingAnalyzer cache = CachingAnalyzer.of(counting);
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 1_000; i++) {
        cache.understand("t" + i, null, List.of());
      }
    }
    assertEquals(1_000, calls.get());
  }

  @Test
  void keepsWhatIsAskedForAgainAndAgain() {
    CachingAnalyzer cache = CachingAnalyzer.of(counting, 8);
    cache.understand("hot", null, List.of());
    for (int i = 0; i < 1_000; i++) {
      cache.understand("hot", null, List.of());
      cache.understand("cold" + i, null, List.of());
    }
    assertEquals(1_001, calls.get());
  }

  @Test
  void refusesOddCapacities() {
    assertThrows(IllegalArgumentException.class, () -> CachingAnalyzer.of(counting, 7));
  }

  @Test
  void bothLanesTellSimilarTextsApart() {
    Set<TextHash> hashes = new HashSet<>();
    for (int i = 0; i < 300_000; i++) {
      hashes.add(TextHash.of("order " + i, null, List.of()));
    }
    assertEquals(300_000, hashes.size());
    assertEquals(300_000, hashes.stream().mapToLong(TextHash::low).distinct().count(), "low lane");
    assertEquals(
        300_000, hashes.stream().mapToLong(TextHash::high).distinct().count(), "high lane");
  }
}
