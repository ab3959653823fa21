package dev.earshot.models.sentiment;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * A convolutional network over three neighbouring words with the maximum over the text (Kim,
 * <i>Convolutional neural networks for sentence classification</i>, EMNLP 2014).
 *
 * <p>A filter's answer to three words is a sum of one part for each word, so the parts of every
 * known word are multiplied out once, when the artifact is loaded, and reading a text takes
 * additions of 16-bit integers only. Immutable by contract.
 */
public final class WordConvolution {
  private static final int CLASSES = FeatureWeights.CLASSES;
  private static final int WIDTH = 3;
  private static final int MOST_WORDS = 1 << 18;
  private static final int MOST_FILTERS = 1 << 10;

  private static final int LARGEST_PART = Short.MAX_VALUE;

  private final Embeddings embeddings;
  private final int filters;
  private final float[] projection;
  private final float[] filterIntercepts;
  private final float[] output;

  private final short[] parts;
  private final short[] markParts;
  private final int[] integerIntercepts;
  private final float unit;

  /**
   * A network.
   *
   * @param embeddings of the known words
   * @param filters their number
   * @param projection for each dimension of an embedding and then each mark of {@link WordTrace},
   *     one weight for each of three positions (before, at, after) and filter
   * @param filterIntercepts one per filter
   * @param output for each class, one weight per filter
   */
  public WordConvolution(
      Embeddings embeddings,
      int filters,
      float[] projection,
      float[] filterIntercepts,
      float[] output) {
    this.embeddings = embeddings;
    this.filters = filters;
    this.projection = projection.clone();
    this.filterIntercepts = filterIntercepts.clone();
    this.output = output.clone();
    int row = WIDTH * filters;
    int dimensions = embeddings.dimensions();
    if (projection.length != (dimensions + WordTrace.MARKS) * row
        || filterIntercepts.length != filters
        || output.length != CLASSES * filters) {
      throw new IllegalArgumentException("sizes of the network's layers do not fit");
    }
    float[] words = embeddings.times(projection, row);
    float[] marks = Arrays.copyOfRange(projection, dimensions * row, projection.length);
    for (int i = 0; i < marks.length; i++) {
      marks[i] /= WordTrace.FULL;
    }
    unit = Math.max(largest(words), largest(marks)) / LARGEST_PART;
    parts = rounded(words);
    markParts = rounded(marks);
    integerIntercepts = new int[filters];
    for (int f = 0; f < filters; f++) {
      integerIntercepts[f] = Math.round(filterIntercepts[f] / unit);
    }
  }

  /** Scratch memory for one thread. */
  static final class Scratch {
    private final int[][] rows;
    private final int[] maxima;

    Scratch(WordConvolution network) {
      rows = new int[WIDTH][WIDTH * network.filters];
      maxima = new int[network.filters];
    }
  }

  /** Adds the score of each class to {@code scores}. */
  void addScores(WordTrace words, Scratch scratch, double[] scores) {
    int[] maxima = scratch.maxima;
    Arrays.fill(maxima, 0);
    int[] before = scratch.rows[0];
    int[] at = scratch.rows[1];
    int[] after = scratch.rows[2];
    Arrays.fill(before, 0);
    Arrays.fill(at, 0);
    for (int i = 0; i <= words.size(); i++) {
      if (i < words.size()) {
        fill(after, words, i);
      } else {
        Arrays.fill(after, 0);
      }
      if (i > 0) {
        raise(maxima, before, at, after);
      }
      int[] free = before;
      before = at;
      at = after;
      after = free;
    }
    for (int k = 0; k < CLASSES; k++) {
      double sum = 0;
      for (int f = 0; f < filters; f++) {
        sum += output[k * filters + f] * maxima[f];
      }
      scores[k] += unit * sum;
    }
  }

  private void fill(int[] row, WordTrace words, int i) {
    int from = embeddings.indexOf(words.hash(i)) * row.length;
    for (int f = 0; f < row.length; f++) {
      row[f] = parts[from + f];
    }
    for (int mark = 0; mark < WordTrace.MARKS; mark++) {
      int value = words.mark(i, mark);
      if (value != 0) {
        int start = mark * row.length;
        for (int f = 0; f < row.length; f++) {
          row[f] += value * markParts[start + f];
        }
      }
    }
  }

  private void raise(int[] maxima, int[] before, int[] at, int[] after) {
    for (int f = 0; f < filters; f++) {
      int sum = integerIntercepts[f] + before[f] + at[filters + f] + after[2 * filters + f];
      maxima[f] = Math.max(maxima[f], sum);
    }
  }

  static WordConvolution read(DataInputStream in) throws IOException {
    Embeddings embeddings = Embeddings.read(in, MOST_WORDS);
    int filters = in.readInt();
    if (filters < 1 || filters > MOST_FILTERS) {
      throw new IOException("a network of " + filters + " filters");
    }
    int row = WIDTH * filters;
    return new WordConvolution(
        embeddings,
        filters,
        floats(in, (embeddings.dimensions() + WordTrace.MARKS) * row),
        floats(in, filters),
        floats(in, CLASSES * filters));
  }

  void write(DataOutputStream out) throws IOException {
    embeddings.write(out);
    out.writeInt(filters);
    for (float[] layer : new float[][] {projection, filterIntercepts, output}) {
      for (float weight : layer) {
        out.writeFloat(weight);
      }
    }
  }

  private static float[] floats(DataInputStream in, int count) throws IOException {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }

  private static float largest(float[] values) {
    float largest = Float.MIN_NORMAL;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private short[] rounded(float[] values) {
    short[] rounded = new short[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (short) Math.round(values[i] / unit);
    }
    return rounded;
  }
}
