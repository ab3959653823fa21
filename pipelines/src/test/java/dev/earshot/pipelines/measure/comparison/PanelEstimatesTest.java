package dev.earshot.pipelines.measure.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.quantification.ReaderSpread;
import dev.earshot.models.statistics.basics.BenjaminiHochberg;
import dev.earshot.pipelines.measure.comparison.PanelEstimate.Difference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** False calls among equal brands, and how often a difference of 0.1 is called. */
class PanelEstimatesTest {
  private static final ReaderSpread READER = new ReaderSpread(0.05, 0.04, 0.01, 20);

  private static final String[] NETWORKS = {"x", "reddit", "mastodon"};

  /**
   * A period in which persons speak of one to three brands, one to four times of each, as they are
   * minded: who is annoyed is so by every brand. People on the second network complain more, and
   * brands are spoken of there more and less often, which the standard mix takes out.
   *
   * @param better what the first brand's net sentiment is above that of the others
   */
  private static List<PanelAct> period(int brands, int personsEach, double better, Random random) {
    List<PanelAct> acts = new ArrayList<>();
    int persons = brands * personsEach / 2;
    for (int person = 0; person < persons; person++) {
      double mood = random.nextGaussian() * 0.25;
      int first = random.nextInt(brands);
      int network = random.nextInt(2 * brands) < first ? 1 : random.nextInt(NETWORKS.length);
      int spoken = 1 + random.nextInt(3);
      for (int k = 0; k < spoken; k++) {
        int brand = (first + k) % brands;
        double net = 0.1 + mood - (network == 1 ? 0.3 : 0) + (brand == 0 ? better : 0);
        long[] said = new long[3];
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
          double u = random.nextDouble();
          double positive = Math.max(0, Math.min(1, 0.3 + net / 2));
          double negative = Math.max(0, Math.min(1 - positive, 0.3 - net / 2));
          said[u < positive ? 0 : u < positive + negative ? 2 : 1]++;
        }
        acts.add(
            new PanelAct(
                brand,
                NETWORKS[network],
                "p" + person,
                "en",
                said[0] + said[1] + said[2],
                said[0],
                said[1],
                said[2],
                0,
                0));
      }
    }
    acts.sort(PanelAct.BY_PERSON);
    return acts;
  }

  private static PanelEstimate estimate(List<PanelAct> acts, int brands, PanelMetric metric) {
    return new PanelEstimates(brands, new PanelPersons(acts), brand -> true, READER).of(metric);
  }

  private static List<Difference> differences(PanelEstimate estimate, int brands) {
    List<Difference> differences = new ArrayList<>();
    for (int one = 0; one < brands; one++) {
      for (int other = one + 1; other < brands; other++) {
        Difference difference = estimate.difference(one, other);
        assertNotNull(difference);
        differences.add(difference);
      }
    }
    return differences;
  }

  /**
   * Twenty equal brands: in how many of 200 periods any of 190 differences is called. Of 1,000 such
   * periods it was 39.
   */
  @Test
  void equalBrandsAreRarelyTold() {
    Random random = new Random(20260301);
    int periods = 200;
    int called = 0;
    long covered = 0;
    int all = 0;
    for (int period = 0; period < periods; period++) {
      List<PanelAct> acts = period(20, 120, 0, random);
      List<Difference> differences =
          differences(estimate(acts, 20, PanelMetric.NET_SENTIMENT_RATE), 20);
      double[] pValues = differences.stream().mapToDouble(Difference::pValue).toArray();
      double smallest = Arrays.stream(BenjaminiHochberg.qValues(pValues)).min().orElseThrow();
      called += smallest <= 0.05 ? 1 : 0;
      all += pValues.length;
      covered += Arrays.stream(pValues).filter(p -> p > 0.05).count();
    }
    if (Boolean.getBoolean("figures")) {
      System.out.println(called + " of " + periods + ", intervals hold " + (double) covered / all);
    }
    assertTrue(called <= 0.05 * periods, called + " of " + periods);
    assertTrue(covered >= 0.94 * all && covered <= 0.96 * all, covered + " of " + all);
  }

  /** One of twelve brands is better by 0.1: how often its differences are called. */
  @ParameterizedTest
  @CsvSource({"200, 0.0, 0.2", "1000, 0.85, 1", "4000, 0.95, 1"})
  void aDifferenceOfATenthIsToldWhereThereAreEnough(int personsEach, double fewest, double most) {
    Random random = new Random(7);
    int called = 0;
    int periods = 20;
    for (int period = 0; period < periods; period++) {
      List<PanelAct> acts = period(12, personsEach, 0.1, random);
      List<Difference> differences =
          differences(estimate(acts, 12, PanelMetric.NET_SENTIMENT_RATE), 12);
      double[] qValues =
          BenjaminiHochberg.qValues(differences.stream().mapToDouble(Difference::pValue).toArray());
      for (int i = 0; i < 11; i++) {
        called += qValues[i] <= 0.05 ? 1 : 0;
      }
    }
    double power = (double) called / (periods * 11);
    if (Boolean.getBoolean("figures")) {
      System.out.println(personsEach + " persons a brand: " + power);
    }
    assertTrue(power >= fewest && power <= most, personsEach + ": " + power);
  }

  private static PanelAct said(int brand, String network, String person, long positive, long all) {
    return new PanelAct(brand, network, person, "en", all, positive, 0, all - positive, 0, 0);
  }

  /**
   * Two brands, of which the same is said on each network, but one is spoken of where people
   * complain. As they are, 0.4 and -0.4; as if spoken of alike, the same.
   */
  @Test
  void aBrandIsNotWorseForWhereItIsSpokenOf() {
    List<PanelAct> acts = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      boolean isFriendly = i < 90;
      acts.add(said(0, isFriendly ? "x" : "reddit", "a" + i, positive(isFriendly, i), 1));
      acts.add(said(1, isFriendly ? "reddit" : "x", "b" + i, positive(!isFriendly, i), 1));
    }
    acts.sort(PanelAct.BY_PERSON);
    PanelEstimate estimate = estimate(acts, 2, PanelMetric.NET_SENTIMENT_RATE);
    assertEquals(0, estimate.values()[0], 1e-12);
    assertEquals(0, estimate.values()[1], 1e-12);
  }

  /**
   * Of ten on the friendly network seven and a half are positive, of ten on the other a quarter.
   */
  private static long positive(boolean isFriendly, int i) {
    return i % 10 < (isFriendly ? 8 : 2) ? 1 : 0;
  }
}
