package dev.earshot.models.duplicates;

import dev.earshot.models.statistics.basics.SplitMix64;
import java.io.Closeable;
import java.io.IOException;

/**
 * Names the clusters that edges of near-duplicates span. Of the earlier near-duplicates of a post
 * the earliest is its parent. A cluster is named by the post that following parents ends in, and
 * following ends in the block of time before the post's own: so a name depends on two blocks alone,
 * and never on a later post. Independent of the order of the edges.
 *
 * <p>Paths are halved as they are followed (R. E. Tarjan and J. van Leeuwen, 1984), O(log n) per
 * post. The posts that have an edge are in a temporary file that the operating system keeps in
 * memory as far as there is any: 24 bytes a post and a hash table of 11 to 22. Mutable; not safe
 * between threads.
 */
public final class EarliestParents implements Closeable {
  private static final int FIELDS = 3;
  private static final int ID = 0;
  private static final int POSTED_AT = 1;
  private static final int PARENT = 2;
  private static final long INITIAL_SLOTS = 1 << 16;

  private final MappedLongs posts = new MappedLongs();
  private MappedLongs slots = new MappedLongs();
  private long slotCount = INITIAL_SLOTS;
  private long count;

  /**
   * No clusters.
   *
   * @throws IOException where there is no place for temporary files
   */
  public EarliestParents() throws IOException {
    slots.reserve(slotCount - 1);
  }

  /**
   * Notes an earlier near-duplicate of a post, of the same block of time or of the one before.
   *
   * @throws IOException where the disk is full
   */
  public void add(DuplicateEdge edge) throws IOException {
    long later = index(edge.laterId(), edge.laterPostedAtMicros());
    long earlier = index(edge.earlierId(), edge.earlierPostedAtMicros());
    long parent = posts.get(FIELDS * later + PARENT);
    if (parent == later || isBefore(earlier, parent)) {
      posts.set(FIELDS * later + PARENT, earlier);
    }
  }

  /** Takes a post and the post that its cluster is named by. */
  @FunctionalInterface
  public interface Naming {
    /** Takes the fingerprints of both; the same where nothing earlier resembles the post. */
    void accept(long id, long headId);
  }

  /** Gives every post that has an edge, in no order, once all edges are in. */
  public void forEach(Naming naming) {
    for (long i = 0; i < count; i++) {
      naming.accept(posts.get(FIELDS * i + ID), posts.get(FIELDS * head(i) + ID));
    }
  }

  /** Deletes the temporary files. */
  @Override
  public void close() throws IOException {
    try (posts) {
      slots.close();
    }
  }

  private long index(long id, long postedAt) throws IOException {
    long slot = slot(id, postedAt);
    long known = slots.get(slot);
    if (known > 0) {
      return known - 1;
    }
    long index = count++;
    posts.reserve(FIELDS * index + PARENT);
    posts.set(FIELDS * index + ID, id);
    posts.set(FIELDS * index + POSTED_AT, postedAt);
    posts.set(FIELDS * index + PARENT, index);
    slots.set(slot, index + 1);
    if (4 * count > 3 * slotCount) {
      grow();
    }
    return index;
  }

  private void grow() throws IOException {
    slots.close();
    slots = new MappedLongs();
    slotCount *= 2;
    slots.reserve(slotCount - 1);
    for (long i = 0; i < count; i++) {
      slots.set(slot(posts.get(FIELDS * i + ID), posts.get(FIELDS * i + POSTED_AT)), i + 1);
    }
  }

  /** Where a post is, or the empty place where it would be (linear probing). */
  private long slot(long id, long postedAt) {
    long slot = SplitMix64.mix(id + SplitMix64.mix(postedAt)) & (slotCount - 1);
    while (true) {
      long known = slots.get(slot);
      if (known == 0
          || (posts.get(FIELDS * (known - 1) + ID) == id
              && posts.get(FIELDS * (known - 1) + POSTED_AT) == postedAt)) {
        return slot;
      }
      slot = (slot + 1) & (slotCount - 1);
    }
  }

  private boolean isBefore(long a, long b) {
    long atA = posts.get(FIELDS * a + POSTED_AT);
    long atB = posts.get(FIELDS * b + POSTED_AT);
    return atA != atB
        ? atA < atB
        : Long.compareUnsigned(posts.get(FIELDS * a + ID), posts.get(FIELDS * b + ID)) < 0;
  }

  private long head(long index) {
    long block = block(index);
    long i = index;
    long parent = posts.get(FIELDS * i + PARENT);
    while (parent != i && block(parent) == block) {
      long grandparent = posts.get(FIELDS * parent + PARENT);
      posts.set(FIELDS * i + PARENT, grandparent);
      i = grandparent;
      if (block(i) != block) {
        return i;
      }
      parent = posts.get(FIELDS * i + PARENT);
    }
    return parent;
  }

  private long block(long index) {
    return Clusters.block(posts.get(FIELDS * index + POSTED_AT));
  }
}
