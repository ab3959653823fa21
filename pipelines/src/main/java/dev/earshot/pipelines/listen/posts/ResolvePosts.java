package dev.earshot.pipelines.listen.posts;

import dev.earshot.models.domain.BrandMatch;
import dev.earshot.models.domain.Engagement;
import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.beam.Peeking;
import dev.earshot.pipelines.beam.SortedRows;
import dev.earshot.pipelines.facts.AboutPerson;
import dev.earshot.pipelines.facts.AboutPost;
import dev.earshot.pipelines.facts.PostReference;
import dev.earshot.pipelines.facts.PostVersion;
import dev.earshot.pipelines.facts.UnmatchedPost;
import dev.earshot.pipelines.listen.read.BundleLedger;
import dev.earshot.pipelines.listen.read.LedgerFn;
import dev.earshot.pipelines.run.RunSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Turns everything that is known about a post into rows: the newest version counts, its text is
 * understood, its cluster and the replies to it are known.
 */
public final class ResolvePosts
    extends LedgerFn<KV<Integer, Iterable<Encoded<AboutPost>>>, KV<Integer, Encoded<AboutPerson>>> {
  /** Facts of a partition that are held in memory, of about a kilobyte each; others on disk. */
  private static final int FACTS_IN_MEMORY = 60_000;

  private final RunSettings settings;
  private transient @Nullable PostRows rows;

  public ResolvePosts(RunSettings settings) {
    this.settings = settings;
  }

  @Setup
  public void setup() {
    rows = new PostRows(settings);
  }

  @ProcessElement
  public void process(
      @Element KV<Integer, Iterable<Encoded<AboutPost>>> partition, MultiOutputReceiver out)
      throws IOException {
    try (SortedRows<AboutPost> facts =
        new SortedRows<>(AboutPost.class, AboutPost.ORDER, FACTS_IN_MEMORY)) {
      for (Encoded<AboutPost> encoded : partition.getValue()) {
        facts.add(encoded.value());
      }
      resolve(facts.iterator(), out);
    }
  }

  private void resolve(Peeking<AboutPost> facts, MultiOutputReceiver out) {
    while (facts.hasNext()) {
      long post = facts.peek().post();
      PostGroup group = new PostGroup();
      while (facts.nextIs(fact -> fact.post() == post && !fact.isOrphan())) {
        AboutPost fact = facts.next();
        PostVersion shared = group.add(fact);
        if (shared != null) {
          rows().share(shared, (PostReference) fact.evidence(), out);
        }
      }
      resolve(group, out);
      while (facts.nextIs(fact -> fact.post() == post)) {
        answer(group, facts, out);
      }
    }
  }

  /**
   * A post that names no brand but answers one of the group: about the brand that owns the answered
   * post, or about none.
   */
  private void answer(PostGroup group, Peeking<AboutPost> facts, MultiOutputReceiver out) {
    PostVersion newest = (PostVersion) facts.next().evidence();
    List<PostVersion> versions = new ArrayList<>(List.of(newest));
    while (facts.nextIs(
        fact -> fact.evidence() instanceof PostVersion next && newest.isSamePost(next))) {
      versions.add((PostVersion) facts.next().evidence());
    }
    String owner = group.ownerAnsweredBy(newest);
    resolve(
        owner == null ? versions : versions.stream().map(v -> v.answerTo(owner)).toList(),
        new PostGroup(),
        out);
  }

  private void resolve(PostGroup group, MultiOutputReceiver out) {
    for (List<PostVersion> versions : group.posts()) {
      resolve(versions, group, out);
    }
    for (UnmatchedPost stub : group.stubs()) {
      for (PostReference reference : group.brandsReferringTo(stub.network(), stub.postId())) {
        rows().respond(reference, stub.authorId(), stub.postedAtMicros(), true, out);
      }
    }
  }

  private void resolve(List<PostVersion> versions, PostGroup group, MultiOutputReceiver out) {
    PostVersion post = versions.get(0);
    List<Engagement> history = PostGroup.history(versions);
    boolean isPublished = false;
    String owner = post.ownerBrandId();
    if (owner != null) {
      isPublished = rows().outputOwned(post, owner, history, group.resonance(post), out);
    }
    List<BrandMatch> matches =
        post.matches().stream().filter(match -> !match.brandId().equals(owner)).toList();
    if (!matches.isEmpty()) {
      isPublished |= rows().outputMentions(post, matches, group.clusterHead(), history, out);
    }
    for (PostReference reference : group.brandsReferringTo(post.network(), post.postId())) {
      boolean isAddressed =
          matches.stream()
              .anyMatch(m -> m.brandId().equals(reference.childBrandId()) && PostRows.addresses(m));
      if (!Objects.equals(reference.childBrandId(), owner)) {
        rows().respond(reference, post.authorId(), post.postedAtMicros(), !isAddressed, out);
      }
    }
    account(versions, isPublished);
  }

  private void account(List<PostVersion> versions, boolean isPublished) {
    BundleLedger counts = tally();
    if (!isPublished) {
      versions.forEach(version -> counts.outOfScope(version.place().source(), true));
      return;
    }
    counts.accepted(versions.get(0).place().source());
    versions.stream().skip(1).forEach(version -> counts.duplicate(version.place().source()));
  }

  private PostRows rows() {
    return Objects.requireNonNull(rows);
  }
}
