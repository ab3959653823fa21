package dev.earshot.pipelines.sources;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The input formats, by the names that the command line uses. */
public enum Format {
  POSTS_JSONL("posts-jsonl", RecordKind.POSTS, false),
  MESSAGES_JSONL("messages-jsonl", RecordKind.MESSAGES, false),
  POSTS_CSV("posts-csv", RecordKind.POSTS, true),
  MESSAGES_CSV("messages-csv", RecordKind.MESSAGES, true),
  POSTS_PARQUET("posts-parquet", RecordKind.POSTS, true),
  MESSAGES_PARQUET("messages-parquet", RecordKind.MESSAGES, true),
  X_API_V2("x-api-v2", RecordKind.POSTS, false),
  X_API_V2_MESSAGES("x-api-v2-messages", RecordKind.MESSAGES, false),
  X_API_V1("x-api-v1", RecordKind.POSTS, false),
  X_API_V1_MESSAGES("x-api-v1-messages", RecordKind.MESSAGES, false),
  X_WEB("x-web", RecordKind.POSTS, false),
  X_ARCHIVE("x-archive", RecordKind.POSTS, false),
  X_ARCHIVE_MESSAGES("x-archive-messages", RecordKind.MESSAGES, false),
  MASTODON_API("mastodon-api", RecordKind.POSTS, false),
  MASTODON_OUTBOX("mastodon-outbox", RecordKind.POSTS, false),
  MISSKEY("misskey", RecordKind.POSTS, false),
  BLUESKY_API("bluesky-api", RecordKind.POSTS, false),
  REDDIT_API("reddit-api", RecordKind.POSTS, false),
  REDDIT_API_MESSAGES("reddit-api-messages", RecordKind.MESSAGES, false),
  REDDIT_CSV("reddit-csv", RecordKind.POSTS, false),
  REDDIT_ACCOUNT("reddit-account", RecordKind.POSTS, false),
  YOUTUBE_API("youtube-api", RecordKind.POSTS, false),
  YOUTUBE_TAKEOUT("youtube-takeout", RecordKind.POSTS, false),
  YT_DLP("yt-dlp", RecordKind.POSTS, false),
  FACEBOOK_GRAPH("facebook-graph", RecordKind.POSTS, false),
  FACEBOOK_GRAPH_MESSAGES("facebook-graph-messages", RecordKind.MESSAGES, false),
  INSTAGRAM_GRAPH("instagram-graph", RecordKind.POSTS, false),
  MESSENGER_EXPORT("messenger-export", RecordKind.MESSAGES, false),
  INSTAGRAM_EXPORT("instagram-export", RecordKind.MESSAGES, false),
  FACEBOOK_DOWNLOAD("facebook-download", RecordKind.POSTS, false),
  INSTAGRAM_DOWNLOAD("instagram-download", RecordKind.POSTS, false),
  THREADS_DOWNLOAD("threads-download", RecordKind.POSTS, false),
  TIKTOK_DOWNLOAD("tiktok-download", RecordKind.POSTS, false),
  TIKTOK_DOWNLOAD_MESSAGES("tiktok-download-messages", RecordKind.MESSAGES, false),
  TIKTOK_RESEARCH("tiktok-research", RecordKind.POSTS, false),
  TELEGRAM_POSTS("telegram-posts", RecordKind.POSTS, false),
  TELEGRAM_MESSAGES("telegram-messages", RecordKind.MESSAGES, false),
  WHATSAPP_EXPORT("whatsapp-export", RecordKind.MESSAGES, false),
  DISCORD_POSTS("discord-posts", RecordKind.POSTS, false),
  DISCORD_MESSAGES("discord-messages", RecordKind.MESSAGES, false),
  SUPPORT_CONVERSATIONS("support-conversations", RecordKind.POSTS, false),
  ZENDESK("zendesk", RecordKind.MESSAGES, false),
  INTERCOM("intercom", RecordKind.MESSAGES, false),
  FRESHDESK("freshdesk", RecordKind.MESSAGES, false),
  CHATWOOT("chatwoot", RecordKind.MESSAGES, false),
  FRONT("front", RecordKind.MESSAGES, false),
  FRONT_CSV("front-csv", RecordKind.MESSAGES, false),
  INTERCOM_CSV("intercom-csv", RecordKind.MESSAGES, false),
  HOOTSUITE_CSV("hootsuite-csv", RecordKind.POSTS, false),
  HOOTSUITE_MESSAGES_CSV("hootsuite-messages-csv", RecordKind.MESSAGES, false),
  APP_STORE("app-store", RecordKind.POSTS, false),
  GOOGLE_PLAY("google-play", RecordKind.POSTS, false),
  GOOGLE_PLAY_CSV("google-play-csv", RecordKind.POSTS, false),
  TRUSTPILOT("trustpilot", RecordKind.POSTS, false),
  TRUSTPILOT_CSV("trustpilot-csv", RecordKind.POSTS, false),
  GOOGLE_BUSINESS("google-business", RecordKind.POSTS, false),
  LINKEDIN_API("linkedin-api", RecordKind.POSTS, false),
  LINKEDIN_DOWNLOAD("linkedin-download", RecordKind.POSTS, false),
  LINKEDIN_MESSAGES("linkedin-messages", RecordKind.MESSAGES, false),
  ORDERS_JSONL("orders-jsonl", RecordKind.ORDERS, false),
  ORDERS_CSV("orders-csv", RecordKind.ORDERS, true),
  IDENTITIES_JSONL("identities-jsonl", RecordKind.IDENTITIES, false),
  IDENTITIES_CSV("identities-csv", RecordKind.IDENTITIES, true),
  PROFILES_JSONL("profiles-jsonl", RecordKind.PROFILES, false),
  PROFILES_CSV("profiles-csv", RecordKind.PROFILES, true),
  ACCESS_LOG("access-log", RecordKind.WEB_LOGS, false),
  W3C_LOG("w3c-log", RecordKind.WEB_LOGS, false),
  ELB_LOG("elb-log", RecordKind.WEB_LOGS, false),
  HITS_JSONL("hits-jsonl", RecordKind.WEB_LOGS, false),
  GA4_JSONL("ga4-jsonl", RecordKind.WEB_LOGS, false),
  GA4_PARQUET("ga4-parquet", RecordKind.WEB_LOGS, false),
  PLAUSIBLE_JSONL("plausible-jsonl", RecordKind.WEB_LOGS, false),
  MATOMO_VISITS("matomo-visits", RecordKind.WEB_LOGS, false);

  private final String code;
  private final RecordKind kind;
  private final boolean needsMapping;

  Format(String code, RecordKind kind, boolean needsMapping) {
    this.code = code;
    this.kind = kind;
    this.needsMapping = needsMapping;
  }

  /** The name on the command line. */
  public String code() {
    return code;
  }

  /** What the records are. */
  public RecordKind kind() {
    return kind;
  }

  /** Whether a mapping file must say which column is which field. */
  public boolean needsMapping() {
    return needsMapping;
  }

  /** Whether a plain file may be read in ranges: of lines that are records, or of row groups. */
  public boolean isSplittable() {
    return code.endsWith("-jsonl")
        || code.endsWith("-parquet")
        || this == ACCESS_LOG
        || this == ELB_LOG;
  }

  /** Whether platforms name the files or folders of this format after the person of the chat. */
  public boolean isNamedAfterPeople() {
    return this == WHATSAPP_EXPORT
        || this == MESSENGER_EXPORT
        || this == INSTAGRAM_EXPORT
        || this == DISCORD_MESSAGES;
  }

  /** Whether its posts tell what their authors looked like, and when. */
  public boolean tellsOfAuthors() {
    return this == X_API_V1 || this == X_API_V2 || this == X_WEB || this == MASTODON_API;
  }

  /** The canonical JSON Lines format of a kind. */
  public static Format jsonLines(RecordKind kind) {
    return switch (kind) {
      case POSTS -> POSTS_JSONL;
      case MESSAGES -> MESSAGES_JSONL;
      case ORDERS -> ORDERS_JSONL;
      case IDENTITIES -> IDENTITIES_JSONL;
      case PROFILES -> PROFILES_JSONL;
      case WEB_LOGS -> HITS_JSONL;
    };
  }

  /** The format of that name. */
  public static Optional<Format> byCode(String code) {
    return Arrays.stream(values()).filter(format -> format.code.equals(code)).findFirst();
  }

  /** All names, for messages. */
  public static String codes() {
    return Arrays.stream(values()).map(Format::code).collect(Collectors.joining(", "));
  }
}
