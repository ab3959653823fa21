package dev.earshot.models.statistics.authors;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The histogram of the authors of one cell by what each of them said: distinct {@link AuthorTally}
 * -> number of authors. All that an author-clustered rate needs, in integers, so that parts merge
 * exactly in any order, and no larger than the number of distinct tallies, however many authors.
 *
 * <p>While a window slides, an author moves from one tally to another: add -1 at the old one and +1
 * at the new one. A number of authors may be negative in a part; it must not be in what is
 * estimated from. Mutable; not safe between threads.
 */
public final class AuthorTallies {
  private static final int FIELDS = 4;

  private final Map<AuthorTally, Long> authors = new HashMap<>();
  private long authorCount;
  private long positiveCount;
  private long neutralCount;
  private long negativeCount;

  /** An empty histogram. */
  public AuthorTallies() {}

  /**
   * Reads what {@link #toArray} wrote.
   *
   * @throws IllegalArgumentException where the length is not a multiple of four
   */
  public static AuthorTallies of(long[] array) {
    if (array.length % FIELDS != 0) {
      throw new IllegalArgumentException("length " + array.length + " is not a multiple of four");
    }
    AuthorTallies tallies = new AuthorTallies();
    for (int i = 0; i < array.length; i += FIELDS) {
      AuthorTally tally =
          new AuthorTally(
              Math.toIntExact(array[i]),
              Math.toIntExact(array[i + 1]),
              Math.toIntExact(array[i + 2]));
      tallies.add(tally, array[i + 3]);
    }
    return tallies;
  }

  /**
   * Adds {@code authorDelta} authors with this tally; an entry that comes to zero vanishes. An
   * author without mentions is no author of the cell and is not kept.
   */
  public void add(AuthorTally tally, long authorDelta) {
    if (authorDelta == 0 || tally.mentionCount() == 0) {
      return;
    }
    long count = Math.addExact(authors.getOrDefault(tally, 0L), authorDelta);
    if (count == 0) {
      authors.remove(tally);
    } else {
      authors.put(tally, count);
    }
    authorCount += authorDelta;
    positiveCount += authorDelta * tally.positive();
    neutralCount += authorDelta * tally.neutral();
    negativeCount += authorDelta * tally.negative();
  }

  /** Adds every entry of {@code other}. */
  public void merge(AuthorTallies other) {
    other.authors.forEach(this::add);
  }

  /** The authors with at least one mention. */
  public long authorCount() {
    return authorCount;
  }

  /** The positive mentions of all authors. */
  public long positiveCount() {
    return positiveCount;
  }

  /** The neutral mentions of all authors. */
  public long neutralCount() {
    return neutralCount;
  }

  /** The negative mentions of all authors. */
  public long negativeCount() {
    return negativeCount;
  }

  /** The mentions of all authors. */
  public long mentionCount() {
    return positiveCount + neutralCount + negativeCount;
  }

  /** The authors with at least one positive mention. */
  public long positiveAuthorCount() {
    return authors.entrySet().stream()
        .filter(entry -> entry.getKey().positive() > 0)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** The authors with at least one negative mention. */
  public long negativeAuthorCount() {
    return authors.entrySet().stream()
        .filter(entry -> entry.getKey().negative() > 0)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** A copy in ascending order of the tallies. */
  public SortedMap<AuthorTally, Long> toSortedMap() {
    return new TreeMap<>(authors);
  }

  /**
   * The canonical form: positive, neutral, negative, authors of each entry, in ascending order of
   * the tallies. Equal histograms have equal arrays.
   */
  public long[] toArray() {
    long[] array = new long[FIELDS * authors.size()];
    int i = 0;
    for (Map.Entry<AuthorTally, Long> entry : toSortedMap().entrySet()) {
      array[i++] = entry.getKey().positive();
      array[i++] = entry.getKey().neutral();
      array[i++] = entry.getKey().negative();
      array[i++] = entry.getValue();
    }
    return array;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AuthorTallies that && authors.equals(that.authors);
  }

  @Override
  public int hashCode() {
    return authors.hashCode();
  }

  @Override
  public String toString() {
    return toSortedMap().toString();
  }
}
