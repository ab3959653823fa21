package dev.earshot.models.statistics.authors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AuthorMomentsTest {
  /** The parts 0 and 2 of three: author A says 2 of 3 and -1 of 1, author B 1 of 2 in part 2. */
  private static AuthorMoments twoAuthors() {
    AuthorMoments moments = new AuthorMoments(3);
    moments.add(new int[] {0, 2}, new long[] {2, -1}, new long[] {3, 1}, 1);
    moments.add(new int[] {2}, new long[] {1}, new long[] {2}, 1);
    moments.add(new int[] {1}, new long[] {1}, new long[] {1}, 1);
    moments.add(new int[] {1}, new long[] {1}, new long[] {1}, -1);
    return moments;
  }

  @Test
  void arrayHoldsThePartsWithAMention() {
    long[] expected = {
      2,
      0,
      2, // two parts, 0 and 2
      2,
      3,
      4,
      6,
      9,
      -2,
      2,
      3, // part 0: b, n; with itself; with part 2
      0,
      3,
      -2,
      -3,
      3,
      2,
      1,
      5 // part 2: b, n; with part 0; with itself
    };
    assertArrayEquals(expected, twoAuthors().toArray());
    assertArrayEquals(new long[] {0}, new AuthorMoments(7).toArray());
  }

  @Test
  void arrayIsReadAsItWasWritten() {
    AuthorMoments moments = twoAuthors();
    AuthorMoments copy = AuthorMoments.of(3, moments.toArray());
    for (int part = 0; part < 3; part++) {
      assertEquals(moments.net(part), copy.net(part));
      assertEquals(moments.mentions(part), copy.mentions(part));
      for (int other = 0; other < 3; other++) {
        assertEquals(
            moments.residualProduct(part, other, 0.5, -0.25),
            copy.residualProduct(part, other, 0.5, -0.25));
      }
    }
  }
}
