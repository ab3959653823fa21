package dev.earshot.pipelines.measure.windows;

import dev.earshot.models.quantification.AuthorSentiments;
import dev.earshot.pipelines.facts.SaidByDimension;
import dev.earshot.pipelines.tables.MissingReason;
import dev.earshot.pipelines.tables.SentimentCounts;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Authors and mentions in a sliding window, of one dimension or of all. Mutable. */
public final class AuthorGroup {
  /** Of the entries of {@link AuthorSentiments#toArray}: their length, and a place in them. */
  private static final int ENTRY = 4;

  private static final int NEGATIVE = 2;

  private final AuthorSentiments tallies;
  private long authors;
  private long unclassified;
  private long reposts;

  /** Nobody. */
  AuthorGroup() {
    tallies = new AuthorSentiments();
  }

  /** What {@link #toPart} wrote. */
  public AuthorGroup(WindowState.Part part) {
    tallies = AuthorSentiments.of(part.tallies().stream().mapToLong(Long::longValue).toArray());
    authors = part.authors();
    unclassified = part.unclassified();
    reposts = part.reposts();
  }

  void apply(SaidByDimension.PolarityCounts said, WindowDelta delta) {
    tallies.add(said.positive(), said.neutral(), said.negative(), delta.authors());
    authors += delta.authors();
    unclassified += delta.authors() * said.unclassified();
    reposts += delta.reposts();
  }

  WindowState.Part toPart(int dimension) {
    return new WindowState.Part(
        dimension,
        authors,
        unclassified,
        reposts,
        LongStream.of(tallies.toArray()).boxed().toList());
  }

  /** The authors' classified mentions. */
  public AuthorSentiments tallies() {
    return tallies;
  }

  public long authorCount() {
    return authors;
  }

  /** Authors with a mention that is negative toward the brand. */
  public long negativeAuthorCount() {
    long[] entries = tallies.toArray();
    long count = 0;
    for (int i = 0; i < entries.length; i += ENTRY) {
      count += entries[i + NEGATIVE] > 0 ? entries[i + ENTRY - 1] : 0;
    }
    return count;
  }

  public long unclassifiedCount() {
    return unclassified;
  }

  public long repostCount() {
    return reposts;
  }

  public long mentionCount() {
    return tallies.mentionCount() + unclassified;
  }

  /** As columns of a row. */
  public SentimentCounts counts() {
    return new SentimentCounts(
        tallies.positiveCount(), tallies.neutralCount(), tallies.negativeCount(), unclassified);
  }

  /** Why a net rate is missing or not to be relied on; null where it is reliable. */
  public @Nullable MissingReason missingReason(boolean isReliable) {
    if (isReliable) {
      return null;
    }
    if (mentionCount() == 0) {
      return MissingReason.NO_CANONICAL_MENTION;
    }
    return tallies.mentionCount() == 0
        ? MissingReason.NO_CLASSIFIED_MENTION
        : MissingReason.TOO_FEW_AUTHORS;
  }

  boolean isEmpty() {
    return authors == 0 && reposts == 0;
  }
}
