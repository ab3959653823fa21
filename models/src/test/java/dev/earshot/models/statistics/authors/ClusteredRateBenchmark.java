package dev.earshot.models.statistics.authors;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.SplitMix64;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The cost of one net rate: resampled with 20 authors, linearised with 100 and 10,000. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ClusteredRateBenchmark {
  private static final int PLUS = 0;
  private static final int MINUS = 2;

  /** Authors of the cell; a cell of 100,000 has no negative mention and is resampled. */
  @Param({"20", "100", "10000", "100000"})
  public int authors;

  private final ClusterTallies tallies = new ClusterTallies(3);

  /** Authors with up to eight mentions of each class, most with one or two. */
  @Setup
  public void fill() {
    SplitMix64 random = new SplitMix64(1);
    for (int i = 0; i < authors; i++) {
      int positive = Long.numberOfTrailingZeros(random.next() | 256);
      int neutral = Long.numberOfTrailingZeros(random.next() | 16);
      int negative = authors == 100_000 ? 0 : Long.numberOfTrailingZeros(random.next() | 16);
      tallies.add(ClusterTally.of(positive, neutral, negative), 1);
    }
  }

  /** One rate with its interval. */
  @Benchmark
  public @Nullable Estimate net() {
    return ClusteredRate.net(tallies, PLUS, MINUS);
  }
}
