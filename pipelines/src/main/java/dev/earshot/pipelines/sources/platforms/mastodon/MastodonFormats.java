package dev.earshot.pipelines.sources.platforms.mastodon;

import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.json.DocumentShape;
import dev.earshot.pipelines.sources.json.DocumentSource;
import dev.earshot.pipelines.sources.spec.FormatSpec;
import java.util.Set;

/** The formats of Mastodon: its API, and the outbox of an account's archive. */
public final class MastodonFormats {

  public static final FormatSpec<Post> API =
      FormatSpec.of(Format.MASTODON_API, Post.class)
          .guide(
              "Mastodon",
              "mastodon/*.json",
              "GET /api/v1/timelines/..., /accounts/:id/statuses, /statuses/:id/context,"
                  + " /api/v2/search, /api/v1/notifications",
              "conversation, impressions, reach")
          .markedBy(MastodonFormats::isApi)
          .read(
              context ->
                  DocumentSource.posts(
                      Format.MASTODON_API,
                      DocumentSource.WHOLE,
                      new MastodonStatuses(),
                      context.limits()));

  public static final FormatSpec<Post> OUTBOX =
      FormatSpec.of(Format.MASTODON_OUTBOX, Post.class)
          .guide(
              "Mastodon",
              "archive/outbox.json",
              "Preferences, Import and export, Data export, Request your archive",
              "the texts of what was boosted, followers, impressions, reach, replies")
          .markedBy(MastodonFormats::isOutbox)
          .read(
              context ->
                  DocumentSource.posts(
                      Format.MASTODON_OUTBOX,
                      Set.of("orderedItems"),
                      new MastodonOutbox(),
                      context.limits()));

  /** What the members of answers are named that hold statuses or accounts. */
  private static final Set<String> CONTAINERS =
      Set.of(
          "account",
          "accounts",
          "status",
          "statuses",
          "reblog",
          "quote",
          "quoted_status",
          "mentions",
          "ancestors",
          "descendants",
          "last_status",
          "target_account");

  private MastodonFormats() {}

  private static boolean isApi(DocumentShape shape) {
    return shape.hasName("acct", CONTAINERS)
        || shape.has("expires_at", "votes_count", "options/title")
        || shape.has("showing_reblogs", "muting")
        || shape.has("preview_url", "type")
        || shape.has("client_id", "client_secret")
        || shape.hasAny("vapid_key", "replies_policy", "keywords_attributes");
  }

  private static boolean isOutbox(DocumentShape shape) {
    return shape.says("@context=https://www.w3.org/ns/activitystreams", Set.of("orderedItems"))
        || shape.has("orderedItems", "totalItems");
  }
}
