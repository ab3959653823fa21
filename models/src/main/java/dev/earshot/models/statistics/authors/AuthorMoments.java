package dev.earshot.models.statistics.authors;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Sums over authors of what each says in several parts (dimensions, say) and of the products of two
 * parts: all that the variance of a weighted sum of rates needs when an author speaks in several
 * parts at once. With P, N and n an author's positive, negative and classified mentions in a part,
 * b = P - N. Whole numbers, so that parts merge exactly in any order; an author who leaves a window
 * is added with -1. Mutable; not safe between threads.
 */
public final class AuthorMoments {
  private final int size;
  private final long[] net;
  private final long[] mentions;
  private final long[] netNet;
  private final long[] netMentions;
  private final long[] mentionsMentions;

  /**
   * Sums of nothing.
   *
   * @param size number of parts
   */
  public AuthorMoments(int size) {
    this.size = size;
    net = new long[size];
    mentions = new long[size];
    netNet = new long[size * size];
    netMentions = new long[size * size];
    mentionsMentions = new long[size * size];
  }

  /**
   * Reads what {@link #toArray} wrote.
   *
   * @param size number of parts
   */
  public static AuthorMoments of(int size, long[] array) {
    AuthorMoments moments = new AuthorMoments(size);
    int touched = (int) array[0];
    int next = 1 + touched;
    for (int i = 1; i <= touched; i++) {
      int part = (int) array[i];
      moments.net[part] = array[next++];
      moments.mentions[part] = array[next++];
      for (int j = 1; j <= touched; j++) {
        int at = part * size + (int) array[j];
        moments.netNet[at] = array[next++];
        moments.netMentions[at] = array[next++];
        moments.mentionsMentions[at] = array[next++];
      }
    }
    return moments;
  }

  /**
   * The sums of the parts with a mention: how many parts, their places, and for each of them the
   * sums of b and n and, with each of them as the other part, of b b', b n' and n n'. Authors who
   * left must have come before.
   */
  public long[] toArray() {
    int[] touched = IntStream.range(0, size).filter(part -> mentions[part] != 0).toArray();
    LongStream.Builder array = LongStream.builder().add(touched.length);
    for (int part : touched) {
      array.add(part);
    }
    for (int part : touched) {
      array.add(net[part]).add(mentions[part]);
      for (int other : touched) {
        int at = part * size + other;
        array.add(netNet[at]).add(netMentions[at]).add(mentionsMentions[at]);
      }
    }
    return array.build().toArray();
  }

  /**
   * Adds authors who say the same.
   *
   * @param parts the parts that they speak in, each once
   * @param nets b in each of these
   * @param counts n in each of these
   * @param authorDelta how many there are, negative where they leave
   */
  public void add(int[] parts, long[] nets, long[] counts, long authorDelta) {
    for (int i = 0; i < parts.length; i++) {
      net[parts[i]] += authorDelta * nets[i];
      mentions[parts[i]] += authorDelta * counts[i];
      for (int j = 0; j < parts.length; j++) {
        int at = parts[i] * size + parts[j];
        netNet[at] += authorDelta * nets[i] * nets[j];
        netMentions[at] += authorDelta * nets[i] * counts[j];
        mentionsMentions[at] += authorDelta * counts[i] * counts[j];
      }
    }
  }

  int size() {
    return size;
  }

  /** The sum of b over authors. */
  public long net(int part) {
    return net[part];
  }

  /** The classified mentions of a part. */
  public long mentions(int part) {
    return mentions[part];
  }

  /**
   * Whether all authors of a part have the same rate in it. The bound is what rounding may leave:
   * the first author who differs leaves about one.
   */
  boolean isUnanimous(int part) {
    if (mentions[part] == 0) {
      return true;
    }
    double rate = (double) net[part] / mentions[part];
    double squares = residualProduct(part, part, rate, rate);
    return squares <= 1e-9 * mentionsMentions[part * size + part];
  }

  /** The sum over authors of (b_i - r_i n_i) (b_j - r_j n_j). */
  double residualProduct(int i, int j, double ratio, double otherRatio) {
    int at = i * size + j;
    int turned = j * size + i;
    return netNet[at]
        - otherRatio * netMentions[at]
        - ratio * netMentions[turned]
        + ratio * otherRatio * mentionsMentions[at];
  }
}
