package dev.earshot.models.duplicates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Links near-duplicates among texts that share a band key to earlier ones.
 *
 * <p>Time is cut in blocks of {@value #BLOCK_DAYS} days since the epoch (UTC), and a text is linked
 * within its block and to the block before. So what a text repeats is known from at most two blocks
 * before it, and never changes by what is posted later: a run over the days of a month and a run
 * over all years find the same.
 *
 * <p>Of a block, members of the same signature are linked to the earliest of them, which stands for
 * them all. Among those the earliest {@value #CANDIDATES} are the candidates; those of them that
 * resemble no earlier leader are the block's leaders. Every member that stands for others is linked
 * to the earliest of these that is earlier: the member of the same signature in the block before,
 * and a leader of that block or of its own with an estimated Jaccard similarity of at least {@value
 * #THRESHOLD}. So n distinct signatures cost at most 256 n comparisons, however hot the key, and
 * the links do not depend on the order of the members, nor the clusters on whether members of the
 * same signature and block were linked before. What is lost: among more than 128 distinct
 * signatures of a block, a pair that resembles none of the leaders is not linked here.
 */
public final class Clusters {
  /** Estimated similarity from which on two texts are near-duplicates. */
  public static final double THRESHOLD = 0.8;

  /** Distinct signatures of a block, the earliest ones, among which leaders are chosen. */
  public static final int CANDIDATES = 128;

  /** Days of a block of time. */
  public static final int BLOCK_DAYS = 28;

  private static final long BLOCK_MICROS = BLOCK_DAYS * 86_400_000_000L;

  private Clusters() {}

  /** The block of an instant, UTC microseconds since the epoch. */
  public static long block(long micros) {
    return Math.floorDiv(micros, BLOCK_MICROS);
  }

  /**
   * Gives edges from members to earlier near-duplicates of theirs, at least one where there is one.
   *
   * @param members iterated twice
   * @param edges takes the edges
   */
  public static void link(Iterable<Member> members, Consumer<DuplicateEdge> edges) {
    NavigableMap<Long, Block> blocks = new TreeMap<>();
    members.forEach(m -> blocks.computeIfAbsent(block(m), number -> new Block()).add(m));
    for (Member member : members) {
      Member first = Objects.requireNonNull(blocks.get(block(member))).first(member);
      if (first != null && first.compareTo(member) < 0) {
        edges.accept(DuplicateEdge.between(member, first));
      }
    }
    blocks.forEach((number, block) -> block.link(blocks.get(number - 1), edges));
  }

  private static long block(Member member) {
    return block(member.postedAtMicros());
  }

  /** The members of one block of time, the earliest of each signature standing for all. */
  private static final class Block {
    private final Map<Signature, Member> earliest = new HashMap<>();
    private final List<Member> leaders = new ArrayList<>();

    void add(Member member) {
      earliest.merge(member.signature(), member, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }

    /** The earliest member of the same signature. */
    @Nullable Member first(Member member) {
      return earliest.get(member.signature());
    }

    /** Finds the leaders and links the others; the block before has been linked. */
    void link(@Nullable Block before, Consumer<DuplicateEdge> edges) {
      List<Member> members = earliest.values().stream().sorted().toList();
      for (int i = 0; i < members.size(); i++) {
        Member member = members.get(i);
        Member own = firstAlike(member, leaders);
        if (own == null && i < CANDIDATES) {
          leaders.add(member);
        }
        Member parent = before == null ? null : before.alike(member);
        parent = parent == null ? own : parent;
        if (parent != null) {
          edges.accept(DuplicateEdge.between(member, parent));
        }
      }
    }

    /** What a member of the next block repeats of this one, or null. */
    private @Nullable Member alike(Member later) {
      Member equal = first(later);
      Member leader = firstAlike(later, leaders);
      return equal == null || (leader != null && leader.compareTo(equal) < 0) ? leader : equal;
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
