package dev.earshot.pipelines.measure.windows;

import dev.earshot.models.quantification.AuthorSentiments;
import dev.earshot.pipelines.facts.SaidByDimension;
import dev.earshot.pipelines.facts.WindowDelta;
import java.util.stream.LongStream;

/** Authors and mentions in a sliding window, of one dimension or of all. Mutable. */
public final class AuthorGroup {
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

  public long unclassifiedCount() {
    return unclassified;
  }

  public long repostCount() {
    return reposts;
  }

  public long mentionCount() {
    return tallies.mentionCount() + unclassified;
  }

  boolean isEmpty() {
    return authors == 0 && reposts == 0;
  }
}
