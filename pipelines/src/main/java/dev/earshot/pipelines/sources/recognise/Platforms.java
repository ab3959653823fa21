package dev.earshot.pipelines.sources.recognise;

import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.ExportOwner;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.canonical.MessagesJson;
import dev.earshot.pipelines.sources.canonical.PostsJson;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.json.DocumentSource;
import dev.earshot.pipelines.sources.platforms.bluesky.BlueskyPosts;
import dev.earshot.pipelines.sources.platforms.mastodon.MastodonOutbox;
import dev.earshot.pipelines.sources.platforms.mastodon.MastodonStatuses;
import dev.earshot.pipelines.sources.platforms.meta.FacebookGraph;
import dev.earshot.pipelines.sources.platforms.meta.FacebookMessages;
import dev.earshot.pipelines.sources.platforms.meta.InstagramGraph;
import dev.earshot.pipelines.sources.platforms.reddit.RedditCsv;
import dev.earshot.pipelines.sources.platforms.reddit.RedditThings;
import dev.earshot.pipelines.sources.platforms.support.SupportConversations;
import dev.earshot.pipelines.sources.platforms.x.XArchive;
import dev.earshot.pipelines.sources.platforms.x.XMessages;
import dev.earshot.pipelines.sources.platforms.x.XPages;
import dev.earshot.pipelines.sources.platforms.x.XStatuses;
import dev.earshot.pipelines.sources.platforms.youtube.YouTubeItems;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The source of each format that needs no mapping. */
public final class Platforms {
  private static final Set<String> WHOLE = Set.of();

  private Platforms() {}

  /**
   * Reads posts.
   *
   * @param owner the account that an export belongs to, where known
   * @param accounts what chat exports leave out
   */
  public static Source<Post> posts(
      Format format, @Nullable ExportOwner owner, ChatAccounts accounts, ReadLimits limits) {
    return switch (format) {
      case X_API_V1 ->
          DocumentSource.posts(format, Set.of("statuses", "results"), new XStatuses(), limits);
      case X_API_V2 -> DocumentSource.posts(format, WHOLE, new XPages(), limits);
      case X_ARCHIVE -> DocumentSource.posts(format, WHOLE, XArchive.posts(owner), limits);
      case MASTODON_API -> DocumentSource.posts(format, WHOLE, new MastodonStatuses(), limits);
      case MASTODON_OUTBOX ->
          DocumentSource.posts(format, Set.of("orderedItems"), new MastodonOutbox(), limits);
      case BLUESKY_API -> DocumentSource.posts(format, WHOLE, new BlueskyPosts(), limits);
      case REDDIT_CSV -> new RedditCsv(limits);
      case REDDIT_API ->
          DocumentSource.posts(format, Set.of("data/children"), RedditThings.posts(), limits);
      case YOUTUBE_API -> DocumentSource.posts(format, Set.of("items"), new YouTubeItems(), limits);
      case FACEBOOK_GRAPH ->
          DocumentSource.posts(format, FacebookGraph.ARRAYS, new FacebookGraph(), limits);
      case INSTAGRAM_GRAPH ->
          DocumentSource.posts(format, FacebookGraph.ARRAYS, new InstagramGraph(), limits);
      case SUPPORT_CONVERSATIONS ->
          DocumentSource.posts(format, WHOLE, new SupportConversations(), limits);
      case TELEGRAM_POSTS, DISCORD_POSTS -> ChatExports.posts(format, accounts, limits);
      case POSTS_JSONL -> new PostsJson(limits);
      default -> throw new IllegalArgumentException("no posts in " + format);
    };
  }

  /** Reads messages; else as {@link #posts}. */
  public static Source<Message> messages(
      Format format, @Nullable ExportOwner owner, ChatAccounts accounts, ReadLimits limits) {
    return switch (format) {
      case X_API_V1_MESSAGES -> DocumentSource.messages(format, WHOLE, XMessages.v1(), limits);
      case X_API_V2_MESSAGES -> DocumentSource.messages(format, WHOLE, XMessages.v2(), limits);
      case X_ARCHIVE_MESSAGES ->
          DocumentSource.messages(
              format, Set.of("dmConversation/messages"), XArchive.messages(owner), limits);
      case REDDIT_API_MESSAGES ->
          DocumentSource.messages(format, Set.of("data/children"), RedditThings.messages(), limits);
      case FACEBOOK_GRAPH_MESSAGES ->
          DocumentSource.messages(format, FacebookGraph.ARRAYS, new FacebookMessages(), limits);
      case MESSENGER_EXPORT,
          INSTAGRAM_EXPORT,
          TELEGRAM_MESSAGES,
          DISCORD_MESSAGES,
          WHATSAPP_EXPORT ->
          ChatExports.messages(format, accounts, limits);
      case MESSAGES_JSONL -> new MessagesJson(limits);
      default -> throw new IllegalArgumentException("no messages in " + format);
    };
  }
}
