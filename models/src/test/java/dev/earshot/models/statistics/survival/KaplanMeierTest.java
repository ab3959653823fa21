package dev.earshot.models.statistics.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.earshot.models.statistics.basics.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Weeks in remission of 21 leukaemia patients under 6-MP: E. J. Freireich et al. (1963), Blood 21,
 * as tabulated by J. P. Klein and M. L. Moeschberger (2003), "Survival Analysis", 2nd edition,
 * tables 1.1 and 4.1A (survival and its standard error). The log(-log) intervals were computed with
 * SciPy 1.17 ({@code scipy.stats.ecdf(...).sf.confidence_interval(method="log-log")}).
 */
class KaplanMeierTest {
  private static final long[] EVENTS = {6, 6, 6, 7, 10, 13, 16, 22, 23};
  private static final long[] CENSORED = {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};

  @Test
  void survivalAndStandardErrorAsPublished() {
    double[][] published = {
      {6, 21, 3, 0.857, 0.0764},
      {7, 17, 1, 0.807, 0.0869},
      {10, 15, 1, 0.753, 0.0963},
      {13, 12, 1, 0.690, 0.1068},
      {16, 11, 1, 0.628, 0.1141},
      {22, 7, 1, 0.538, 0.1282},
      {23, 6, 1, 0.448, 0.1346},
    };
    List<KaplanMeier.Step> steps = KaplanMeier.of(remissions()).steps();
    assertEquals(published.length, steps.size());
    for (int i = 0; i < published.length; i++) {
      KaplanMeier.Step step = steps.get(i);
      assertEquals((long) published[i][0], step.time());
      assertEquals((long) published[i][1], step.atRiskCount());
      assertEquals((long) published[i][2], step.eventCount());
      assertEquals(published[i][3], step.survival(), 0.0006);
      assertEquals(published[i][4], step.standardError(), 0.00006);
    }
  }

  @Test
  void logLogIntervalsAsComputedElsewhere() {
    double[][] expected = {
      {0.6197179552659838, 0.951551747646997},
      {0.5631465646222333, 0.9228090192028804},
      {0.5031995107999564, 0.8893618351692655},
      {0.43161022248618397, 0.8490659633494507},
      {0.36751085598750205, 0.8049121894718412},
      {0.26777893676713505, 0.7467907176353944},
      {0.18805200595923235, 0.6801426284952414},
    };
    List<KaplanMeier.Step> steps = KaplanMeier.of(remissions()).steps();
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i][0], steps.get(i).interval().lower(), 1e-12);
      assertEquals(expected[i][1], steps.get(i).interval().upper(), 1e-12);
    }
  }

  @Test
  void medianOfTwentyThreeWeeksAndNoUpperEnd() {
    KaplanMeier curve = KaplanMeier.of(remissions());
    assertEquals(new KaplanMeier.Quantile(23L, 13L, null), curve.quantile(0.5));
    assertEquals(new KaplanMeier.Quantile(null, 23L, null), curve.quantile(0.8));
  }

  /** The placebo arm of the same trial: every patient relapsed; median 8 weeks. */
  @Test
  void withoutCensoringTheMedianIsTheSampleMedian() {
    Durations placebo = new Durations();
    long[] weeks = {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23};
    for (long week : weeks) {
      placebo.addEvents(week, 1);
    }
    KaplanMeier curve = KaplanMeier.of(placebo);
    assertEquals(new KaplanMeier.Quantile(8L, 4L, 11L), curve.quantile(0.5));
    Estimate end = curve.survivalAt(30);
    assertNotNull(end);
    assertEquals(0, end.value());
    assertEquals(0, end.interval().lower());
    assertEquals(0.19704490569894628, end.interval().upper(), 1e-12);
  }

  @Test
  void aHalfReachedAsAProductIsAHalf() {
    Durations durations = new Durations();
    for (long day = 1; day <= 6; day++) {
      durations.addEvents(day, 1);
    }
    assertEquals(3L, KaplanMeier.of(durations).quantile(0.5).value());
  }

  @Test
  void beforeTheFirstEventTheLowerEndIsExactBinomial() {
    Estimate estimate = KaplanMeier.of(remissions()).survivalAt(5);
    assertNotNull(estimate);
    assertEquals(1, estimate.value());
    assertEquals(Math.pow(0.025, 1.0 / 21), estimate.interval().lower(), 1e-9);
    assertEquals(1, estimate.interval().upper());
  }

  @Test
  void unknownBeyondTheLastCensoredUnit() {
    KaplanMeier curve = KaplanMeier.of(remissions());
    assertNotNull(curve.survivalAt(35));
    assertNull(curve.survivalAt(36));
    assertNull(KaplanMeier.of(new Durations()).survivalAt(1));
    assertEquals(
        new KaplanMeier.Quantile(null, null, null), KaplanMeier.of(new Durations()).quantile(0.5));
  }

  @Test
  void partsMergeToTheWhole() {
    Durations events = new Durations();
    Durations censored = new Durations();
    for (long week : EVENTS) {
      events.addEvents(week, 1);
    }
    for (long week : CENSORED) {
      censored.addCensored(week, 1);
    }
    censored.merge(events);
    assertEquals(remissions(), censored);
    assertEquals(remissions(), Durations.of(censored.toArray()));
    assertEquals(9, censored.eventCount());
    assertEquals(12, censored.censoredCount());
  }

  private static Durations remissions() {
    Durations durations = new Durations();
    for (long week : EVENTS) {
      durations.addEvents(week, 1);
    }
    for (long week : CENSORED) {
      durations.addCensored(week, 1);
    }
    return durations;
  }
}
