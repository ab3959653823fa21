package dev.earshot.models.understanding;

import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.domain.Understanding;
import dev.earshot.models.topics.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Posts a second on one core: the whole of {@link FastAnalyzer}, and a cache's hits and misses. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class UnderstandingBenchmark {
  private static final List<String> PARTS =
      List.of(
          "@acme I ordered two weeks ago and my parcel still has not arrived, ",
          "love the new update, the app is so much faster now! ",
          "why does it keep crashing on my phone? ",
          "the staff in the store were friendly and helpful \uD83D\uDE0D ",
          "just saw this on the way to work https://example.com/a1b2 ",
          "not sure whether the price is worth it tbh #shopping ");

  private final List<String> texts = new ArrayList<>();
  private final List<TextSpan> target = List.of(new TextSpan(0, 5));
  private final TextAnalyzer fast = FastAnalyzer.of(Taxonomy.general());
  private final TextAnalyzer hits = CachingAnalyzer.of(fast);
  private final TextAnalyzer misses = CachingAnalyzer.of((text, language, targets) -> EMPTY, 8);
  private static final Understanding EMPTY =
      new Understanding(null, null, List.of(), List.of(), List.of(), Set.of());
  private int next;

  /** Different texts of 18 words on average. */
  @Setup
  public void write() {
    for (int i = 0; i < 1_024; i++) {
      texts.add(PARTS.get(i % 6) + PARTS.get(i / 6 % 6) + i);
    }
  }

  private String text() {
    next = (next + 1) & 1_023;
    return texts.get(next);
  }

  /** All of it, toward one target. */
  @Benchmark
  public Understanding fast() {
    return fast.understand(text(), "en", target);
  }

  /** With the language to be detected. */
  @Benchmark
  public Understanding fastDetectingLanguage() {
    return fast.understand(text(), null, target);
  }

  /** A text that the cache holds. */
  @Benchmark
  public Understanding cacheHit() {
    return hits.understand(text(), "en", target);
  }

  /** What a miss costs on top of understanding. */
  @Benchmark
  public Understanding cacheMiss() {
    return misses.understand(text(), "en", target);
  }
}
