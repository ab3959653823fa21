package dev.earshot.models.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.statistics.SplitMix64;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClustersTest {
  @Test
  void laterCopiesLinkToTheEarliest() {
    Member first = new Member("b", 10, signature(1, 0));
    Member copy = new Member("a", 20, signature(1, 5));
    Member other = new Member("c", 5, signature(2, 0));
    Member sameMoment = new Member("d", 10, signature(1, 0));
    assertEquals(
        Set.of(
            new DuplicateEdge("a", 20, "b", 10), // similarity 59/64
            new DuplicateEdge("d", 10, "b", 10)),
        edges(List.of(copy, sameMoment, other, first)));
  }

  /** 52 of 64 places estimate 0.8118, 51 of 64 estimate 0.7961. */
  @Test
  void theThresholdIsAtFourFifths() {
    Member first = new Member("a", 1, signature(1, 0));
    assertEquals(1, edges(List.of(first, new Member("b", 2, signature(1, 12)))).size());
    assertEquals(0, edges(List.of(first, new Member("c", 2, signature(1, 13)))).size());
  }

  @Test
  void anIdentifierSeenTwiceIsNoDuplicateOfItself() {
    Member member = new Member("a", 1, signature(1, 0));
    assertEquals(Set.of(), edges(List.of(member, member, new Member("a", 2, signature(1, 0)))));
  }

  /** Seeded: 40 stories, light edits, times with ties, a bucket beyond the cap of candidates. */
  @Test
  void clustersDoNotDependOnAnyOrder() {
    SplitMix64 random = new SplitMix64(3);
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      int story = (int) (random.next() >>> 60) + (i % 3 == 0 ? 16 : 0);
      int edits = (int) (random.next() >>> 62) * 2;
      members.add(new Member("post" + i, random.next() >>> 58, signature(story, edits)));
    }
    Set<DuplicateEdge> expected = edges(members);
    assertTrue(expected.size() > 400, () -> "edges " + expected.size());
    ConnectedComponents components = components(new ArrayList<>(expected));
    for (int seed = 0; seed < 20; seed++) {
      List<Member> shuffled = new ArrayList<>(members);
      Collections.shuffle(shuffled, new Random(seed));
      assertEquals(expected, edges(shuffled));
      List<DuplicateEdge> shuffledEdges = new ArrayList<>(expected);
      Collections.shuffle(shuffledEdges, new Random(seed));
      ConnectedComponents other = components(shuffledEdges);
      for (Member member : members) {
        assertEquals(components.canonicalId(member.id()), other.canonicalId(member.id()));
      }
    }
  }

  @Test
  void componentsAreNamedByTheirEarliestPost() {
    ConnectedComponents components = new ConnectedComponents();
    components.add(new DuplicateEdge("d", 4, "c", 3));
    components.add(new DuplicateEdge("b", 2, "a", 2));
    components.add(new DuplicateEdge("d", 4, "b", 2));
    components.add(new DuplicateEdge("y", 9, "x", 8));
    assertEquals("a", components.canonicalId("a"));
    assertEquals("a", components.canonicalId("d"));
    assertEquals("a", components.canonicalId("c"));
    assertEquals("x", components.canonicalId("y"));
    assertEquals("never seen", components.canonicalId("never seen"));
    Set<String> pairs = new HashSet<>();
    components.forEach((id, canonicalId) -> pairs.add(id + canonicalId));
    assertEquals(Set.of("aa", "ba", "ca", "da", "xx", "yx"), pairs);
  }

  @Test
  void aPostHasOneTime() {
    ConnectedComponents components = new ConnectedComponents();
    components.add(new DuplicateEdge("b", 2, "a", 1));
    assertThrows(
        IllegalArgumentException.class, () -> components.add(new DuplicateEdge("b", 3, "a", 1)));
  }

  /** A chain given from its far end: linear in memory, no deep recursion. */
  @Test
  void longChainsAreOneCluster() {
    ConnectedComponents components = new ConnectedComponents();
    int posts = 200_000;
    for (int i = posts - 1; i > 0; i--) {
      components.add(new DuplicateEdge("p" + i, i, "p" + (i - 1), i - 1));
    }
    assertEquals("p0", components.canonicalId("p" + (posts - 1)));
  }

  private static ConnectedComponents components(List<DuplicateEdge> edges) {
    ConnectedComponents components = new ConnectedComponents();
    edges.forEach(components::add);
    return components;
  }

  private static Set<DuplicateEdge> edges(List<Member> members) {
    Set<DuplicateEdge> edges = new HashSet<>();
    Clusters.link(members, edges::add);
    return edges;
  }

  /** A story's signature with its first places changed. */
  private static Signature signature(int story, int changedPlaces) {
    byte[] bytes = new byte[Signature.BYTES];
    SplitMix64 random = new SplitMix64(story);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) random.next();
    }
    for (int i = 0; i < changedPlaces; i++) {
      bytes[i]++;
    }
    return Signature.of(bytes);
  }
}
