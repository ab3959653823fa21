package dev.earshot.models.training;

import dev.earshot.models.sentiment.Embeddings;
import dev.earshot.models.sentiment.FeatureWeights;
import dev.earshot.models.sentiment.WordConvolution;
import dev.earshot.models.sentiment.WordTrace;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Fits a {@link WordConvolution} by AdaGrad (Duchi, Hazan and Singer, JMLR 2011) with dropout of
 * filters and of whole words. The same seed gives the same bits on every machine.
 */
final class ConvolutionFit {
  private static final int CLASSES = FeatureWeights.CLASSES;
  private static final int WIDTH = 3;

  /**
   * How to fit.
   *
   * @param dimensions of an embedding
   * @param filters of the convolution
   * @param epochs passes over the examples
   * @param learningRate AdaGrad's, falling linearly to a tenth
   * @param filterDropout share of filters left out of an example each time
   * @param wordDropout share of words read as unknown each time
   */
  record Settings(
      int dimensions,
      int filters,
      int epochs,
      double learningRate,
      double filterDropout,
      double wordDropout) {}

  /** An example: the numbers and marks of its words, its class. */
  static final class Example {
    private final int[] words;
    private final float[] marks;
    private final int label;

    /**
     * An example that keeps the arrays.
     *
     * @param words numbers of its words, 0 for unknown ones
     * @param marks {@link WordTrace#MARKS} for each word, 1 for one that is set
     * @param label its class
     */
    Example(int[] words, float[] marks, int label) {
      this.words = words;
      this.marks = marks;
      this.label = label;
    }
  }

  private final Settings settings;
  private final int filters;
  private final int row;
  private final int inputs;
  private final Layer embeddings;
  private final Layer projection;
  private final Layer filterIntercepts;
  private final Layer output;
  private final Layer intercepts;

  private final float[][] input;
  private final float[][] inputGradients = new float[WordTrace.LIMIT][];
  private final boolean[] hasGradient = new boolean[WordTrace.LIMIT];
  private final boolean[] isDropped = new boolean[WordTrace.LIMIT];
  private final float[][] parts;
  private final float[] maxima;
  private final int[] positions;

  /** Weights and the sums of their squared gradients. */
  private static final class Layer {
    final float[] weights;
    final float[] squares;

    Layer(int size, double range, float startOfSquares, SplittableRandom random) {
      weights = new float[size];
      squares = new float[size];
      for (int i = 0; i < size; i++) {
        weights[i] = range == 0 ? 0 : (float) ((2 * random.nextDouble() - 1) * range);
      }
      Arrays.fill(squares, startOfSquares);
    }

    void descend(int i, float gradient, float rate) {
      squares[i] += gradient * gradient;
      weights[i] -= rate * gradient / (float) Math.sqrt(squares[i]);
    }
  }

  private ConvolutionFit(int words, Settings settings, SplittableRandom random) {
    this.settings = settings;
    filters = settings.filters();
    row = WIDTH * filters;
    inputs = settings.dimensions() + WordTrace.MARKS;
    embeddings = new Layer((words + 1) * settings.dimensions(), 0.1, 1e-4f, random);
    double glorot = Math.sqrt(6.0 / (WIDTH * inputs + filters));
    projection = new Layer(inputs * row, glorot, 1e-2f, random);
    filterIntercepts = new Layer(filters, 0, 1e-2f, random);
    output = new Layer(CLASSES * filters, 0.1, 1e-2f, random);
    intercepts = new Layer(CLASSES, 0, 1e-2f, random);
    input = new float[WordTrace.LIMIT][inputs];
    parts = new float[WordTrace.LIMIT][row];
    Arrays.setAll(inputGradients, i -> new float[inputs]);
    maxima = new float[filters];
    positions = new int[filters];
  }

  /**
   * Fits a network.
   *
   * @param words how many words are numbered, from 1
   */
  static ConvolutionFit fit(
      Example[] examples, int words, double[] classWeights, Settings settings, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ConvolutionFit fit = new ConvolutionFit(words, settings, random);
    int[] order = new int[examples.length];
    Arrays.setAll(order, i -> i);
    long steps = (long) settings.epochs() * order.length;
    long step = 0;
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      LogisticRegression.shuffle(order, random);
      for (int i : order) {
        float rate = (float) (settings.learningRate() * (1 - 0.9 * step++ / steps));
        fit.update(examples[i], classWeights[examples[i].label], rate, random);
      }
    }
    return fit;
  }

  /**
   * The network, its scores multiplied by a weight.
   *
   * @param words hashes of the numbered words
   */
  WordConvolution network(long[] words, float weight) {
    float[] weighed = output.weights.clone();
    for (int i = 0; i < weighed.length; i++) {
      weighed[i] *= weight;
    }
    return new WordConvolution(
        Embeddings.pack(words, settings.dimensions(), embeddings.weights),
        filters,
        projection.weights,
        filterIntercepts.weights,
        weighed);
  }

  float[] intercepts() {
    return intercepts.weights;
  }

  private void update(Example example, double classWeight, float rate, SplittableRandom random) {
    int length = example.words.length;
    for (int t = 0; t < length; t++) {
      isDropped[t] = random.nextDouble() < settings.wordDropout();
    }
    project(example, length);
    pool(length);
    float kept = (float) (1 / (1 - settings.filterDropout()));
    for (int f = 0; f < filters; f++) {
      maxima[f] = random.nextDouble() < settings.filterDropout() ? 0 : maxima[f] * kept;
    }
    double[] errors = errors(example.label);
    float[] gradients = new float[CLASSES];
    for (int k = 0; k < CLASSES; k++) {
      gradients[k] = (float) (errors[k] * classWeight);
      intercepts.descend(k, gradients[k], rate);
    }
    descend(example, length, gradients, kept, rate);
  }

  /** Each word's part in each filter, for each of three positions. */
  private void project(Example example, int length) {
    int dimensions = settings.dimensions();
    for (int t = 0; t < length; t++) {
      float[] in = input[t];
      if (isDropped[t]) {
        Arrays.fill(in, 0, dimensions, 0);
      } else {
        System.arraycopy(embeddings.weights, example.words[t] * dimensions, in, 0, dimensions);
      }
      System.arraycopy(example.marks, t * WordTrace.MARKS, in, dimensions, WordTrace.MARKS);
      float[] out = parts[t];
      Arrays.fill(out, 0);
      for (int i = 0; i < inputs; i++) {
        float value = in[i];
        int from = i * row;
        for (int f = 0; value != 0 && f < row; f++) {
          out[f] += value * projection.weights[from + f];
        }
      }
    }
  }

  /** The largest answer of each filter, at least 0, and where it stands. */
  private void pool(int length) {
    Arrays.fill(maxima, 0);
    Arrays.fill(positions, -1);
    for (int t = 0; t < length; t++) {
      for (int f = 0; f < filters; f++) {
        float sum = filterIntercepts.weights[f] + parts[t][filters + f];
        sum += t > 0 ? parts[t - 1][f] : 0;
        sum += t + 1 < length ? parts[t + 1][2 * filters + f] : 0;
        if (sum > maxima[f]) {
          maxima[f] = sum;
          positions[f] = t;
        }
      }
    }
  }

  private double[] errors(int label) {
    double[] scores = new double[CLASSES];
    for (int k = 0; k < CLASSES; k++) {
      float score = intercepts.weights[k];
      for (int f = 0; f < filters; f++) {
        score += output.weights[k * filters + f] * maxima[f];
      }
      scores[k] = score;
    }
    LogisticRegression.softmax(scores);
    scores[label] -= 1;
    return scores;
  }

  private void descend(Example example, int length, float[] gradients, float kept, float rate) {
    Arrays.fill(hasGradient, 0, length, false);
    for (int f = 0; f < filters; f++) {
      if (maxima[f] == 0) {
        continue;
      }
      float gradient = 0;
      for (int k = 0; k < CLASSES; k++) {
        int at = k * filters + f;
        gradient += gradients[k] * output.weights[at] * kept;
        output.descend(at, gradients[k] * maxima[f], rate);
      }
      filterIntercepts.descend(f, gradient, rate);
      for (int offset = -1; offset <= 1; offset++) {
        int t = positions[f] + offset;
        if (t >= 0 && t < length) {
          descendFilter(t, (offset + 1) * filters + f, gradient, rate);
        }
      }
    }
    int dimensions = settings.dimensions();
    for (int t = 0; t < length; t++) {
      if (hasGradient[t] && !isDropped[t]) {
        for (int i = 0; i < dimensions; i++) {
          embeddings.descend(example.words[t] * dimensions + i, inputGradients[t][i], rate);
        }
      }
    }
  }

  private void descendFilter(int t, int column, float gradient, float rate) {
    if (!hasGradient[t]) {
      hasGradient[t] = true;
      Arrays.fill(inputGradients[t], 0);
    }
    for (int i = 0; i < inputs; i++) {
      int at = i * row + column;
      inputGradients[t][i] += gradient * projection.weights[at];
      if (input[t][i] != 0) {
        projection.descend(at, gradient * input[t][i], rate);
      }
    }
  }
}
