package dev.earshot.models.duplicates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Links the near-duplicates among texts that share a band key.
 *
 * <p>The earliest members of the first {@value #CANDIDATES} distinct signatures are the candidates;
 * those of them that resemble no earlier leader are the leaders; every member is linked to the
 * earliest leader with an estimated Jaccard similarity of at least {@value #THRESHOLD}. So a set of
 * n members costs at most 128 n comparisons and the memory of 128 members, however hot the key, and
 * the links do not depend on the order of the members. What is lost: in a set of more than 128
 * distinct signatures, a pair that resembles none of the leaders is not linked there.
 */
public final class Clusters {
  /** Estimated similarity from which on two texts are near-duplicates. */
  public static final double THRESHOLD = 0.8;

  /** Distinct signatures, the earliest ones, among which leaders are chosen. */
  public static final int CANDIDATES = 128;

  private Clusters() {}

  /**
   * Gives one edge for each member that has an earlier near-duplicate among the leaders.
   *
   * @param members iterated twice
   * @param edges takes the edges, in the order of the members
   */
  public static void link(Iterable<Member> members, Consumer<DuplicateEdge> edges) {
    List<Member> leaders = leaders(members);
    for (Member member : members) {
      for (Member leader : leaders) {
        if (leader.compareTo(member) >= 0) {
          break;
        }
        if (isDuplicate(member, leader) && !leader.id().equals(member.id())) {
          edges.accept(
              new DuplicateEdge(
                  member.id(), member.postedAtMicros(), leader.id(), leader.postedAtMicros()));
          break;
        }
      }
    }
  }

  private static List<Member> leaders(Iterable<Member> members) {
    List<Member> leaders = new ArrayList<>();
    for (Member candidate : candidates(members)) {
      if (leaders.stream().noneMatch(leader -> isDuplicate(candidate, leader))) {
        leaders.add(candidate);
      }
    }
    return leaders;
  }

  /** The earliest member of each of the earliest distinct signatures, in order. */
  private static SortedSet<Member> candidates(Iterable<Member> members) {
    TreeSet<Member> earliest = new TreeSet<>(Comparator.naturalOrder());
    Map<Signature, Member> bySignature = new HashMap<>();
    for (Member member : members) {
      Member known = bySignature.get(member.signature());
      if (known != null && known.compareTo(member) <= 0) {
        continue;
      }
      if (known != null) {
        earliest.remove(known);
      }
      if (earliest.size() == CANDIDATES) {
        if (earliest.last().compareTo(member) <= 0) {
          continue;
        }
        bySignature.remove(earliest.pollLast().signature());
      }
      bySignature.put(member.signature(), member);
      earliest.add(member);
    }
    return earliest;
  }

  private static boolean isDuplicate(Member a, Member b) {
    return a.signature().estimateJaccard(b.signature()) >= THRESHOLD;
  }
}
