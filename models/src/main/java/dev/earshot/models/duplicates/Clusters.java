package dev.earshot.models.duplicates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Links the near-duplicates among texts that share a band key.
 *
 * <p>Members of the same signature are linked to the earliest of them, which stands for them all.
 * Among those the earliest {@value #CANDIDATES} are the candidates; those of them that resemble no
 * earlier leader are the leaders; every other is linked to the earliest leader with an estimated
 * Jaccard similarity of at least {@value #THRESHOLD}. So n distinct signatures cost at most 128 n
 * comparisons, however hot the key, and the links do not depend on the order of the members, nor
 * the clusters on whether members of the same signature were linked before. What is lost: among
 * more than 128 distinct signatures, a pair that resembles none of the leaders is not linked here.
 */
public final class Clusters {
  /** Estimated similarity from which on two texts are near-duplicates. */
  public static final double THRESHOLD = 0.8;

  /** Distinct signatures, the earliest ones, among which leaders are chosen. */
  public static final int CANDIDATES = 128;

  private Clusters() {}

  /**
   * Gives one edge for each member that has an earlier near-duplicate.
   *
   * @param members iterated twice
   * @param edges takes the edges
   */
  public static void link(Iterable<Member> members, Consumer<DuplicateEdge> edges) {
    Map<Signature, Member> earliest = new HashMap<>();
    members.forEach(m -> earliest.merge(m.signature(), m, (a, b) -> a.compareTo(b) <= 0 ? a : b));
    for (Member member : members) {
      Member first = earliest.get(member.signature());
      if (first != null && first.compareTo(member) < 0) {
        edges.accept(DuplicateEdge.between(member, first));
      }
    }
    linkDistinct(earliest.values().stream().sorted().toList(), edges);
  }

  /** Links members of different signatures, given in order. */
  private static void linkDistinct(List<Member> members, Consumer<DuplicateEdge> edges) {
    List<Member> leaders = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      Member leader = firstAlike(member, leaders);
      if (leader != null) {
        edges.accept(DuplicateEdge.between(member, leader));
      } else if (i < CANDIDATES) {
        leaders.add(member);
      }
    }
  }

  private static @Nullable Member firstAlike(Member member, List<Member> leaders) {
    for (Member leader : leaders) {
      if (member.signature().estimateJaccard(leader.signature()) >= THRESHOLD) {
        return leader;
      }
    }
    return null;
  }
}
