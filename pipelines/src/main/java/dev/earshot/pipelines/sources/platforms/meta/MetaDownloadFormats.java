package dev.earshot.pipelines.sources.platforms.meta;

import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.json.DocumentShape;
import dev.earshot.pipelines.sources.json.DocumentSource;
import dev.earshot.pipelines.sources.spec.FormatSpec;
import java.util.Set;

/** Downloads of what an account wrote on Facebook, Instagram and Threads. */
public final class MetaDownloadFormats {
  private static final String ORIGIN =
      "Accounts Center, Your information and permissions, Download your information, as JSON; followers,"
          + " reactions and other files of the download are counted and not read";
  private static final String MISSING =
      "the author (each post counts as of an unknown one), ids of posts and of what they answer, audience,"
          + " language, counts";

  /** Files beside posts and messages, which every download has: whole subjects by their member. */
  private static final Set<String> SIDE_FILES =
      Set.of(
          "account_activity_v2",
          "active_sessions_v2",
          "address_book_v2",
          "admin_records_v2",
          "archived_stories_v2",
          "autofill_information_v2",
          "blocked_users_v2",
          "collections_v2",
          "event_invitations_v2",
          "event_responses_v2",
          "followers_v2",
          "followers_v3",
          "following_v2",
          "following_v3",
          "friends_v2",
          "groups_admined_v2",
          "groups_joined_v2",
          "inferred_topics_v2",
          "installed_apps_v2",
          "notifications_v2",
          "other_photos_v2",
          "page_likes_v2",
          "pages_followed_v2",
          "pages_unfollowed_v2",
          "polls_v2",
          "profile_update_v2",
          "profile_v2",
          "received_requests_v2",
          "rejected_requests_v2",
          "removed_friends_v2",
          "saves_v2",
          "searches_v2",
          "sent_requests_v2",
          "story_reactions_v2",
          "videos_v2",
          "your_events_v2");

  public static final FormatSpec<Post> FACEBOOK =
      FormatSpec.of(Format.FACEBOOK_DOWNLOAD, Post.class)
          .guide(
              "Facebook",
              "facebook-export/your_facebook_activity",
              ORIGIN,
              MISSING + "; comments name their author")
          .markedBy(MetaDownloadFormats::isFacebook)
          .read(
              context ->
                  DocumentSource.posts(
                      Format.FACEBOOK_DOWNLOAD,
                      MetaDownloads.FACEBOOK_ARRAYS,
                      new MetaDownloads(FacebookGraph.NETWORK),
                      context.limits()));

  public static final FormatSpec<Post> INSTAGRAM =
      FormatSpec.of(Format.INSTAGRAM_DOWNLOAD, Post.class)
          .guide("Instagram", "instagram-export/your_instagram_activity", ORIGIN, MISSING)
          .markedBy(MetaDownloadFormats::isInstagram)
          .read(
              context ->
                  DocumentSource.posts(
                      Format.INSTAGRAM_DOWNLOAD,
                      MetaDownloads.INSTAGRAM_ARRAYS,
                      new MetaDownloads(InstagramGraph.NETWORK),
                      context.limits()));

  public static final FormatSpec<Post> THREADS =
      FormatSpec.of(Format.THREADS_DOWNLOAD, Post.class)
          .guide("Threads", "instagram-export/your_instagram_activity/threads", ORIGIN, MISSING)
          .markedBy(shape -> shape.has("text_post_app_text_posts"))
          .read(
              context ->
                  DocumentSource.posts(
                      Format.THREADS_DOWNLOAD,
                      MetaDownloads.THREADS_ARRAYS,
                      new MetaDownloads("threads"),
                      context.limits()));

  private MetaDownloadFormats() {}

  private static boolean hasAny(DocumentShape shape, Set<String> arrays) {
    return arrays.stream().anyMatch(shape::has);
  }

  private static boolean isFacebook(DocumentShape shape) {
    boolean isPost =
        shape.hasAny("data/post", "data/update_timestamp", "data/reaction/reaction")
            || (shape.has("timestamp", "attachments/data") && !shape.hasName("participants"));
    boolean isSideFile =
        hasAny(shape, SIDE_FILES) || shape.has("label_values/label", "label_values/value");
    return isSideFile
        || hasAny(shape, MetaDownloads.FACEBOOK_ARRAYS)
        || (isPost && shape.has("timestamp"));
  }

  private static boolean isInstagram(DocumentShape shape) {
    return hasAny(shape, MetaDownloads.INSTAGRAM_ARRAYS)
        || shape.hasName("string_list_data")
        || shape.hasName("string_map_data")
        || shape.has("media/creation_timestamp", "media/uri");
  }
}
