package dev.earshot.models.quantification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.statistics.basics.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Simulated: ten sets of one to thirty brands, whose biases are drawn from a known spread. */
class DomainBiasTest {
  private static final double MEAN = 0.1;
  private static final double SETS = 0.15;
  private static final double GROUPS = 0.1;
  private static final int WORLDS = 800;

  /** A brand of a set that nobody has labelled: in 93 to 97 of 100 worlds within the interval. */
  @Test
  void holdsTheBiasOfAnUnlabelledDomain() {
    int held = 0;
    double half = 0;
    for (int world = 0; world < WORLDS; world++) {
      SplittableRandom random = random(world);
      Bias bias = DomainBias.of(world(random)).unlabelled();
      double truth = MEAN + random.nextGaussian(0, SETS) + random.nextGaussian(0, GROUPS);
      half += bias.halfWidth(0) / WORLDS;
      held += Math.abs(truth - bias.value()) <= bias.halfWidth(0) ? 1 : 0;
    }
    assertTrue(held >= 0.93 * WORLDS && held <= 0.97 * WORLDS, "held " + held);
    // With all known it would be 1.96 * sqrt(0.15^2 + 0.1^2) = 0.353.
    assertTrue(half >= 0.35 && half <= 0.45, "half a width of " + half);
  }

  /** The more labels of its own a brand has, the narrower, and the truth stays within. */
  @Test
  void narrowsWithLabelsOfItsOwn() {
    double before = 1;
    for (int labels : new int[] {50, 100, 300, 3_000}) {
      int held = 0;
      double half = 0;
      for (int world = 0; world < WORLDS; world++) {
        SplittableRandom random = random(world);
        DomainBias domains = DomainBias.of(world(random));
        double truth = MEAN + random.nextGaussian(0, SETS) + random.nextGaussian(0, GROUPS);
        LabelledDomain own = labelled(random, "own", truth, labels);
        Bias bias = domains.of(own);
        half += bias.halfWidth(own.predictedNet()) / WORLDS;
        held += Math.abs(truth - bias.value()) <= bias.halfWidth(own.predictedNet()) ? 1 : 0;
      }
      assertTrue(held >= 0.93 * WORLDS && held <= 0.98 * WORLDS, labels + " labels held " + held);
      assertTrue(half < 0.85 * before, labels + " labels: half a width of " + half);
      before = half;
    }
    assertTrue(before < 0.04, "3,000 labels: half a width of " + before);
  }

  /** What a reader says that never errs in five sets alike, is left as it is. */
  @Test
  void leavesAPerfectReaderAlone() {
    List<LabelledDomain> domains = new ArrayList<>();
    for (int set = 0; set < DomainBias.MINIMUM_SETS; set++) {
      domains.add(new LabelledDomain("set " + set, new long[] {500, 0, 0, 0, 500, 0, 0, 0, 500}));
    }
    Bias bias = DomainBias.of(domains).unlabelled();
    assertEquals(0, bias.value(), 1e-12);
    assertEquals(0, bias.halfWidth(0.3), 1e-3);
    assertThrows(IllegalArgumentException.class, () -> DomainBias.of(domains.subList(0, 4)));
  }

  private static SplittableRandom random(int world) {
    return new SplittableRandom(new SplitMix64(world).next());
  }

  private static List<LabelledDomain> world(SplittableRandom random) {
    List<LabelledDomain> domains = new ArrayList<>();
    for (int set = 0; set < 10; set++) {
      double ofSet = MEAN + random.nextGaussian(0, SETS);
      int groups = new int[] {1, 2, 4, 6, 30}[set % 5];
      for (int group = 0; group < groups; group++) {
        double bias = ofSet + random.nextGaussian(0, GROUPS);
        domains.add(labelled(random, "set " + set, bias, 40 + random.nextInt(400)));
      }
    }
    return domains;
  }

  /** Texts that the reader calls neutral or a class above or below what they are. */
  private static LabelledDomain labelled(
      SplittableRandom random, String set, double bias, int texts) {
    long[] counts = new long[9];
    double up = 0.2 + Math.max(0, bias);
    double down = 0.2 + Math.max(0, -bias);
    for (int i = 0; i < texts; i++) {
      double u = random.nextDouble();
      int error = u < up ? 1 : u < up + down ? -1 : 0;
      int predicted = error > 0 ? random.nextInt(2) : error < 0 ? 1 + random.nextInt(2) : 1;
      counts[(predicted + error) * 3 + predicted]++;
    }
    return new LabelledDomain(set, counts);
  }
}
