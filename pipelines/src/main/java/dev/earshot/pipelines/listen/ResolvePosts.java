package dev.earshot.pipelines.listen;

import dev.earshot.models.brands.BrandBook;
import dev.earshot.models.domain.Brand;
import dev.earshot.models.domain.BrandEvidence;
import dev.earshot.models.domain.BrandMatch;
import dev.earshot.models.domain.Engagement;
import dev.earshot.models.domain.Understanding;
import dev.earshot.models.engagement.EngagementDefinition;
import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.beam.FileKeys;
import dev.earshot.pipelines.beam.Fingerprints;
import dev.earshot.pipelines.beam.Peeking;
import dev.earshot.pipelines.beam.SortedRows;
import dev.earshot.pipelines.listen.PersonFact.Direction;
import dev.earshot.pipelines.listen.PersonFact.MentionFact;
import dev.earshot.pipelines.listen.PersonFact.MessageEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Turns everything that is known about a post into rows: the newest version counts, its text is
 * understood, its cluster and the replies to it are known.
 */
final class ResolvePosts
    extends AccountingFn<
        KV<Integer, Iterable<Encoded<PostFact>>>, KV<Integer, Encoded<PersonFact>>> {
  private static final int REPLY_SOURCE = -1;

  /** Facts of a partition that are held in memory, of about a kilobyte each; others on disk. */
  private static final int FACTS_IN_MEMORY = 60_000;

  private final ListenSettings settings;
  private transient @Nullable Workbench bench;
  private transient @Nullable MentionReader reader;
  private transient @Nullable Partitions partitions;
  private transient @Nullable FileKeys files;

  ResolvePosts(ListenSettings settings) {
    this.settings = settings;
  }

  @Setup
  public void setup() {
    bench = Workbench.of(settings);
    reader = MentionReader.of(bench);
    partitions = new Partitions(settings.inputBytes());
    files = FileKeys.of(settings.inputBytes());
  }

  @ProcessElement
  public void process(
      @Element KV<Integer, Iterable<Encoded<PostFact>>> partition, MultiOutputReceiver out)
      throws IOException {
    try (SortedRows<PostFact> facts =
        new SortedRows<>(PostFact.class, PostFact.ORDER, FACTS_IN_MEMORY)) {
      for (Encoded<PostFact> encoded : partition.getValue()) {
        facts.add(encoded.value());
      }
      resolve(facts.iterator(), out);
    }
  }

  private void resolve(Peeking<PostFact> facts, MultiOutputReceiver out) {
    while (facts.hasNext()) {
      long post = facts.peek().post();
      PostGroup group = new PostGroup();
      while (facts.nextIs(fact -> fact.post() == post && !fact.isOrphan())) {
        group.add(facts.next());
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
  private void answer(PostGroup group, Peeking<PostFact> facts, MultiOutputReceiver out) {
    PostVersion newest = Objects.requireNonNull(facts.next().version());
    List<PostVersion> versions = new ArrayList<>(List.of(newest));
    while (facts.nextIs(fact -> newest.isSamePost(fact.version()))) {
      versions.add(Objects.requireNonNull(facts.next().version()));
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
    for (PostStub stub : group.stubs()) {
      for (PostReference reference : group.brandsReferringTo(stub.network(), stub.postId())) {
        respond(reference, stub.authorId(), stub.postedAtMicros(), true, out);
      }
    }
  }

  private void resolve(List<PostVersion> versions, PostGroup group, MultiOutputReceiver out) {
    PostVersion post = versions.get(0);
    List<Engagement> history = PostGroup.history(versions);
    boolean isPublished = false;
    String owner = post.ownerBrandId();
    if (owner != null) {
      int day = bench().dayOf(owner, post.postedAtMicros());
      isPublished = settings.dates().holds(day);
      outputOwned(post, owner, day, history, group.resonance(post), out);
      outputLinks(post, owner, day, out);
    }
    List<BrandMatch> matches =
        post.matches().stream().filter(match -> !match.brandId().equals(owner)).toList();
    if (!matches.isEmpty()) {
      isPublished |= outputMentions(post, matches, group.clusterHead(), history, out);
    }
    for (PostReference reference : group.brandsReferringTo(post.network(), post.postId())) {
      boolean isAddressed =
          matches.stream()
              .anyMatch(m -> m.brandId().equals(reference.childBrandId()) && addresses(m));
      if (!Objects.equals(reference.childBrandId(), owner)) {
        respond(reference, post.authorId(), post.postedAtMicros(), !isAddressed, out);
      }
    }
    account(versions, isPublished);
  }

  private void account(List<PostVersion> versions, boolean isPublished) {
    ReadTally counts = tally();
    if (!isPublished) {
      versions.forEach(version -> counts.outOfScope(version.source(), true));
      return;
    }
    counts.accepted(versions.get(0).source());
    versions.stream().skip(1).forEach(version -> counts.duplicate(version.source()));
  }

  private void outputOwned(
      PostVersion post,
      String owner,
      int day,
      List<Engagement> history,
      long resonance,
      MultiOutputReceiver out) {
    if (settings.dates().holds(day)) {
      DetailRows.snapshots(settings.runId(), owner, post, day, true, history)
          .forEach(row -> out.get(ResolveTags.SNAPSHOTS).output(files().assign(row)));
    }
    if (post.inReplyToPostId() == null) {
      out.get(ResolveTags.OWN_POSTS).output(ownPost(post, owner, day, history, resonance));
    }
    if (post.inReplyToPostId() != null && post.answeredId() != null) {
      outputEvent(
          owner,
          post.network(),
          post.answeredId(),
          publicEvent(Direction.OUTBOUND, post.postedAtMicros(), post.postId(), null),
          out);
    }
  }

  private OwnPostFact ownPost(
      PostVersion post, String owner, int day, List<Engagement> history, long resonance) {
    long matureAt = OwnPostFact.matureAt(post.postedAtMicros());
    Engagement mature = null;
    Long followers = null;
    for (Engagement snapshot : history) {
      if (snapshot.observedAtMicros() <= matureAt) {
        mature = snapshot;
      }
      if (followers == null) {
        followers = snapshot.authorFollowerCount();
      }
    }
    EngagementDefinition counted = bench().engagements().of(post.network(), day);
    return new OwnPostFact(
        owner,
        post.network(),
        post.postId(),
        day,
        post.postedAtMicros(),
        post.mediaType(),
        mature,
        mature == null || counted == null ? null : counted.engagements(mature),
        followers,
        resonance);
  }

  private boolean outputMentions(
      PostVersion post,
      List<BrandMatch> matches,
      @Nullable Long clusterHead,
      List<Engagement> history,
      MultiOutputReceiver out) {
    long key = Fingerprints.of(post.network(), post.postId());
    long cluster = clusterHead == null ? key : clusterHead;
    PostMeaning meaning = reader().read(post, matches, cluster == key);
    Understanding understood = meaning.text();
    boolean isPublished = false;
    for (int i = 0; i < matches.size(); i++) {
      BrandMatch match = matches.get(i);
      String brand = match.brandId();
      int day = bench().dayOf(brand, post.postedAtMicros());
      MentionMeaning toward = meaning.mentions().get(i);
      if (settings.dates().holds(day)) {
        isPublished = true;
        DetailRows.snapshots(settings.runId(), brand, post, day, false, history)
            .forEach(row -> out.get(ResolveTags.SNAPSHOTS).output(files().assign(row)));
        out.get(ResolveTags.MENTIONS)
            .output(
                files()
                    .assign(
                        DetailRows.mention(
                            settings, post, match, toward, day, cluster, cluster == key)));
      }
      MentionFact fact =
          new MentionFact(
              day,
              understood.language(),
              toward.polarity(),
              cluster == key,
              toward.topics(),
              bench().dimensions().bits(understood.dimensions()),
              meaning.phrases());
      PersonFact person = new PersonFact(brand, post.network(), post.authorId(), fact, null);
      output(person, out);
      outputLinks(post, brand, day, out);
      if (addresses(match)) {
        out.get(ResolveTags.INTERACTIONS).output(interaction(post, brand, day, understood));
        outputEvent(
            brand,
            post.network(),
            post.authorId(),
            publicEvent(Direction.INBOUND, post.postedAtMicros(), post.postId(), understood),
            out);
      }
    }
    return isPublished;
  }

  private void outputLinks(PostVersion post, String brand, int day, MultiOutputReceiver out) {
    Brand site = Objects.requireNonNull(bench().brands().brand(brand));
    for (String page : SiteLinks.in(post.text(), site.domains())) {
      out.get(ResolveTags.LINKS).output(new LinkFact(brand, page, post.postedAtMicros(), day));
    }
  }

  private static InteractionFact interaction(
      PostVersion post, String brand, int day, Understanding meaning) {
    return new InteractionFact(
        brand,
        post.network(),
        post.authorId(),
        InteractionFact.isServiceIssue(meaning.intents()),
        post.postedAtMicros(),
        day);
  }

  /** Whether a post speaks to the brand rather than of it. */
  private static boolean addresses(BrandMatch match) {
    return match.evidence().contains(BrandEvidence.HANDLE)
        || match.evidence().contains(BrandEvidence.REPLY_TO_OWN_ACCOUNT);
  }

  /** A brand's reply to somebody's post: a response row, and both sides of a conversation. */
  private void respond(
      PostReference reply,
      String personId,
      long answeredAtMicros,
      boolean isFirstSight,
      MultiOutputReceiver out) {
    String brandId = reply.childBrandId();
    if (brandId == null || !reply.isReply() || reply.childAtMicros() < answeredAtMicros) {
      return;
    }
    BrandBook brands = bench().brands();
    Brand brand = Objects.requireNonNull(brands.brand(brandId));
    int day = bench().dayOf(brandId, reply.childAtMicros());
    if (settings.dates().holds(day)) {
      out.get(ResolveTags.RESPONSES)
          .output(
              files()
                  .assign(
                      DetailRows.response(
                          settings.runId(), brand, reply, personId, answeredAtMicros, day)));
    }
    if (isFirstSight) {
      outputEvent(
          brandId,
          reply.network(),
          personId,
          publicEvent(Direction.INBOUND, answeredAtMicros, reply.parentPostId(), null),
          out);
    }
    if (!reply.isAnswerAddressed()) {
      outputEvent(
          brandId,
          reply.network(),
          personId,
          publicEvent(Direction.OUTBOUND, reply.childAtMicros(), reply.childPostId(), null),
          out);
    }
  }

  private static MessageEvent publicEvent(
      Direction direction, long atMicros, String postId, @Nullable Understanding meaning) {
    return new MessageEvent(
        false,
        direction,
        atMicros,
        postId,
        meaning == null ? Set.of() : meaning.intents(),
        meaning != null && meaning.sentiment() != null,
        REPLY_SOURCE);
  }

  private void outputEvent(
      String brandId,
      String network,
      String personId,
      MessageEvent event,
      MultiOutputReceiver out) {
    PersonFact fact = new PersonFact(brandId, network, personId, null, event);
    output(fact, out);
  }

  private void output(PersonFact fact, MultiOutputReceiver out) {
    int partition = Objects.requireNonNull(partitions).of(fact.key());
    out.get(ResolveTags.PEOPLE).output(KV.of(partition, Encoded.of(fact)));
  }

  private FileKeys files() {
    return Objects.requireNonNull(files);
  }

  private MentionReader reader() {
    return Objects.requireNonNull(reader);
  }

  private Workbench bench() {
    return Objects.requireNonNull(bench);
  }
}
