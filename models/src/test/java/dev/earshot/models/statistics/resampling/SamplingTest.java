package dev.earshot.models.statistics.resampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.statistics.basics.Quantiles;
import dev.earshot.models.statistics.basics.SplitMix64;
import java.util.stream.LongStream;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingTest {
  private static final int DRAWS = 200_000;

  /** The first outputs that the generator's reference implementation prints for this seed. */
  @Test
  void splitMixGivesItsReferenceSequence() {
    SplitMix64 random = new SplitMix64(1234567);
    String[] expected = {
      "6457827717110365317",
      "3203168211198807973",
      "9817491932198370423",
      "4593380528125082431",
      "16408922859458223821"
    };
    String[] actual =
        LongStream.generate(random::next)
            .limit(5)
            .mapToObj(Long::toUnsignedString)
            .toArray(String[]::new);
    assertArrayEquals(expected, actual);
  }

  /** Each value's frequency within five standard errors of its exact probability. */
  @ParameterizedTest
  @CsvSource({"20, 0.2", "20, 0.9", "40, 0.5", "100, 0.3", "1000, 0.95", "50000, 0.0001"})
  void binomialDrawsHaveTheExactDistribution(int trials, double probability) {
    SplitMix64 random = new SplitMix64(7);
    int[] seen = new int[trials + 1];
    for (int i = 0; i < DRAWS; i++) {
      seen[(int) BinomialSampler.draw(random, trials, probability)]++;
    }
    BinomialDistribution exact = new BinomialDistribution(trials, probability);
    for (int k = 0; k <= trials; k++) {
      double mass = exact.probability(k);
      double error = Math.sqrt(mass * (1 - mass) / DRAWS);
      assertEquals(mass, (double) seen[k] / DRAWS, 5 * error + 2.0 / DRAWS, "at " + k);
    }
  }

  /** Multinomial: mean n*p, variance n*p*(1-p), whichever way the sample is drawn. */
  @ParameterizedTest
  @CsvSource({"1", "1000"})
  void samplesAreMultinomialAndComplete(long unitsPerCount) {
    long[] counts = {unitsPerCount, 2 * unitsPerCount, 5 * unitsPerCount};
    long total = 8 * unitsPerCount;
    Resampler resampler = new Resampler(counts, 11);
    int draws = 50_000;
    long[] sample = new long[3];
    double[] sums = new double[3];
    double[] squares = new double[3];
    for (int i = 0; i < draws; i++) {
      resampler.draw(sample);
      assertEquals(total, sample[0] + sample[1] + sample[2]);
      for (int c = 0; c < 3; c++) {
        double deviation = sample[c] - counts[c];
        sums[c] += deviation;
        squares[c] += deviation * deviation;
      }
    }
    for (int c = 0; c < 3; c++) {
      double share = (double) counts[c] / total;
      double variance = total * share * (1 - share);
      assertEquals(0, sums[c] / draws, 5 * Math.sqrt(variance / draws));
      assertEquals(variance, squares[c] / draws, 5 * variance * Math.sqrt(3.0 / draws));
    }
  }

  /** Student's t, 0.975, to the digits of R's qt. */
  @ParameterizedTest
  @CsvSource({
    "1, 12.706204736174694",
    "2, 4.302652729749462",
    "1.5, 6.016663104427929",
    "3.25, 3.048339870186651",
    "5, 2.5705818356363146",
    "29, 2.045229642132703",
    "255, 1.9693105698498752",
    "256, 1.9692738896556876",
    "1000, 1.9623390808264083",
    "1000000, 1.959966356814107"
  })
  void studentQuantiles(double degreesOfFreedom, double expected) {
    assertEquals(expected, Quantiles.student(degreesOfFreedom), 1e-9);
  }
}
