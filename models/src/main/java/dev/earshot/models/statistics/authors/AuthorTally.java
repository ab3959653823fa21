package dev.earshot.models.statistics.authors;

import java.util.Comparator;

/**
 * What one author said in one cell.
 *
 * @param positive positive mentions
 * @param neutral neutral mentions
 * @param negative negative mentions
 */
public record AuthorTally(int positive, int neutral, int negative)
    implements Comparable<AuthorTally> {
  private static final Comparator<AuthorTally> ORDER =
      Comparator.comparingInt(AuthorTally::positive)
          .thenComparingInt(AuthorTally::neutral)
          .thenComparingInt(AuthorTally::negative);

  /** Rejects negative numbers of mentions. */
  public AuthorTally {
    if (positive < 0 || neutral < 0 || negative < 0) {
      throw new IllegalArgumentException(
          "negative tally: " + positive + ", " + neutral + ", " + negative);
    }
  }

  /** The author's mentions. */
  public long mentionCount() {
    return (long) positive + neutral + negative;
  }

  /** By positive, then neutral, then negative mentions. */
  @Override
  public int compareTo(AuthorTally other) {
    return ORDER.compare(this, other);
  }
}
