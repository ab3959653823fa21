package dev.earshot.models.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.statistics.basics.SplitMix64;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClustersTest {
  @Test
  void laterCopiesLinkToTheEarliest() {
    Member first = new Member('b', 10, signature(1, 0));
    Member copy = new Member('a', 20, signature(1, 5));
    Member other = new Member('c', 5, signature(2, 0));
    Member sameMoment = new Member('d', 10, signature(1, 0));
    assertEquals(
        Set.of(
            new DuplicateEdge('a', 20, 'b', 10), // similarity 59/64
            new DuplicateEdge('d', 10, 'b', 10)),
        edges(List.of(copy, sameMoment, other, first)));
  }

  /** 52 of 64 places estimate 0.8118, 51 of 64 estimate 0.7961. */
  @Test
  void theThresholdIsAtFourFifths() {
    Member first = new Member('a', 1, signature(1, 0));
    assertEquals(1, edges(List.of(first, new Member('b', 2, signature(1, 12)))).size());
    assertEquals(0, edges(List.of(first, new Member('c', 2, signature(1, 13)))).size());
  }

  @Test
  void aMemberSeenTwiceIsNoDuplicateOfItself() {
    Member member = new Member('a', 1, signature(1, 0));
    assertEquals(Set.of(), edges(List.of(member, member)));
    assertEquals(
        Set.of(new DuplicateEdge('a', 2, 'a', 1)),
        edges(List.of(member, member, new Member('a', 2, signature(1, 0)))));
  }

  /** Seeded: 40 stories, light edits, times with ties, a bucket beyond the cap of candidates. */
  @Test
  void clustersDoNotDependOnAnyOrder() throws IOException {
    SplitMix64 random = new SplitMix64(3);
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      int story = (int) (random.next() >>> 60) + (i % 3 == 0 ? 16 : 0);
      int edits = (int) (random.next() >>> 62) * 2;
      members.add(new Member(i, random.next() >>> 58, signature(story, edits)));
    }
    Set<DuplicateEdge> expected = edges(members);
    assertTrue(expected.size() > 400, () -> "edges " + expected.size());
    Map<Long, Long> heads = heads(new ArrayList<>(expected));
    for (int seed = 0; seed < 20; seed++) {
      List<Member> shuffled = new ArrayList<>(members);
      Collections.shuffle(shuffled, new Random(seed));
      assertEquals(expected, edges(shuffled));
      List<DuplicateEdge> shuffledEdges = new ArrayList<>(expected);
      Collections.shuffle(shuffledEdges, new Random(seed));
      assertEquals(heads, heads(shuffledEdges));
    }
  }

  /** In the bucket beyond the cap no leader is left for them, yet they are the same text. */
  @Test
  void equalSignaturesLinkBeyondTheCapOfCandidates() {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < Clusters.CANDIDATES; i++) {
      members.add(new Member(i, i, signature(100 + i, 0)));
    }
    members.add(new Member(200, 1000, signature(1, 0)));
    members.add(new Member(201, 1001, signature(1, 0)));
    members.add(new Member(202, 1002, signature(1, 2)));
    assertEquals(Set.of(new DuplicateEdge(201, 1001, 200, 1000)), edges(members));
  }

  @Test
  void componentsAreNamedByTheirEarliestPost() throws IOException {
    Map<Long, Long> heads =
        heads(
            List.of(
                new DuplicateEdge('d', 4, 'c', 3),
                new DuplicateEdge('b', 2, 'a', 2),
                new DuplicateEdge('d', 4, 'b', 2),
                new DuplicateEdge(-9, 8, 'x', 8),
                new DuplicateEdge('y', 9, -9, 8)));
    long a = 'a';
    long x = 'x';
    assertEquals(
        Map.of(a, a, (long) 'b', a, (long) 'c', a, (long) 'd', a, x, x, (long) 'y', x, -9L, x),
        heads);
  }

  /** A chain given from its far end: no deep recursion, and tables that grow. */
  @Test
  void longChainsAreOneCluster() throws IOException {
    List<DuplicateEdge> chain = new ArrayList<>();
    for (int i = 200_000; i > 1; i--) {
      chain.add(new DuplicateEdge(i, i, i - 1, i - 1));
    }
    Map<Long, Long> heads = heads(chain);
    assertEquals(200_000, heads.size());
    assertEquals(Set.of(1L), Set.copyOf(heads.values()));
  }

  private static Map<Long, Long> heads(List<DuplicateEdge> edges) throws IOException {
    Map<Long, Long> heads = new HashMap<>();
    try (ConnectedComponents components = new ConnectedComponents()) {
      for (DuplicateEdge edge : edges) {
        components.add(edge);
      }
      components.forEach(heads::put);
    }
    return heads;
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
