package dev.earshot.models.statistics.ranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.statistics.ranking.RankIntervals.Place;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankIntervalsTest {
  /**
   * Mathematics scores and standard errors of 37 countries, OECD, PISA 2018: the example of the R
   * package csranks (its {@code pisa} data). The places are of an independent calculation of its
   * procedure with numpy and 40,000 draws, as csranks prints its own only as a picture.
   */
  private static final List<String> PISA =
      List.of(
          "Australia,491.3600252,1.939833031,12,30",
          "Austria,498.9423138,2.970998694,7,26",
          "Belgium,508.0703063,2.262662011,4,18",
          "Canada,512.0169429,2.357475749,3,17",
          "Chile,417.4065563,2.41588757,35,36",
          "Colombia,390.9322732,2.989559274,37,37",
          "Czech Republic,499.4676508,2.460661531,7,25",
          "Denmark,509.3983746,1.735002337,4,18",
          "Estonia,523.4145802,1.743602224,1,6",
          "Finland,507.3013618,1.967920411,4,18",
          "France,495.4075794,2.320214487,12,26",
          "Germany,500.0437805,2.647083096,7,25",
          "Greece,451.3703438,3.091228197,32,34",
          "Hungary,481.0826364,2.319596741,23,31",
          "Iceland,495.1873762,1.953082603,12,26",
          "Ireland,499.632894,2.198621128,8,25",
          "Israel,463.0345488,3.498563228,31,34",
          "Italy,486.5898573,2.780045867,15,31",
          "Japan,526.9732502,2.471475318,1,6",
          "Korea,525.933002,3.121394315,1,7",
          "Latvia,496.1263306,1.962766789,12,26",
          "Lithuania,481.1911884,1.953282039,23,31",
          "Luxembourg,483.421485,1.097632409,23,31",
          "Mexico,408.8014734,2.493225544,35,36",
          "Netherlands,519.2309824,2.632277885,1,11",
          "New Zealand,494.489676,1.705942856,12,26",
          "Norway,500.9637885,2.219044878,7,24",
          "Poland,515.6478747,2.602085176,1,12",
          "Portugal,492.4874062,2.684570081,12,31",
          "Slovak Republic,486.1648542,2.555595707,18,31",
          "Slovenia,508.8975441,1.363877596,4,18",
          "Spain,481.3926126,1.462417763,24,31",
          "Sweden,502.3877022,2.654250935,5,24",
          "Switzerland,515.3147131,2.908003898,1,13",
          "Turkey,453.5077774,2.260406789,32,34",
          "United Kingdom,501.7698992,2.564428111,6,24",
          "United States,478.2447174,3.235444099,23,32");

  /** Pairs of these are within the noise of the draws of the limit. */
  private static final List<String> CLOSE =
      List.of("Australia", "Lithuania", "Czech Republic", "Germany", "Slovak Republic");

  /** What csranks prints for {@code irank(math_score)}. */
  private static final int[] PUBLISHED_RANKS = {
    24, 18, 10, 7, 35, 37, 17, 8, 3, 11, 20, 15, 34, 30, 21, 16, 32, 25, 1, 2, 19, 29, 27, 36, 4,
    22, 14, 5, 23, 26, 9, 28, 12, 6, 33, 13, 31
  };

  @Test
  void theExampleOfThePackage() {
    int size = PISA.size();
    double[] values = new double[size];
    double[][] covariance = new double[size][size];
    for (int i = 0; i < size; i++) {
      String[] country = PISA.get(i).split(",", -1);
      values[i] = Double.parseDouble(country[1]);
      covariance[i][i] = Math.pow(Double.parseDouble(country[2]), 2);
    }
    Place[] places = RankIntervals.of(values, covariance);
    for (int i = 0; i < size; i++) {
      String[] country = PISA.get(i).split(",", -1);
      double value = values[i];
      int rank = 1 + (int) IntStream.range(0, size).filter(j -> values[j] > value).count();
      assertEquals(PUBLISHED_RANKS[i], rank, country[0]);
      int slack = CLOSE.contains(country[0]) ? 1 : 0;
      assertEquals(Integer.parseInt(country[3]), places[i].best(), slack, country[0]);
      assertEquals(Integer.parseInt(country[4]), places[i].worst(), slack, country[0]);
      assertTrue(places[i].best() <= rank && rank <= places[i].worst(), country[0]);
    }
  }

  @Test
  void certainAndUncertain() {
    double[][] small = {{1e-6, 0, 0}, {0, 1e-6, 0}, {0, 0, 1e-6}};
    Place[] certain = {new Place(2, 2), new Place(1, 1), new Place(3, 3)};
    assertArrayEquals(certain, RankIntervals.of(new double[] {0.2, 0.3, 0.1}, small));
    double[][] large = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    Place any = new Place(1, 3);
    assertArrayEquals(
        new Place[] {any, any, any}, RankIntervals.of(new double[] {0.2, 0.3, 0.1}, large));
    assertArrayEquals(
        new Place[] {new Place(1, 1)}, RankIntervals.of(new double[] {1}, new double[][] {{1}}));
  }

  /** The same errors in both take nothing from a difference. */
  @Test
  void whatIsInBothErrorsIsInNone() {
    double[] values = {0.30, 0.28};
    double[][] apart = {{0.01, 0}, {0, 0.01}};
    assertEquals(new Place(1, 2), RankIntervals.of(values, apart)[0]);
    double[][] together = {{0.01, 0.00999}, {0.00999, 0.01}};
    assertEquals(new Place(1, 1), RankIntervals.of(values, together)[0]);
    double[][] alike = {{0.01, 0.01}, {0.01, 0.01}};
    assertEquals(new Place(1, 2), RankIntervals.of(values, alike)[0], "no error, no test");
  }

  /** Twelve equal values: in 95 % nobody is ahead of anybody. */
  @Test
  void equalBrandsAreTies() {
    Random random = new Random(11);
    int trials = 400;
    int called = 0;
    for (int trial = 0; trial < trials; trial++) {
      double shared = random.nextGaussian();
      double[] values = new double[12];
      double[][] covariance = new double[12][12];
      for (int i = 0; i < values.length; i++) {
        values[i] = shared * 0.5 + random.nextGaussian() * Math.sqrt(1 + i);
        for (int j = 0; j < values.length; j++) {
          covariance[i][j] = 0.25 + (i == j ? 1 + i : 0);
        }
      }
      boolean isAny = false;
      for (Place place : RankIntervals.of(values, covariance)) {
        isAny |= place.best() > 1 || place.worst() < values.length;
      }
      called += isAny ? 1 : 0;
    }
    // 5 % of 400 is 20, with a standard deviation of 4.4.
    assertTrue(called >= 8 && called <= 32, called + " of " + trials);
  }
}
