package dev.earshot.pipelines.evaluate;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.quantification.Calibration;
import dev.earshot.models.quantification.ProbabilityCalibration;
import dev.earshot.models.quantification.Quantifiers;
import dev.earshot.models.statistics.basics.SplitMix64;
import dev.earshot.models.topics.Taxonomy;
import dev.earshot.models.understanding.FastAnalyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Mean absolute error of class shares by method, on the six airlines with labels of the five
 * others, and over artificial mixes (the protocols of A. Moreo and F. Sebastiani, 2022, "Tweet
 * sentiment quantification: an experimental re-evaluation", PLoS ONE 17: mixes drawn evenly from
 * all, and mixes as they come).
 */
class QuantificationQualityTest {
  private static final Path TWEETS = Path.of("../../shared/data/airline_us/tweets_shared.csv");
  private static final List<String> CLASSES = List.of("negative", "neutral", "positive");
  private static final double[] EVEN = {1 / 3d, 1 / 3d, 1 / 3d};
  private static final int SAMPLES = 200;
  private static final int SAMPLE_SIZE = 200;

  private record Item(String group, int label, Sentiment sentiment) {
    int predicted() {
      return CLASSES.indexOf(sentiment.polarity().name().toLowerCase(Locale.ROOT));
    }

    double[] probabilities() {
      return new double[] {sentiment.negative(), sentiment.neutral(), sentiment.positive()};
    }
  }

  @Test
  void blendIsNearestOnRealGroups() throws IOException {
    List<Item> items = items();
    SplitMix64 random = new SplitMix64(42);
    for (int labels : new int[] {100, 300, 1_000}) {
      Map<String, Double> errors = new TreeMap<>();
      for (int draw = 0; draw < 10; draw++) {
        for (String group : items.stream().map(Item::group).distinct().sorted().toList()) {
          List<Item> own = items.stream().filter(item -> item.group().equals(group)).toList();
          List<Item> others = items.stream().filter(item -> !item.group().equals(group)).toList();
          add(errors, own, shuffled(others, random).subList(0, labels), 60);
        }
      }
      print("airlines, " + labels + " labels of others", errors);
      if (labels >= 300) {
        assertTrue(error(errors, "blended") < 0.5 * error(errors, "counting"));
        assertTrue(error(errors, "blended") < error(errors, "adjusted"));
      }
    }
  }

  @Test
  void adjustedCountIsNearestWhereOnlyTheMixDiffers() throws IOException {
    List<Item> items = items();
    SplitMix64 random = new SplitMix64(43);
    List<Item> mixed = shuffled(items, random);
    List<Item> labelled = mixed.subList(0, 1_000);
    List<List<Item>> byClass = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      int label = k;
      byClass.add(
          mixed.subList(1_000, mixed.size()).stream()
              .filter(item -> item.label() == label)
              .toList());
    }
    Map<String, Double> artificial = new TreeMap<>();
    Map<String, Double> natural = new TreeMap<>();
    for (int i = 0; i < SAMPLES; i++) {
      double a = uniform(random);
      double b = uniform(random);
      double[] mix = {Math.min(a, b), Math.abs(a - b), 1 - Math.max(a, b)};
      List<Item> sample = new ArrayList<>();
      for (int k = 0; k < 3; k++) {
        for (int n = 0; n < Math.round(mix[k] * SAMPLE_SIZE); n++) {
          sample.add(byClass.get(k).get((int) (uniform(random) * byClass.get(k).size())));
        }
      }
      add(artificial, sample, labelled, SAMPLES);
      add(
          natural,
          shuffled(mixed.subList(1_000, mixed.size()), random).subList(0, SAMPLE_SIZE),
          labelled,
          SAMPLES);
    }
    print("artificial mixes", artificial);
    print("mixes as they come", natural);
    assertTrue(error(artificial, "adjusted") < error(artificial, "counting"));
    assertTrue(error(artificial, "adjusted") < error(artificial, "blended"));
    assertTrue(error(natural, "blended") < error(natural, "counting"));
  }

  private static double error(Map<String, Double> errors, String method) {
    Double error = errors.get(method);
    assertNotNull(error);
    return error;
  }

  private static void add(
      Map<String, Double> errors, List<Item> items, List<Item> labelled, int repeats) {
    long[] truth = new long[3];
    long[] predicted = new long[3];
    List<double[]> probabilities = new ArrayList<>();
    for (Item item : items) {
      truth[item.label()]++;
      predicted[item.predicted()]++;
      probabilities.add(item.probabilities());
    }
    long[] counts = new long[9];
    List<double[]> labelledProbabilities = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (Item item : labelled) {
      counts[item.label() * 3 + item.predicted()]++;
      labelledProbabilities.add(item.probabilities());
      labels.add(item.label());
    }
    Calibration calibration = Calibration.of(counts, 3);
    ProbabilityCalibration soft = ProbabilityCalibration.of(labelledProbabilities, labels, 3);
    if (calibration == null || soft == null) {
      throw new AssertionError("labels that tell nothing");
    }
    double[] shares = Quantifiers.classifyAndCount(truth);
    double[] mean = Quantifiers.probabilisticCount(probabilities);
    double[] adjustedMean = Quantifiers.probabilisticAdjustedCount(probabilities, soft);
    double[] half = new double[3];
    Arrays.setAll(half, k -> (mean[k] + adjustedMean[k]) / 2);
    Map<String, double[]> estimates =
        Map.of(
            "counting", Quantifiers.classifyAndCount(predicted),
            "mean probability", mean,
            "expectation maximisation", Quantifiers.expectationMaximisation(probabilities, EVEN),
            "adjusted", Quantifiers.adjustedCount(predicted, calibration),
            "probabilistic adjusted", adjustedMean,
            "half mean probability, half probabilistic adjusted", half,
            "blended", Quantifiers.blendedCount(predicted, calibration));
    estimates.forEach(
        (method, estimate) -> {
          double error = 0;
          for (int k = 0; k < 3; k++) {
            error += Math.abs(estimate[k] - shares[k]) / 3;
          }
          errors.merge(method, error / repeats, Double::sum);
        });
  }

  private static void print(String title, Map<String, Double> errors) {
    System.out.println(title);
    errors.forEach(
        (method, error) -> System.out.printf(Locale.ROOT, "  %-52s %.4f%n", method, error));
  }

  private static List<Item> shuffled(List<Item> items, SplitMix64 random) {
    List<Item> shuffled = new ArrayList<>(items);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      int j = (int) (uniform(random) * (i + 1));
      Item moved = shuffled.get(i);
      shuffled.set(i, shuffled.get(j));
      shuffled.set(j, moved);
    }
    return shuffled;
  }

  private static double uniform(SplitMix64 random) {
    return (random.next() >>> 11) * 0x1.0p-53;
  }

  private static List<Item> items() throws IOException {
    Assumptions.assumeTrue(Files.exists(TWEETS), "no labelled posts: " + TWEETS + " is absent");
    Columns columns = Columns.parse("text=text,label=airline_sentiment,group=airline");
    FastAnalyzer analyzer = FastAnalyzer.of(Taxonomy.general());
    List<Item> items = new ArrayList<>();
    try (LabelledRows rows =
        LabelledRows.open(new LabelledFile(TWEETS, columns.names()), columns)) {
      for (LabelledRecord row = rows.next(); row != null; row = rows.next()) {
        Sentiment sentiment = analyzer.understand(row.text(), "en", List.of()).sentiment();
        assertNotNull(sentiment);
        items.add(new Item(row.group(), CLASSES.indexOf(row.label()), sentiment));
      }
    }
    return items;
  }
}
