package dev.earshot.pipelines.sources.fields;

import dev.earshot.models.domain.Engagement;
import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.PostThread;
import java.util.List;

/** The fields of a post, in the order of the documentation. */
public enum PostField implements RecordField {
  NETWORK("network", Kind.NAME, true),
  POST_ID("post_id", Kind.ID, true),
  AUTHOR_ID("author_id", Kind.ID, true),
  AUTHOR_HANDLE("author_handle", Kind.HANDLE, false),
  TEXT("text", Kind.TEXT, true),
  LANGUAGE("language", Kind.LANGUAGE, false),
  POSTED_AT("posted_at", Kind.TIMESTAMP, true),
  IN_REPLY_TO_POST_ID("in_reply_to_post_id", Kind.ID, false),
  IN_REPLY_TO_AUTHOR_ID("in_reply_to_author_id", Kind.ID, false),
  REPOST_OF_POST_ID("repost_of_post_id", Kind.ID, false),
  QUOTE_OF_POST_ID("quote_of_post_id", Kind.ID, false),
  CONVERSATION_ID("conversation_id", Kind.ID, false),
  MEDIA_TYPE("media_type", Kind.WORD, false),
  ENGAGEMENT("engagement", Kind.OBJECT, false),
  OBSERVED_AT("engagement.observed_at", Kind.TIMESTAMP, false),
  LIKE_COUNT("engagement.like_count", Kind.COUNT, false),
  SHARE_COUNT("engagement.share_count", Kind.COUNT, false),
  COMMENT_COUNT("engagement.comment_count", Kind.COUNT, false),
  IMPRESSION_COUNT("engagement.impression_count", Kind.COUNT, false),
  REACH_COUNT("engagement.reach_count", Kind.COUNT, false),
  AUTHOR_FOLLOWER_COUNT("engagement.author_follower_count", Kind.COUNT, false);

  public static final List<PostField> ALL = List.of(values());

  /** The counts of a snapshot. */
  public static final List<PostField> COUNTS =
      ALL.stream().filter(field -> field.kind() == Kind.COUNT).toList();

  private final Spec spec;

  PostField(String path, Kind kind, boolean isRequired) {
    spec = new Spec(path, kind, isRequired);
  }

  @Override
  public Spec spec() {
    return spec;
  }

  /** Any count makes a snapshot; the time of the post is its earliest possible time. */
  public static void completeEngagement(RecordDraft draft) {
    for (PostField field : COUNTS) {
      if (draft.isPresent(field)) {
        draft.set(ENGAGEMENT, 1);
      }
    }
    boolean isTimeless = draft.isPresent(ENGAGEMENT) && !draft.isPresent(OBSERVED_AT);
    if (isTimeless && draft.isPresent(POSTED_AT) && !draft.isFaulty(POSTED_AT)) {
      draft.set(OBSERVED_AT, draft.requiredNumber(POSTED_AT));
    }
  }

  /** The post of a draft without a fault. */
  public static Post post(RecordDraft draft) {
    return new Post(
        draft.requiredText(NETWORK),
        draft.requiredText(POST_ID),
        draft.requiredText(AUTHOR_ID),
        draft.text(AUTHOR_HANDLE),
        draft.requiredText(TEXT),
        draft.text(LANGUAGE),
        draft.requiredNumber(POSTED_AT),
        new PostThread(
            draft.text(IN_REPLY_TO_POST_ID),
            draft.text(IN_REPLY_TO_AUTHOR_ID),
            draft.text(REPOST_OF_POST_ID),
            draft.text(QUOTE_OF_POST_ID),
            draft.text(CONVERSATION_ID)),
        draft.text(MEDIA_TYPE),
        draft.isPresent(ENGAGEMENT) ? engagement(draft) : null,
        draft.issues(),
        draft.details().finish());
  }

  private static Engagement engagement(RecordDraft draft) {
    return new Engagement(
        draft.requiredNumber(OBSERVED_AT),
        draft.number(LIKE_COUNT),
        draft.number(SHARE_COUNT),
        draft.number(COMMENT_COUNT),
        draft.number(IMPRESSION_COUNT),
        draft.number(REACH_COUNT),
        draft.number(AUTHOR_FOLLOWER_COUNT));
  }
}
