package dev.earshot.models.statistics.authors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ClusterTalliesTest {
  @Test
  void countsAuthorsAndMentions() {
    ClusterTallies tallies = new ClusterTallies(3);
    tallies.add(ClusterTally.of(2, 0, 1), 3);
    tallies.add(ClusterTally.of(0, 4, 0), 2);
    tallies.add(ClusterTally.of(0, 0, 1), 5);
    assertEquals(10, tallies.clusterCount());
    assertEquals(6, tallies.count(0));
    assertEquals(8, tallies.count(1));
    assertEquals(8, tallies.count(2));
    assertEquals(22, tallies.itemCount());
    assertEquals(3, tallies.clusterCount(0));
    assertEquals(8, tallies.clusterCount(2));
  }

  @Test
  void anotherNumberOfClassesIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ClusterTallies(2).add(ClusterTally.of(1, 0, 0), 1));
    assertThrows(IllegalArgumentException.class, () -> ClusterTally.of(1, -1));
  }

  @Test
  void anAuthorWithoutMentionsIsNone() {
    ClusterTallies tallies = new ClusterTallies(3);
    tallies.add(ClusterTally.of(0, 0, 0), 7);
    assertEquals(new ClusterTallies(3), tallies);
    assertEquals(0, tallies.clusterCount());
  }

  /** A window slides: one author goes from one to two positive mentions, another leaves. */
  @Test
  void movesMergeInAnyOrderAndZeroesVanish() {
    ClusterTallies moves = new ClusterTallies(3);
    moves.add(ClusterTally.of(1, 0, 0), -1);
    moves.add(ClusterTally.of(2, 0, 0), 1);
    moves.add(ClusterTally.of(0, 1, 0), -1);
    ClusterTallies before = new ClusterTallies(3);
    before.add(ClusterTally.of(1, 0, 0), 1);
    before.add(ClusterTally.of(0, 1, 0), 1);
    moves.merge(before);
    assertArrayEquals(new long[] {2, 0, 0, 1}, moves.toArray());
    assertEquals(1, moves.clusterCount());
    assertEquals(2, moves.itemCount());
  }

  @Test
  void canonicalFormIsSortedAndReadable() {
    ClusterTallies tallies = new ClusterTallies(3);
    tallies.add(ClusterTally.of(1, 0, 0), 1);
    tallies.add(ClusterTally.of(0, 0, 2), 9);
    tallies.add(ClusterTally.of(0, 1, 0), 4);
    long[] canonical = {0, 0, 2, 9, 0, 1, 0, 4, 1, 0, 0, 1};
    assertArrayEquals(canonical, tallies.toArray());
    assertEquals(tallies, ClusterTallies.of(3, canonical));
    assertEquals(tallies.hashCode(), ClusterTallies.of(3, canonical).hashCode());
    assertThrows(IllegalArgumentException.class, () -> ClusterTallies.of(3, 1, 2, 3));
  }
}
