package dev.earshot.pipelines.listen.posts;

import dev.earshot.models.domain.BrandMatch;
import dev.earshot.models.domain.Engagement;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.beam.Fingerprints;
import dev.earshot.pipelines.facts.AboutPost;
import dev.earshot.pipelines.facts.LocalPost;
import dev.earshot.pipelines.facts.PostContent;
import dev.earshot.pipelines.facts.PostReference;
import dev.earshot.pipelines.facts.PostRelations;
import dev.earshot.pipelines.facts.PostVersion;
import dev.earshot.pipelines.facts.ProfileFact;
import dev.earshot.pipelines.facts.RecordPlace;
import dev.earshot.pipelines.facts.SourceDay;
import dev.earshot.pipelines.facts.SourceKind;
import dev.earshot.pipelines.facts.UnmatchedPost;
import dev.earshot.pipelines.listen.duplicates.NearDuplicateBuffer;
import dev.earshot.pipelines.listen.read.ReadRecords;
import dev.earshot.pipelines.listen.read.ReadTags;
import dev.earshot.pipelines.run.DateScope;
import dev.earshot.pipelines.run.Partitions;
import dev.earshot.pipelines.run.Pseudonyms;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.RunTools;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.sources.platforms.x.XIds;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.jspecify.annotations.Nullable;

/**
 * Reads ranges of post files: parses, finds the brands, pseudonymises, and sends on what is in
 * scope. Nothing leaves this step with an id of a person in the clear.
 */
public final class ReadPosts extends ReadRecords<Post, Encoded<AboutPost>> {
  private transient @Nullable RunTools bench;
  private transient @Nullable Pseudonyms pseudonyms;
  private transient @Nullable Partitions partitions;
  private transient @Nullable NearDuplicateBuffer entries;

  public ReadPosts(RunSettings settings) {
    super(settings, Post.class);
  }

  @Setup
  public void setup() {
    bench = workbench();
    pseudonyms = bench.pseudonyms();
    partitions = new Partitions(settings().inputBytes());
  }

  @Override
  @StartBundle
  public void startBundle() {
    super.startBundle();
    entries = new NearDuplicateBuffer(settings().inputBytes());
  }

  @Override
  protected boolean isMended(Post record) {
    return !record.issues().isEmpty();
  }

  @Override
  @FinishBundle
  public void finishBundle(FinishBundleContext context) {
    super.finishBundle(context);
    Objects.requireNonNull(entries)
        .flush(
            new NearDuplicateBuffer.Outputs(
                chunk -> output(ReadTags.ENTRIES, chunk, context),
                chunk -> output(ReadTags.EDGES, chunk, context)));
  }

  private static void output(
      TupleTag<KV<Integer, byte[]>> tag, KV<Integer, byte[]> chunk, FinishBundleContext context) {
    context.output(tag, chunk, GlobalWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE);
  }

  @Override
  protected void read(Post post, int source, long byteOffset, MultiOutputReceiver out) {
    RunTools workbench = Objects.requireNonNull(bench);
    if (settings().isAfterClock(post.postedAtMicros())) {
      tally().outOfScope(source, false);
      return;
    }
    tally().seen(source, post.postedAtMicros());
    if (post.engagement() != null) {
      tally().seen(post.engagement().observedAtMicros());
    }
    String owner = workbench.authorOf(post);
    List<BrandMatch> matches = workbench.matcher().match(post);
    boolean isOrphan = owner == null && matches.isEmpty();
    PostVersion version = version(post, owner, matches, isOrphan, source, byteOffset);
    noteSources(post, version, workbench);
    if (!isInContext(version, workbench)) {
      tally().outOfScope(source, false);
      return;
    }
    refer(post, version, out);
    long key = Fingerprints.of(post.network(), post.postId());
    if (isOrphan) {
      UnmatchedPost stub =
          new UnmatchedPost(
              post.network(), post.postId(), version.authorId(), version.postedAtMicros());
      output(new AboutPost(key, stub), out);
    } else {
      Objects.requireNonNull(entries)
          .add(
              key,
              version,
              new NearDuplicateBuffer.Outputs(
                  chunk -> out.get(ReadTags.ENTRIES).output(chunk),
                  chunk -> out.get(ReadTags.EDGES).output(chunk)));
    }
    if (post.details().localAnsweredPostId() != null) {
      String answered = post.details().localAnsweredPostId();
      output(new LocalPost(post.network(), answered, null, version, source), out);
    } else if (!isOrphan) {
      output(new AboutPost(key, version), out);
    } else if (post.thread().inReplyToPostId() != null) {
      output(
          new AboutPost(Fingerprints.of(post.network(), post.thread().inReplyToPostId()), version),
          out);
    } else {
      tally().outOfScope(source, true);
    }
  }

  @Override
  protected void seen(ProfileFact account, MultiOutputReceiver out) {
    int partition = Objects.requireNonNull(partitions).of(account.key());
    out.get(ReadTags.PROFILES).output(KV.of(partition, Encoded.of(account)));
  }

  private PostVersion version(
      Post post,
      @Nullable String owner,
      List<BrandMatch> matches,
      boolean isOrphan,
      int source,
      long byteOffset) {
    Pseudonyms hash = Objects.requireNonNull(pseudonyms);
    return new PostVersion(
        post.network(),
        post.postId(),
        hash.of(post.network(), post.authorId()),
        owner,
        new PostContent(
            post.text(), post.language(), post.mediaType(), post.issues(), post.details().links()),
        post.postedAtMicros(),
        new PostRelations(
            post.thread().inReplyToPostId(),
            post.thread().inReplyToAuthorId() == null
                ? null
                : hash.of(post.network(), post.thread().inReplyToAuthorId()),
            post.thread().repostOfPostId()),
        known(post),
        matches,
        isOrphan,
        new RecordPlace(source, byteOffset));
  }

  /** Its figures, without those that its network did not count then. */
  private @Nullable Engagement known(Post post) {
    Engagement engagement = post.engagement();
    Long made = XIds.NETWORK.equals(post.network()) ? XIds.madeAtMicros(post.postId()) : null;
    long first = made == null ? post.postedAtMicros() : Math.min(made, post.postedAtMicros());
    int day = DateScope.dayOf(first, ZoneOffset.UTC);
    return engagement == null
        ? null
        : Objects.requireNonNull(bench).engagements().known(post.network(), day, engagement);
  }

  /** Whom a post answers is known here only where the platform says whose post that is. */
  private void noteSources(Post post, PostVersion version, RunTools workbench) {
    String owner = version.ownerBrandId();
    if (owner != null && version.isOwnPost()) {
      note(owner, SourceKind.OWN_POSTS, version, workbench);
    }
    String answered =
        post.thread().inReplyToAuthorId() == null
            ? null
            : workbench.ownerOf(post.network(), post.thread().inReplyToAuthorId(), null);
    boolean isNoted = answered == null || answered.equals(owner);
    for (BrandMatch match : version.matches()) {
      if (!match.brandId().equals(owner)) {
        note(match.brandId(), SourceKind.MENTIONS, version, workbench);
        isNoted |= match.brandId().equals(answered);
      }
    }
    if (answered != null && !isNoted) {
      note(answered, SourceKind.MENTIONS, version, workbench);
    }
  }

  private void note(String brandId, SourceKind kind, PostVersion version, RunTools workbench) {
    long at = version.postedAtMicros();
    int day = workbench.dayOf(brandId, at);
    tally().about(brandId, new SourceDay.Cell(kind, version.network(), day), at);
  }

  /** Where a post names no brand the day is judged by UTC. */
  private boolean isInContext(PostVersion version, RunTools workbench) {
    long at = version.postedAtMicros();
    DateScope dates = settings().dates();
    if (version.isOrphan()) {
      return dates.isInContext(RecordKind.POSTS, DateScope.dayOf(at, ZoneOffset.UTC));
    }
    String owner = version.ownerBrandId();
    return (owner != null && dates.isInContext(RecordKind.POSTS, workbench.dayOf(owner, at)))
        || version.matches().stream()
            .map(match -> workbench.dayOf(match.brandId(), at))
            .anyMatch(day -> dates.isInContext(RecordKind.POSTS, day));
  }

  private void refer(Post post, PostVersion version, MultiOutputReceiver out) {
    String localId = post.details().localId();
    if (localId != null) {
      output(
          new LocalPost(post.network(), localId, post.postId(), null, version.place().source()),
          out);
    }
    if (post.details().localAnsweredPostId() == null) {
      refer(post.thread().inReplyToPostId(), true, version, out);
    }
    refer(post.thread().quoteOfPostId(), false, version, out);
    refer(post.thread().repostOfPostId(), false, version, out);
  }

  private void refer(
      @Nullable String parent, boolean isReply, PostVersion child, MultiOutputReceiver out) {
    if (parent != null) {
      output(
          new AboutPost(
              Fingerprints.of(child.network(), parent), PostReference.of(child, parent, isReply)),
          out);
    }
  }

  private void output(LocalPost fact, MultiOutputReceiver out) {
    int partition =
        Objects.requireNonNull(partitions).of(Fingerprints.of(fact.network(), fact.localId()));
    out.get(ReadTags.LOCAL_POSTS).output(KV.of(partition, Encoded.of(fact)));
  }

  private void output(AboutPost fact, MultiOutputReceiver out) {
    int partition = Objects.requireNonNull(partitions).of(fact.post());
    out.get(ReadTags.FACTS).output(KV.of(partition, Encoded.of(fact)));
  }
}
