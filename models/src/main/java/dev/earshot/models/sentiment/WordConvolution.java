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
 * additions of integers only. Immutable by contract.
 */
public final class WordConvolution {
  private static final int CLASSES = FeatureWeights.CLASSES;
  private static final int WIDTH = 3;
  private static final int MOST_WORDS = 1 << 18;
  private static final int MOST_FILTERS = 1 << 10;

  /** Steps of the largest part; three parts and all marks stay far within 31 bits. */
  private static final int LARGEST_PART = 1 << 20;

  private final Embeddings embeddings;
  private final int filters;
  private final float[] projection;
  private final float[] filterIntercepts;
  private final float[] output;

  private final int[] parts;
  private final int[] markParts;
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
    private final int[] maxima;
    private final int[] nothing;
    private final int[][] marked;
    private final int[][] rows = new int[WIDTH][];
    private final int[] starts = new int[WIDTH];

    Scratch(WordConvolution network) {
      maxima = new int[network.filters];
      nothing = new int[WIDTH * network.filters];
      marked = new int[WIDTH][WIDTH * network.filters];
    }

    /** Moves on by a word: the one after becomes the one at the position. */
    private void shift() {
      int[] free = marked[0];
      for (int i = 0; i + 1 < WIDTH; i++) {
        rows[i] = rows[i + 1];
        starts[i] = starts[i + 1];
        marked[i] = marked[i + 1];
      }
      marked[WIDTH - 1] = free;
      setLast(nothing, 0);
    }

    private void setLast(int[] row, int start) {
      rows[WIDTH - 1] = row;
      starts[WIDTH - 1] = start;
    }
  }

  /** Adds the score of each class to {@code scores}. */
  void addScores(WordTrace words, Scratch scratch, double[] scores) {
    int[] maxima = scratch.maxima;
    Arrays.fill(maxima, 0);
    scratch.setLast(scratch.nothing, 0);
    scratch.shift();
    scratch.shift();
    for (int i = 0; i <= words.size(); i++) {
      if (i < words.size()) {
        place(words, i, scratch);
      }
      if (i > 0) {
        raise(scratch);
      }
      scratch.shift();
    }
    for (int k = 0; k < CLASSES; k++) {
      double sum = 0;
      for (int f = 0; f < filters; f++) {
        sum += output[k * filters + f] * maxima[f];
      }
      scores[k] += unit * sum;
    }
  }

  /** Makes a word the last one: its row of the table, or a copy to which marks are added. */
  private void place(WordTrace words, int i, Scratch scratch) {
    int length = WIDTH * filters;
    int from = embeddings.indexOf(words.hash(i)) * length;
    scratch.setLast(parts, from);
    if (!words.isMarked(i)) {
      return;
    }
    int[] row = scratch.marked[WIDTH - 1];
    System.arraycopy(parts, from, row, 0, length);
    for (int mark = 0; mark < WordTrace.MARKS; mark++) {
      int value = words.mark(i, mark);
      int start = mark * length;
      for (int f = 0; value != 0 && f < length; f++) {
        row[f] += value * markParts[start + f];
      }
    }
    scratch.setLast(row, 0);
  }

  /** The answers around the word in the middle. */
  private void raise(Scratch scratch) {
    int[] maxima = scratch.maxima;
    int[] before = scratch.rows[0];
    int[] at = scratch.rows[1];
    int[] after = scratch.rows[2];
    int beforeStart = scratch.starts[0];
    int atStart = scratch.starts[1] + filters;
    int afterStart = scratch.starts[2] + 2 * filters;
    for (int f = 0; f < filters; f++) {
      int sum = integerIntercepts[f] + before[beforeStart + f] + at[atStart + f];
      maxima[f] = Math.max(maxima[f], sum + after[afterStart + f]);
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

  private int[] rounded(float[] values) {
    int[] rounded = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = Math.round(values[i] / unit);
    }
    return rounded;
  }
}
