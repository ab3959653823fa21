package dev.earshot.models.duplicates;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The cost of one signature and of one comparison. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class MinHashBenchmark {
  private static final String WORDS =
      "RT @shop: the new store in the old harbour opens on Friday at nine, "
          + "bring your friends and we'll have free coffee! https://t.co/AbCdEf1234";
  private static final String UNSPACED = "新しいお店は金曜日の朝九時に古い港でオープンします、とても楽しみです";

  private final MinHash minHash = new MinHash();
  private final @Nullable Signature first = minHash.of(WORDS);
  private final @Nullable Signature second = minHash.of(UNSPACED);

  /** A post of 20 words. */
  @Benchmark
  public @Nullable Signature words() {
    return minHash.of(WORDS);
  }

  /** A post of 34 characters. */
  @Benchmark
  public @Nullable Signature unspaced() {
    return minHash.of(UNSPACED);
  }

  /** A comparison of two signatures. */
  @Benchmark
  public double estimateJaccard() {
    return first.estimateJaccard(second);
  }
}
