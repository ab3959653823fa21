package dev.earshot.models.training;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Multinomial logistic regression over sparse binary features of unit length, fitted by AdaGrad
 * (Duchi, Hazan and Singer, JMLR 2011) with feature dropout (Wang and Manning, ICML 2013). The same
 * seed gives the same bits on every machine.
 */
final class LogisticRegression {
  private static final float START_OF_SQUARES = 1e-4f;

  private final int classes;
  private final float[] weights;
  private final float[] intercepts;
  private final float[] squares;
  private final float[] interceptSquares;

  private LogisticRegression(int features, int classes) {
    this.classes = classes;
    weights = new float[features * classes];
    squares = new float[features * classes];
    intercepts = new float[classes];
    interceptSquares = new float[classes];
    Arrays.fill(squares, START_OF_SQUARES);
    Arrays.fill(interceptSquares, START_OF_SQUARES);
  }

  /**
   * How to fit.
   *
   * @param epochs passes over the examples
   * @param learningRate AdaGrad's, falling linearly to a tenth
   * @param dropout share of features left out of an example each time
   */
  record Settings(int epochs, double learningRate, double dropout) {}

  /** An example: the numbers of its features, the square of its norm, its class. */
  static final class Example {
    private final int[] features;
    private final int length;
    private final int label;
    private final float weight;

    /**
     * An example that keeps the array.
     *
     * @param features numbers of its features
     * @param length how many features it has, unknown ones included
     * @param label its class
     */
    Example(int[] features, int length, int label) {
      this(features, length, label, 1);
    }

    /** An example whose steps are multiplied by a weight. */
    Example(int[] features, int length, int label, float weight) {
      this.features = features;
      this.length = length;
      this.label = label;
      this.weight = weight;
    }

    int label() {
      return label;
    }
  }

  static LogisticRegression fit(
      Example[] examples,
      int features,
      int classes,
      double[] classWeights,
      Settings settings,
      long seed) {
    LogisticRegression model = new LogisticRegression(features, classes);
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = new int[examples.length];
    Arrays.setAll(order, i -> i);
    long steps = (long) settings.epochs() * order.length;
    long step = 0;
    int[] kept = new int[1 << 13];
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      shuffle(order, random);
      for (int i : order) {
        Example example = examples[i];
        int count = keep(example.features, kept, settings.dropout(), random);
        double rate = settings.learningRate() * (1 - 0.9 * step++ / steps);
        float value = (float) (1 / (Math.sqrt(example.length) * (1 - settings.dropout())));
        model.update(
            kept, count, value, example.label, rate * example.weight * classWeights[example.label]);
      }
    }
    return model;
  }

  float[] weights() {
    return weights;
  }

  float[] intercepts() {
    return intercepts;
  }

  private void update(int[] kept, int count, float value, int label, double rate) {
    double[] scores = new double[classes];
    for (int i = 0; i < count; i++) {
      int at = kept[i] * classes;
      for (int k = 0; k < classes; k++) {
        scores[k] += weights[at + k];
      }
    }
    for (int k = 0; k < classes; k++) {
      scores[k] = scores[k] * value + intercepts[k];
    }
    softmax(scores);
    scores[label] -= 1;
    for (int k = 0; k < classes; k++) {
      float gradient = (float) scores[k];
      interceptSquares[k] += gradient * gradient;
      intercepts[k] -= (float) (rate * gradient / Math.sqrt(interceptSquares[k]));
    }
    for (int i = 0; i < count; i++) {
      int at = kept[i] * classes;
      for (int k = 0; k < classes; k++) {
        float gradient = (float) scores[k] * value;
        squares[at + k] += gradient * gradient;
        weights[at + k] -= (float) (rate * gradient / Math.sqrt(squares[at + k]));
      }
    }
  }

  static void softmax(double[] scores) {
    double largest = Arrays.stream(scores).max().orElseThrow();
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = StrictMath.exp(scores[k] - largest);
      sum += scores[k];
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] /= sum;
    }
  }

  private static int keep(int[] features, int[] kept, double dropout, SplittableRandom random) {
    int threshold = (int) (dropout * (1 << 16));
    long bits = 0;
    int count = 0;
    for (int i = 0; i < features.length; i++) {
      if (i % 4 == 0) {
        bits = random.nextLong();
      }
      kept[count] = features[i];
      count += (bits & 0xFFFF) >= threshold ? 1 : 0;
      bits >>>= 16;
    }
    return count;
  }

  static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }
}
