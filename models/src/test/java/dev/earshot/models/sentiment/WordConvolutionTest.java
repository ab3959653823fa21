package dev.earshot.models.sentiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** One filter, which adds the word before, twice the word and four times the word after. */
class WordConvolutionTest {
  private static final long ONE = 101;
  private static final long MINUS_ONE = 102;
  private static final long UNKNOWN = 103;

  /** Parts are kept in steps of a 2^20th of the largest part, which is 4; three are added. */
  private static final double ROUNDING = 3 * 4.0 / (1 << 20);

  private static final WordConvolution NETWORK = network(0);

  private static WordConvolution network(float intercept) {
    float[] projection = new float[(1 + WordTrace.MARKS) * 3];
    projection[0] = 1;
    projection[1] = 2;
    projection[2] = 4;
    // The first mark, a positive valence, counts one at the word itself.
    projection[3 + 1] = 1;
    return new WordConvolution(
        Embeddings.pack(new long[] {ONE, MINUS_ONE}, 1, new float[] {0, 1, -1}),
        1,
        projection,
        new float[] {intercept},
        new float[] {-1, 0, 1});
  }

  @Test
  void theLargestAnswerCounts() {
    // 2*1 + 4*(-1) = -2 and 1 + 2*(-1) = -1: below nothing.
    assertEquals(0, positive(NETWORK, ONE, MINUS_ONE), ROUNDING);
    // 2*(-1) + 4*1 = 2 and -1 + 2*1 = 1.
    assertEquals(2, positive(NETWORK, MINUS_ONE, ONE), ROUNDING);
    // 1 + 2*1 + 4*1.
    assertEquals(7, positive(NETWORK, ONE, ONE, ONE), ROUNDING);
    assertEquals(4, positive(NETWORK, UNKNOWN, ONE), ROUNDING);
    assertEquals(0, positive(NETWORK), ROUNDING);
  }

  @Test
  void interceptsAndMarksAreAdded() {
    assertEquals(2.5, positive(network(0.5f), ONE), ROUNDING);
    WordTrace trace = new WordTrace();
    trace.add(ONE, 2 * WordTrace.FULL, false, false, false, false);
    // A mark of 40 is 40 times the part of one, which is rounded to half a unit.
    assertEquals(2 + 2, positive(NETWORK, trace), 20 * 4.0 / (1 << 20));
  }

  @Test
  void wordsPastTheLimitAreNotRead() {
    WordTrace trace = new WordTrace();
    for (int i = 0; i < WordTrace.LIMIT; i++) {
      trace.add(UNKNOWN, 0, false, false, false, false);
    }
    trace.add(ONE, 0, false, false, false, false);
    assertEquals(WordTrace.LIMIT, trace.size());
    assertEquals(0, positive(NETWORK, trace), ROUNDING);
  }

  @Test
  void isTheSameAfterWritingAndReading() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    network(0.5f).write(new DataOutputStream(bytes));
    WordConvolution read =
        WordConvolution.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertEquals(positive(network(0.5f), ONE, MINUS_ONE, ONE), positive(read, ONE, MINUS_ONE, ONE));
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    read.write(new DataOutputStream(again));
    assertArrayEquals(bytes.toByteArray(), again.toByteArray());
  }

  private static double positive(WordConvolution network, long... words) {
    WordTrace trace = new WordTrace();
    for (long word : words) {
      trace.add(word, 0, false, false, false, false);
    }
    return positive(network, trace);
  }

  private static double positive(WordConvolution network, WordTrace trace) {
    double[] scores = new double[3];
    network.addScores(trace, new WordConvolution.Scratch(network), scores);
    assertEquals(0, scores[0] + scores[2]);
    return scores[2];
  }
}
