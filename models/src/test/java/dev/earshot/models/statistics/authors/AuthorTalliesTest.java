package dev.earshot.models.statistics.authors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class AuthorTalliesTest {
  @Test
  void countsAuthorsAndMentions() {
    AuthorTallies tallies = new AuthorTallies();
    tallies.add(new AuthorTally(2, 0, 1), 3);
    tallies.add(new AuthorTally(0, 4, 0), 2);
    tallies.add(new AuthorTally(0, 0, 1), 5);
    assertEquals(10, tallies.authorCount());
    assertEquals(6, tallies.positiveCount());
    assertEquals(8, tallies.neutralCount());
    assertEquals(8, tallies.negativeCount());
    assertEquals(22, tallies.mentionCount());
    assertEquals(3, tallies.positiveAuthorCount());
    assertEquals(8, tallies.negativeAuthorCount());
  }

  @Test
  void anAuthorWithoutMentionsIsNone() {
    AuthorTallies tallies = new AuthorTallies();
    tallies.add(new AuthorTally(0, 0, 0), 7);
    assertEquals(new AuthorTallies(), tallies);
    assertEquals(0, tallies.authorCount());
  }

  /** A window slides: one author goes from one to two positive mentions, another leaves. */
  @Test
  void movesMergeInAnyOrderAndZeroesVanish() {
    AuthorTallies moves = new AuthorTallies();
    moves.add(new AuthorTally(1, 0, 0), -1);
    moves.add(new AuthorTally(2, 0, 0), 1);
    moves.add(new AuthorTally(0, 1, 0), -1);
    AuthorTallies before = new AuthorTallies();
    before.add(new AuthorTally(1, 0, 0), 1);
    before.add(new AuthorTally(0, 1, 0), 1);
    moves.merge(before);
    assertArrayEquals(new long[] {2, 0, 0, 1}, moves.toArray());
    assertEquals(1, moves.authorCount());
    assertEquals(2, moves.mentionCount());
  }

  @Test
  void canonicalFormIsSortedAndReadable() {
    AuthorTallies tallies = new AuthorTallies();
    tallies.add(new AuthorTally(1, 0, 0), 1);
    tallies.add(new AuthorTally(0, 0, 2), 9);
    tallies.add(new AuthorTally(0, 1, 0), 4);
    long[] canonical = {0, 0, 2, 9, 0, 1, 0, 4, 1, 0, 0, 1};
    assertArrayEquals(canonical, tallies.toArray());
    assertEquals(tallies, AuthorTallies.of(canonical));
    assertEquals(tallies.hashCode(), AuthorTallies.of(canonical).hashCode());
    assertThrows(IllegalArgumentException.class, () -> AuthorTallies.of(new long[] {1, 2, 3}));
  }
}
