package dev.earshot.pipelines.measure.comparison;

import dev.earshot.models.quantification.ReaderSpread;
import dev.earshot.pipelines.measure.comparison.PanelPerson.Acts;
import dev.earshot.pipelines.measure.comparison.PanelPerson.Said;
import dev.earshot.pipelines.measure.comparison.PanelSums.Cell;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of a panel by linearisation over persons (W. G. Cochran, 1977, "Sampling Techniques",
 * 3rd edition, section 6.3): what a person moves each brand's value by, multiplied and added up, so
 * that who speaks of two brands makes their errors one.
 */
final class PanelEstimates {
  private static final long FEWEST_PERSONS = 30;
  private static final long FEWEST_COUNTS = 5;
  private static final long FEWEST_AUTHORS_OF_CELL = 10;

  private final int brands;
  private final Iterable<PanelPerson> persons;
  private final PanelSums sums;
  private final IntPredicate isWhole;
  private final ReaderSpread reader;
  private @Nullable PanelEstimate net;

  /**
   * The estimates of a panel.
   *
   * @param persons are read several times
   * @param isWhole which brands the input covers as a whole; others are compared with none
   * @param reader how far what is read is from what people would label
   */
  PanelEstimates(
      int brands, Iterable<PanelPerson> persons, IntPredicate isWhole, ReaderSpread reader) {
    this.brands = brands;
    this.persons = persons;
    this.isWhole = isWhole;
    this.reader = reader;
    sums = new PanelSums(brands, persons);
  }

  PanelSums sums() {
    return sums;
  }

  PanelEstimate of(PanelMetric metric) {
    return switch (metric) {
      case NET_SENTIMENT_RATE -> netSentiment();
      case ADJUSTED_NET_SENTIMENT_RATE -> netSentiment().readBy(reader);
      case SHARE_OF_VOICE_RATE -> shareOfVoice();
      case ANSWERED_WITHIN_24H_RATE -> answered();
    };
  }

  /** A person's part in the value of a brand. */
  private interface Influence {
    double of(int brand, Acts acts);
  }

  private PanelEstimate netSentiment() {
    if (net == null) {
      net = countedNet();
    }
    return net;
  }

  private PanelEstimate countedNet() {
    boolean[] isCompared =
        compared(
            brand ->
                sums.classifiers[brand] >= FEWEST_PERSONS
                    && sums.positive[brand] >= FEWEST_COUNTS
                    && sums.negative[brand] >= FEWEST_COUNTS);
    Map<String, Cell> cells = cells(isCompared);
    Map<Cell, Double> weights = weights(cells, isCompared);
    double[] values = new double[brands];
    Arrays.fill(values, Double.NaN);
    for (int brand = 0; brand < brands; brand++) {
      if (isCompared[brand]) {
        values[brand] = 0;
        for (Map.Entry<Cell, Double> weight : weights.entrySet()) {
          Cell cell = weight.getKey();
          values[brand] += weight.getValue() * cell.net[brand] / cell.all[brand];
        }
      }
    }
    NetInfluence influence = new NetInfluence(cells, weights);
    double[][] covariance = covariance(values, influence);
    double[] freedom = new double[brands];
    for (int brand = 0; brand < brands; brand++) {
      freedom[brand] = influence.degreesOfFreedom(brand);
    }
    return new PanelEstimate(values, covariance, freedom, sums.classifiers);
  }

  /**
   * A person's part in a standardised rate. Each cell has a rate of its own, from few persons
   * perhaps, so that the degrees of freedom are those of the cells that matter (F. E.
   * Satterthwaite, 1946, Biometrics Bulletin 2, 110-114).
   */
  private static final class NetInfluence implements Influence {
    private final Map<String, Cell> cells;
    private final Map<Cell, Double> weights;
    private final Map<Cell, double[]> squares = new LinkedHashMap<>();

    NetInfluence(Map<String, Cell> cells, Map<Cell, Double> weights) {
      this.cells = cells;
      this.weights = weights;
      weights.keySet().forEach(cell -> squares.put(cell, new double[cell.all.length]));
    }

    @Override
    public double of(int brand, Acts acts) {
      double sum = 0;
      for (Map.Entry<String, Said> said : acts.cells().entrySet()) {
        Cell cell = cells.get(said.getKey());
        Double weight = cell == null ? null : weights.get(cell);
        if (cell != null && weight != null) {
          double rate = (double) cell.net[brand] / cell.all[brand];
          double residual = said.getValue().net() - rate * said.getValue().all();
          double part = weight * withoutPerson(residual, said.getValue().all(), cell.all[brand]);
          Objects.requireNonNull(squares.get(cell))[brand] += part * part;
          sum += part;
        }
      }
      return sum;
    }

    /** Once all persons have had their part. */
    double degreesOfFreedom(int brand) {
      double all = 0;
      double ofCells = 0;
      for (Map.Entry<Cell, double[]> cell : squares.entrySet()) {
        double square = cell.getValue()[brand];
        all += square;
        ofCells += square * square / Math.max(1, cell.getKey().authors[brand] - 1);
      }
      return ofCells > 0 ? Math.max(1, all * all / ofCells) : 1;
    }
  }

  private boolean[] compared(IntPredicate hasEnough) {
    boolean[] isCompared = new boolean[brands];
    for (int brand = 0; brand < brands; brand++) {
      isCompared[brand] = isWhole.test(brand) && hasEnough.test(brand);
    }
    return isCompared;
  }

  /** The cells by name; those in which a brand has few authors are one. */
  private Map<String, Cell> cells(boolean[] isCompared) {
    Map<String, Cell> cells = new HashMap<>();
    Cell rest = new Cell(brands);
    sums.cells.forEach(
        (name, cell) -> {
          boolean isOfAll =
              IntStream.range(0, brands)
                  .allMatch(i -> !isCompared[i] || cell.authors[i] >= FEWEST_AUTHORS_OF_CELL);
          if (!isOfAll) {
            rest.add(cell);
          }
          cells.put(name, isOfAll ? cell : rest);
        });
    return cells;
  }

  /** The share of each cell in what is said of all; of none where a brand is not spoken of. */
  private Map<Cell, Double> weights(Map<String, Cell> cells, boolean[] isCompared) {
    Map<Cell, Double> weights = new LinkedHashMap<>();
    double all = 0;
    for (String name : sums.cells.keySet()) {
      Cell cell = cells.get(name);
      if (cell == null || weights.containsKey(cell)) {
        continue;
      }
      boolean isOfAll = IntStream.range(0, brands).allMatch(i -> !isCompared[i] || cell.all[i] > 0);
      long size =
          IntStream.range(0, brands).filter(i -> isCompared[i]).mapToLong(i -> cell.all[i]).sum();
      if (isOfAll && size > 0) {
        weights.put(cell, (double) size);
        all += size;
      }
    }
    double total = all;
    weights.replaceAll((cell, size) -> size / total);
    return weights;
  }

  private PanelEstimate shareOfVoice() {
    boolean[] isCompared = compared(brand -> sums.persons[brand] >= FEWEST_PERSONS);
    double all = Arrays.stream(sums.mentions).sum();
    double[] shares =
        Arrays.stream(sums.mentions).mapToDouble(mentions -> mentions / all).toArray();
    double[] values = new double[brands];
    double[][] covariance = new double[brands][brands];
    for (int i = 0; i < brands; i++) {
      values[i] = isCompared[i] ? shares[i] : Double.NaN;
      for (int j = 0; j < brands; j++) {
        if (isCompared[i] && isCompared[j]) {
          double product =
              sums.products[i][j]
                  - shares[j] * sums.productsWithAll[i]
                  - shares[i] * sums.productsWithAll[j]
                  + shares[i] * shares[j] * sums.productsOfAll;
          double scale = unbiased(sums.persons[i]) * unbiased(sums.persons[j]);
          covariance[i][j] = product / all / all * scale;
        }
      }
    }
    return new PanelEstimate(values, covariance, freedom(sums.persons), sums.persons);
  }

  private PanelEstimate answered() {
    boolean[] isCompared =
        compared(
            brand ->
                sums.askers[brand] >= FEWEST_PERSONS
                    && sums.answered[brand] >= FEWEST_COUNTS
                    && sums.asked[brand] - sums.answered[brand] >= FEWEST_COUNTS);
    double[] values = new double[brands];
    for (int i = 0; i < brands; i++) {
      values[i] = isCompared[i] ? (double) sums.answered[i] / sums.asked[i] : Double.NaN;
    }
    Influence influence =
        (brand, acts) ->
            withoutPerson(
                acts.answered() - values[brand] * acts.asked(), acts.asked(), sums.asked[brand]);
    return new PanelEstimate(
        values, covariance(values, influence), freedom(sums.askers), sums.askers);
  }

  /** Over persons, in their order. */
  private double[][] covariance(double[] values, Influence influence) {
    double[][] covariance = new double[brands][brands];
    for (PanelPerson person : persons) {
      int[] places = new int[person.byBrand().size()];
      double[] moved = new double[places.length];
      int size = 0;
      for (Map.Entry<Integer, Acts> acts : person.byBrand().entrySet()) {
        int brand = acts.getKey();
        places[size] = brand;
        moved[size] = Double.isNaN(values[brand]) ? 0 : influence.of(brand, acts.getValue());
        size++;
      }
      for (int i = 0; i < places.length; i++) {
        for (int j = 0; j < places.length; j++) {
          covariance[places[i]][places[j]] += moved[i] * moved[j];
        }
      }
    }
    return covariance;
  }

  private static double[] freedom(long[] persons) {
    return Arrays.stream(persons).mapToDouble(count -> Math.max(1, count - 1)).toArray();
  }

  /**
   * What a ratio changes by without a person: the residual over what the others count, so that a
   * rate of few persons does not seem surer than it is (J. G. MacKinnon and H. White, 1985, Journal
   * of Econometrics 29, 305-325, HC3).
   */
  private static double withoutPerson(double residual, long ofPerson, long ofAll) {
    return ofPerson < ofAll ? residual / (ofAll - ofPerson) : 0;
  }

  /** The root of G / (G - 1). */
  private static double unbiased(long persons) {
    return persons < 2 ? 1 : Math.sqrt((double) persons / (persons - 1));
  }
}
