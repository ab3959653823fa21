package dev.earshot.models.understanding;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.domain.Understanding;
import dev.earshot.models.topics.Taxonomy;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Eight times the text takes about eight times the processor time, where a quadratic step would
 * take 64 times: the limit of 32 lies between, far from both.
 */
class LinearTimeTest {
  private static final int SHORT = 1 << 14;
  private static final int TIMES = 8;
  private static final int LIMIT = 32;
  private static final int ROUNDS = 3;

  private static final List<String> UNITS =
      List.of(
          "a",
          "x ",
          "😡",
          "\u201C",
          "(\"",
          "not ",
          "good, ",
          "@a ",
          "#tag",
          "http://a.b/",
          "1.",
          "a\u0301",
          "\uD83D",
          "\u0000",
          "私",
          "😀\u200D",
          "delivery late ",
          "why? ");

  @Test
  void understandingIsLinearInTheText() {
    FastAnalyzer analyzer = FastAnalyzer.of(Taxonomy.general());
    for (String unit : UNITS) {
      String once = unit.repeat(SHORT / unit.length());
      String often = unit.repeat(TIMES * SHORT / unit.length());
      analyzer.understand(once, "en", List.of());
      long before = least(analyzer, once);
      long after = least(analyzer, often);
      assertTrue(
          after < LIMIT * Math.max(before, 100_000),
          () -> "unit of " + unit.codePoints().boxed().toList() + ": " + before + ", " + after);
    }
  }

  /** All code points, unassigned ones and halves of pairs included, a plane at a time. */
  @Test
  void readsEveryPlane() {
    FastAnalyzer analyzer = FastAnalyzer.of(Taxonomy.general());
    for (int plane = 0; plane <= 16; plane++) {
      StringBuilder text = new StringBuilder("so good ");
      for (int i = 0; i < 1 << 16; i++) {
        text.appendCodePoint((plane << 16) + i);
      }
      Understanding understanding =
          analyzer.understand(text.toString(), "en", List.of(TextSpan.WHOLE));
      assertNotNull(understanding.sentiment());
      analyzer.understand(text.toString(), null, List.of());
    }
  }

  private static long least(FastAnalyzer analyzer, String text) {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      analyzer.understand(text, "en", List.of(TextSpan.WHOLE, new TextSpan(1, 2)));
      least =
          Math.min(least, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }
    return least;
  }
}
