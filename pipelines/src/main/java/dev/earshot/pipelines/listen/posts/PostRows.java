package dev.earshot.pipelines.listen.posts;

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
import dev.earshot.pipelines.facts.AboutPerson;
import dev.earshot.pipelines.facts.AboutPerson.Direction;
import dev.earshot.pipelines.facts.AboutPerson.MentionFact;
import dev.earshot.pipelines.facts.AboutPerson.MessageEvent;
import dev.earshot.pipelines.facts.AboutPerson.ShareFact;
import dev.earshot.pipelines.facts.InteractionFact;
import dev.earshot.pipelines.facts.LinkFact;
import dev.earshot.pipelines.facts.OwnPostFact;
import dev.earshot.pipelines.facts.PostReference;
import dev.earshot.pipelines.facts.PostVersion;
import dev.earshot.pipelines.facts.RelationFact;
import dev.earshot.pipelines.listen.read.ReadTags;
import dev.earshot.pipelines.run.Partitions;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.RunTools;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/** The rows and facts of a post of which everything is known, for all outputs. */
final class PostRows {
  private static final int REPLY_SOURCE = -1;

  private final RunSettings settings;
  private final RunTools bench;
  private final MentionAnalyzer reader;
  private final Partitions partitions;
  private final FileKeys files;
  private final DetailRows rows;
  private final OwnPostReader ownPosts;

  PostRows(RunSettings settings) {
    this.settings = settings;
    bench = RunTools.of(settings);
    reader = MentionAnalyzer.of(bench);
    partitions = new Partitions(settings.inputBytes());
    files = FileKeys.of(settings.inputBytes());
    rows = new DetailRows(settings, bench.pseudonyms());
    ownPosts = new OwnPostReader(bench);
  }

  /**
   * Rows of a brand's own post.
   *
   * @param history its distinct snapshots, oldest first
   * @param resonance how many posts by others refer to it before it is mature
   * @return whether its date is one of the run's
   */
  boolean outputOwned(
      PostVersion post,
      String owner,
      List<Engagement> history,
      long resonance,
      MultiOutputReceiver out) {
    int day = bench.dayOf(owner, post.postedAtMicros());
    boolean isPublished = settings.dates().holds(day);
    if (isPublished) {
      rows.snapshots(owner, post, day, true, history)
          .forEach(row -> out.get(ResolveTags.SNAPSHOTS).output(files.assign(row)));
    }
    if (post.isOwnPost()) {
      out.get(ResolveTags.OWN_POSTS).output(ownPost(post, owner, day, history, resonance));
    }
    String answered = post.relations().answeredId();
    if (post.relations().inReplyToPostId() != null
        && answered != null
        && !answered.equals(post.authorId())) {
      outputEvent(
          owner,
          post.network(),
          answered,
          publicEvent(Direction.OUTBOUND, post.postedAtMicros(), post.postId(), null),
          out);
    }
    out.get(ResolveTags.RELATIONS)
        .output(RelationFact.posted(owner, day, ownPosts.read(post, owner)));
    outputLinks(post, owner, day, out);
    return isPublished;
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
    EngagementDefinition counted = bench.engagements().of(post.network(), day);
    return new OwnPostFact(
        owner,
        post.network(),
        post.postId(),
        day,
        post.postedAtMicros(),
        post.content().mediaType(),
        mature,
        mature == null || counted == null ? null : counted.engagements(mature),
        followers,
        resonance);
  }

  /**
   * Rows of a post that speaks of brands.
   *
   * @param clusterHead the post that its near-duplicates are named after, or null where it is alone
   * @param history its distinct snapshots, oldest first
   * @return whether its date is one of the run's, for any of these brands
   */
  boolean outputMentions(
      PostVersion post,
      List<BrandMatch> matches,
      @Nullable Long clusterHead,
      List<Engagement> history,
      MultiOutputReceiver out) {
    long key = Fingerprints.of(post.network(), post.postId());
    long cluster = clusterHead == null ? clusterOfOne(post, key) : clusterHead;
    boolean isCanonical = post.relations().repostOfPostId() == null && cluster == key;
    PostUnderstanding meaning = reader.read(post, matches, isCanonical);
    Understanding understood = meaning.text();
    boolean isPublished = false;
    for (int i = 0; i < matches.size(); i++) {
      BrandMatch match = matches.get(i);
      String brand = match.brandId();
      int day = bench.dayOf(brand, post.postedAtMicros());
      MentionUnderstanding toward = meaning.mentions().get(i);
      if (settings.dates().holds(day)) {
        isPublished = true;
        rows.snapshots(brand, post, day, false, history)
            .forEach(row -> out.get(ResolveTags.SNAPSHOTS).output(files.assign(row)));
        out.get(ResolveTags.MENTIONS)
            .output(files.assign(rows.mention(post, match, toward, day, cluster, isCanonical)));
      }
      MentionFact fact =
          new MentionFact(
              day,
              understood.language(),
              toward.polarity(),
              isCanonical,
              toward.topics(),
              bench.dimensions().bits(understood.dimensions()),
              meaning.phrases(),
              toward.intents());
      AboutPerson person = new AboutPerson(brand, post.network(), post.authorId(), fact);
      output(person, out);
      outputLinks(post, brand, day, out);
      if (addresses(match)) {
        out.get(ResolveTags.INTERACTIONS).output(interaction(post, brand, day, understood));
        outputEvent(
            brand,
            post.network(),
            post.authorId(),
            publicEvent(Direction.INBOUND, post.postedAtMicros(), post.postId(), toward),
            out);
      }
    }
    if (isCanonical && meaning.change() != null) {
      outputSwitch(post, matches, meaning.change(), out);
    }
    return isPublished;
  }

  /** Who leaves a brand for another, on the day of the brand left. */
  private void outputSwitch(
      PostVersion post,
      List<BrandMatch> matches,
      PostUnderstanding.Change change,
      MultiOutputReceiver out) {
    String brand = matches.get(change.left()).brandId();
    out.get(ResolveTags.RELATIONS)
        .output(
            RelationFact.switched(
                brand,
                bench.dayOf(brand, post.postedAtMicros()),
                new RelationFact.Person(post.network(), post.authorId()),
                matches.get(change.other()).brandId()));
  }

  /** The cluster of a post that resembles no earlier one: its own, or that of what it repeats. */
  private static long clusterOfOne(PostVersion post, long key) {
    String original = post.relations().repostOfPostId();
    return original == null ? key : Fingerprints.of(post.network(), original);
  }

  private void outputLinks(PostVersion post, String brand, int day, MultiOutputReceiver out) {
    Brand site = Objects.requireNonNull(bench.brands().brand(brand));
    for (String page :
        SiteLinks.in(post.content().text(), post.content().links(), site.marks().domains())) {
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
  static boolean addresses(BrandMatch match) {
    return match.evidence().contains(BrandEvidence.HANDLE)
        || match.evidence().contains(BrandEvidence.REPLY_TO_OWN_ACCOUNT);
  }

  /** That somebody passes on a post of a brand. */
  void share(PostVersion own, PostReference share, MultiOutputReceiver out) {
    String brandId = Objects.requireNonNull(own.ownerBrandId());
    if (PostReference.isWithinReach(own.postedAtMicros(), share.childAtMicros())) {
      outputShare(brandId, share.childAuthorId(), false, share, out);
    }
  }

  private void outputShare(
      String brandId,
      String personId,
      boolean isByBrand,
      PostReference share,
      MultiOutputReceiver out) {
    long at = share.childAtMicros();
    ShareFact fact = new ShareFact(bench.dayOf(brandId, at), isByBrand, at);
    output(new AboutPerson(brandId, share.network(), personId, fact), out);
  }

  /**
   * What a brand does with somebody's post: of a reply a response row, and both sides of a
   * conversation; else that it passes the post on.
   */
  void respond(
      PostReference reply,
      String personId,
      long answeredAtMicros,
      boolean isFirstSight,
      MultiOutputReceiver out) {
    String brandId = reply.childBrandId();
    if (brandId == null
        || reply.childAtMicros() < answeredAtMicros
        || !PostReference.isWithinReach(answeredAtMicros, reply.childAtMicros())) {
      return;
    }
    if (!reply.isReply()) {
      outputShare(brandId, personId, true, reply, out);
      return;
    }
    BrandBook brands = bench.brands();
    Brand brand = Objects.requireNonNull(brands.brand(brandId));
    int day = bench.dayOf(brandId, reply.childAtMicros());
    if (settings.dates().holds(day)) {
      out.get(ResolveTags.RESPONSES)
          .output(files.assign(rows.response(brand, reply, personId, answeredAtMicros, day)));
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
      Direction direction, long atMicros, String postId, @Nullable MentionUnderstanding meaning) {
    return new MessageEvent(
        false,
        direction,
        atMicros,
        postId,
        meaning == null ? Set.of() : meaning.intents(),
        meaning != null && meaning.text().sentiment() != null,
        REPLY_SOURCE);
  }

  private void outputEvent(
      String brandId,
      String network,
      String personId,
      MessageEvent event,
      MultiOutputReceiver out) {
    AboutPerson fact = new AboutPerson(brandId, network, personId, event);
    output(fact, out);
  }

  private void output(AboutPerson fact, MultiOutputReceiver out) {
    int partition = partitions.of(fact.key());
    out.get(ReadTags.PEOPLE).output(KV.of(partition, Encoded.of(fact)));
  }
}
