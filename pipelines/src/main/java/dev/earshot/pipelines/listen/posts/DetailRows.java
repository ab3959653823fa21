package dev.earshot.pipelines.listen.posts;

import dev.earshot.models.domain.Brand;
import dev.earshot.models.domain.BrandEvidence;
import dev.earshot.models.domain.BrandMatch;
import dev.earshot.models.domain.Engagement;
import dev.earshot.models.domain.Intent;
import dev.earshot.models.domain.Polarity;
import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.domain.SwitchDirection;
import dev.earshot.models.text.TextIssue;
import dev.earshot.models.understanding.TextParse;
import dev.earshot.pipelines.facts.PostReference;
import dev.earshot.pipelines.facts.PostVersion;
import dev.earshot.pipelines.run.BusinessClock;
import dev.earshot.pipelines.run.Pseudonyms;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.tables.BrandMentionRow;
import dev.earshot.pipelines.tables.BrandResponseRow;
import dev.earshot.pipelines.tables.PostEngagementSnapshotRow;
import dev.earshot.pipelines.tables.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Detail rows from what is known about a post. Here posts get their keyed hashes: until then they
 * are told apart, and put in order, by what the platform calls them, so that no figure depends on
 * the key. Not safe for use by several threads.
 */
public final class DetailRows {
  private static final long MICROS = 1_000_000;
  private static final int LONGEST_MEDIA_WORD = 32;

  private final RunSettings settings;
  private final Pseudonyms pseudonyms;

  DetailRows(RunSettings settings, Pseudonyms pseudonyms) {
    this.settings = settings;
    this.pseudonyms = pseudonyms;
  }

  BrandMentionRow mention(
      PostVersion post,
      BrandMatch match,
      MentionUnderstanding meaning,
      int day,
      long cluster,
      boolean isCanonical) {
    Sentiment sentiment = meaning.sentiment();
    Polarity polarity = meaning.polarity();
    SwitchDirection switchDirection = meaning.switchDirection();
    TextParse parse = meaning.parse();
    Engagement newest = post.engagement();
    String answered = post.relations().inReplyToPostId();
    return new BrandMentionRow(
        match.brandId(),
        hash(post.network(), post.postId()),
        post.authorId(),
        pseudonyms.ofCluster(cluster),
        answered == null ? null : hash(post.network(), answered),
        settings.runId(),
        post.network(),
        meaning.text().language(),
        polarity == null ? null : polarity.code(),
        meaning.missingReason(),
        switchDirection == null ? null : switchDirection.code(),
        parse == null ? null : parse.toward(meaning.target()).polarity().code(),
        match.evidence().stream().sorted().map(BrandEvidence::code).toList(),
        meaning.topics(),
        meaning.text().dimensions(),
        codes(meaning.intents()),
        post.content().issues().stream().sorted().map(TextIssue::code).toList(),
        parse == null ? null : parse.partsOfSpeech(),
        parse == null || !settings.keepsText() ? null : parse.lemmas(),
        parse == null || !settings.keepsText() ? null : parse.entities(),
        mediaWord(post.content().mediaType()),
        settings.keepsText() ? post.content().text() : null,
        Tables.METRIC_VERSION,
        match.relevance(),
        sentiment == null ? null : sentiment.negative(),
        sentiment == null ? null : sentiment.neutral(),
        sentiment == null ? null : sentiment.positive(),
        newest == null ? null : newest.likeCount(),
        newest == null ? null : newest.shareCount(),
        newest == null ? null : newest.commentCount(),
        newest == null ? null : newest.impressionCount(),
        isCanonical,
        post.relations().repostOfPostId() != null,
        post.postedAtMicros(),
        day);
  }

  /** The source's word for a kind of content, and not whatever else may stand in its place. */
  static @Nullable String mediaWord(@Nullable String mediaType) {
    if (mediaType == null) {
      return null;
    }
    boolean isWord =
        mediaType.length() <= LONGEST_MEDIA_WORD
            && mediaType.chars().allMatch(c -> Character.isLetter(c) || c == '_' || c == '-');
    return isWord ? mediaType : "other";
  }

  /** The codes of intents in the order of their declaration. */
  public static List<String> codes(Collection<Intent> intents) {
    return intents.stream().sorted().map(Intent::code).toList();
  }

  List<PostEngagementSnapshotRow> snapshots(
      String brandId, PostVersion post, int day, boolean isOwned, List<Engagement> history) {
    List<PostEngagementSnapshotRow> rows = new ArrayList<>(history.size());
    String postId = hash(post.network(), post.postId());
    // A platform shows an answer below the post that it answers, whose author has a right to a
    // hash.
    boolean isPublic = isOwned && post.relations().inReplyToPostId() == null;
    for (int i = 0; i < history.size(); i++) {
      Engagement snapshot = history.get(i);
      rows.add(
          new PostEngagementSnapshotRow(
              brandId,
              postId,
              isPublic ? post.postId() : null,
              settings.runId(),
              post.network(),
              Tables.METRIC_VERSION,
              snapshot.likeCount(),
              snapshot.shareCount(),
              snapshot.commentCount(),
              snapshot.impressionCount(),
              snapshot.reachCount(),
              snapshot.authorFollowerCount(),
              isOwned,
              i == history.size() - 1,
              post.postedAtMicros(),
              snapshot.observedAtMicros(),
              day));
    }
    return rows;
  }

  private String hash(String network, String postId) {
    return pseudonyms.ofPost(network, postId);
  }

  BrandResponseRow response(
      Brand brand, PostReference reply, String personId, long answeredAtMicros, int day) {
    return new BrandResponseRow(
        brand.id(),
        hash(reply.network(), reply.childPostId()),
        hash(reply.network(), reply.parentPostId()),
        personId,
        settings.runId(),
        reply.network(),
        Tables.METRIC_VERSION,
        (reply.childAtMicros() - answeredAtMicros) / MICROS,
        BusinessClock.seconds(brand, answeredAtMicros, reply.childAtMicros()),
        answeredAtMicros,
        reply.childAtMicros(),
        day);
  }
}
