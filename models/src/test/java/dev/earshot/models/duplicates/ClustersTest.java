package dev.earshot.models.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.statistics.basics.SplitMix64;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** What resembles two clusters joins the one that is earlier, and they stay two. */
  @Test
  void clustersAreNamedByTheEarliestParentsOfParents() throws IOException {
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
        Map.of(
            a,
            a,
            (long) 'b',
            a,
            (long) 'c',
            (long) 'c',
            (long) 'd',
            a,
            x,
            x,
            (long) 'y',
            x,
            -9L,
            x),
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

  private static final long BLOCK = Clusters.BLOCK_DAYS * 86_400_000_000L;

  /** A copy of a copy in the next block, and so on: each repeats what the block before had. */
  @Test
  void aTextIsARepeatOfItsBlockAndTheOneBefore() throws IOException {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      members.add(new Member(2L * i, i * BLOCK + 5, signature(1, 0)));
      members.add(new Member(2 * i + 1, i * BLOCK + 9, signature(1, i)));
    }
    members.add(new Member(90, 6 * BLOCK, signature(1, 0)));
    members.add(new Member(91, 6 * BLOCK + 1, signature(1, 0)));
    assertEquals(
        Map.of(0L, 0L, 1L, 0L, 2L, 0L, 3L, 0L, 4L, 2L, 5L, 2L, 6L, 4L, 7L, 4L, 90L, 90L, 91L, 90L),
        heads(new ArrayList<>(edges(members))));
  }

  /** Seeded: many stories with light edits over seven blocks, ties in time. */
  private static List<Member> sevenBlocks(int seed, int stories, int mostEdits) {
    SplitMix64 random = new SplitMix64(seed);
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      int story = Math.floorMod((int) random.next(), stories);
      int edits = Math.floorMod((int) random.next(), mostEdits + 1);
      long at = Math.floorMod(random.next(), 700L) * (BLOCK / 100);
      members.add(new Member(i, at, signature(story, edits)));
    }
    return members;
  }

  /** All members of a story resemble one another: the first of two blocks is no repeat. */
  @Test
  void repeatsAreThoseOfABruteForceSearch() throws IOException {
    for (int seed = 0; seed < 40; seed++) {
      List<Member> members = sevenBlocks(seed, 12, 6);
      Map<Long, Long> heads = heads(new ArrayList<>(edges(members)));
      for (Member member : members) {
        long block = Clusters.block(member.postedAtMicros());
        boolean isRepeat =
            members.stream()
                .filter(other -> other.compareTo(member) < 0)
                .filter(other -> Clusters.block(other.postedAtMicros()) >= block - 1)
                .anyMatch(other -> other.signature().estimateJaccard(member.signature()) >= 0.8);
        assertEquals(isRepeat, heads.getOrDefault(member.id(), member.id()) != member.id());
      }
    }
  }

  /** Whatever resembles whatever: what comes later, and what is two blocks before, is no matter. */
  @Test
  void laterPostsAndOldOnesChangeNothing() throws IOException {
    for (int seed = 0; seed < 40; seed++) {
      List<Member> members = sevenBlocks(seed, 3, 30);
      Map<Long, Long> heads = heads(new ArrayList<>(edges(members)));
      for (int block = 1; block < 7; block++) {
        long from = (block - 1) * BLOCK;
        long to = block * BLOCK + BLOCK / 3;
        List<Member> part =
            members.stream()
                .filter(m -> m.postedAtMicros() >= from && m.postedAtMicros() < to)
                .toList();
        Map<Long, Long> found = heads(new ArrayList<>(edges(part)));
        for (Member member : part) {
          if (member.postedAtMicros() >= block * BLOCK) {
            assertEquals(
                heads.getOrDefault(member.id(), member.id()),
                found.getOrDefault(member.id(), member.id()));
          }
        }
      }
    }
  }

  /** Some of the members of one signature and block are linked before, as a buffer does. */
  @Test
  void whatWasLinkedBeforeMakesNoDifference() throws IOException {
    for (int seed = 0; seed < 40; seed++) {
      List<Member> members = sevenBlocks(seed, 3, 30);
      Map<Long, Long> heads = heads(new ArrayList<>(edges(members)));
      List<Member> shuffled = new ArrayList<>(members);
      Collections.shuffle(shuffled, new Random(seed));
      List<DuplicateEdge> linked = new ArrayList<>();
      List<Member> kept = new ArrayList<>();
      for (int start = 0; start < shuffled.size(); start += 30) {
        Map<String, Member> earliest = new HashMap<>();
        for (Member member : shuffled.subList(start, start + 30)) {
          String same =
              Clusters.block(member.postedAtMicros())
                  + " "
                  + Arrays.toString(member.signature().toBytes());
          Member other = earliest.putIfAbsent(same, member);
          if (other != null) {
            linked.add(DuplicateEdge.between(member, other));
            earliest.merge(same, member, (a, b) -> a.compareTo(b) <= 0 ? a : b);
          }
        }
        kept.addAll(earliest.values());
      }
      linked.addAll(edges(kept));
      assertEquals(heads, heads(linked));
    }
  }

  private static Map<Long, Long> heads(List<DuplicateEdge> edges) throws IOException {
    Map<Long, Long> heads = new HashMap<>();
    try (EarliestParents parents = new EarliestParents()) {
      for (DuplicateEdge edge : edges) {
        parents.add(edge);
      }
      parents.forEach(heads::put);
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
