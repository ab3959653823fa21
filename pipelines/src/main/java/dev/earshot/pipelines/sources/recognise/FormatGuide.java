package dev.earshot.pipelines.sources.recognise;

import dev.earshot.pipelines.sources.Format;
import java.util.List;

/**
 * What a user needs to know of a format.
 *
 * @param format the format
 * @param platform whose it is
 * @param example an argument of the command line
 * @param origin how a user gets such a file
 * @param missing what it does not tell, which becomes NULL
 */
public record FormatGuide(
    Format format, String platform, String example, String origin, String missing) {
  /** One for each format. */
  public static final List<FormatGuide> ALL =
      List.of(
          new FormatGuide(
              Format.POSTS_JSONL,
              "any",
              "posts/*.jsonl.gz",
              "own collector, or scripts/earshot generate",
              "what the lines leave out"),
          new FormatGuide(
              Format.MESSAGES_JSONL,
              "any",
              "dms/*.jsonl",
              "own collector, or scripts/earshot generate",
              "what the lines leave out"),
          new FormatGuide(
              Format.POSTS_CSV,
              "any",
              "posts-csv:tweets.csv --mapping tweets.yaml",
              "export of a listening tool, a spreadsheet or a database",
              "what the mapping does not name"),
          new FormatGuide(
              Format.MESSAGES_CSV,
              "any",
              "messages-csv:tickets.csv --mapping tickets.yaml",
              "export of a support desk",
              "what the mapping does not name"),
          new FormatGuide(
              Format.POSTS_PARQUET,
              "any",
              "posts.parquet --mapping posts.yaml",
              "a lake or a warehouse",
              "what the mapping does not name"),
          new FormatGuide(
              Format.MESSAGES_PARQUET,
              "any",
              "messages.parquet --mapping messages.yaml",
              "a lake or a warehouse",
              "what the mapping does not name"),
          new FormatGuide(
              Format.X_API_V2,
              "X",
              "x/*.jsonl",
              "answers of API v2 as they come: search, timelines, lookup, streams; twarc2 writes one page a"
                  + " line. Ask for tweet.fields=created_at,lang,public_metrics,referenced_tweets,"
                  + "conversation_id,in_reply_to_user_id and expansions=author_id,referenced_tweets.id",
              "reach; fields that were not asked for (an absent time is taken from the id)"),
          new FormatGuide(
              Format.X_API_V2_MESSAGES,
              "X",
              "x/dm_events*.json",
              "API v2, GET /2/dm_events with dm_event.fields=sender_id,created_at,dm_conversation_id",
              "language; the recipients of a group"),
          new FormatGuide(
              Format.X_API_V1,
              "X",
              "tweets/*.json.gz",
              "API v1.1: statuses, searches, premium searches, streams; collections of researchers",
              "conversation, impressions, reach; replies and quotes but in premium answers and streams"),
          new FormatGuide(
              Format.X_API_V1_MESSAGES,
              "X",
              "x/direct_messages*.json",
              "API v1.1: direct_messages/events/list, or direct_messages before 2018",
              "conversation, language"),
          new FormatGuide(
              Format.X_ARCHIVE,
              "X",
              "twitter-archive/data",
              "Settings, Your account, Download an archive of your data; unpack it and name its folder",
              "followers, impressions, reach, conversation; texts beyond 280 characters, which"
                  + " note-tweet.js holds without their ids"),
          new FormatGuide(
              Format.X_ARCHIVE_MESSAGES,
              "X",
              "twitter-archive/data",
              "the same archive, given with --messages",
              "language; the recipients of a group"),
          new FormatGuide(
              Format.MASTODON_API,
              "Mastodon",
              "mastodon/*.json",
              "GET /api/v1/timelines/..., /accounts/:id/statuses, /statuses/:id/context,"
                  + " /api/v2/search, /api/v1/notifications",
              "conversation, impressions, reach"),
          new FormatGuide(
              Format.MASTODON_OUTBOX,
              "Mastodon",
              "archive/outbox.json",
              "Preferences, Import and export, Data export, Request your archive",
              "the texts of what was boosted, followers, impressions, reach, replies"),
          new FormatGuide(
              Format.BLUESKY_API,
              "Bluesky",
              "bluesky/*.jsonl",
              "app.bsky.feed.searchPosts, getAuthorFeed, getPostThread, getPosts;"
                  + " app.bsky.notification.listNotifications; Jetstream",
              "impressions, reach; all counts in notifications, records and the Jetstream"),
          new FormatGuide(
              Format.REDDIT_API,
              "Reddit",
              "reddit/*.jsonl",
              "any listing with .json behind its address, /comments/ID.json, /api/morechildren;"
                  + " Pushshift and Arctic Shift dumps",
              "language, shares, impressions, reach, followers; likes are the score, NULL below 0"),
          new FormatGuide(
              Format.REDDIT_API_MESSAGES,
              "Reddit",
              "reddit/inbox*.json",
              "GET /message/inbox.json and /message/sent.json",
              "language"),
          new FormatGuide(
              Format.REDDIT_CSV,
              "Reddit",
              "reddit/*.csv.gz",
              "dumps of submissions or comments as tables with the API's names as columns",
              "language, shares, impressions, reach, followers; often the author"),
          new FormatGuide(
              Format.YOUTUBE_API,
              "YouTube",
              "youtube/*.json",
              "Data API v3: commentThreads.list with part=snippet,replies; videos.list with"
                  + " part=snippet,statistics; search.list",
              "shares, reach, followers; impressions of comments; language of comments"),
          new FormatGuide(
              Format.FACEBOOK_GRAPH,
              "Facebook",
              "facebook/*.json",
              "Graph API with a page's token: /PAGE/posts, /PAGE/feed, /POST/comments with"
                  + " fields=id,message,from,created_time,reactions.summary(true),comments.summary(true)",
              "authors without an agreement with Meta; language, conversation, followers"),
          new FormatGuide(
              Format.FACEBOOK_GRAPH_MESSAGES,
              "Facebook",
              "facebook/conversations*.json",
              "Graph API with a page's token: /PAGE/conversations with"
                  + " fields=messages{id,message,from,to,created_time}",
              "language"),
          new FormatGuide(
              Format.INSTAGRAM_GRAPH,
              "Instagram",
              "instagram/*.json",
              "Graph API of a professional account: /USER/media, /MEDIA/comments, /HASHTAG/recent_media"
                  + " with fields=id,caption,timestamp,like_count,comments_count,username",
              "authors of hashtag media; language, shares, followers"),
          new FormatGuide(
              Format.MESSENGER_EXPORT,
              "Facebook",
              "facebook-export/messages",
              "Accounts Center, Your information and permissions, Download your information, as JSON;"
                  + " keep the folder's name, it tells Messenger from Instagram",
              "ids of persons (names stand for them), language"),
          new FormatGuide(
              Format.INSTAGRAM_EXPORT,
              "Instagram",
              "instagram-export/your_instagram_activity/messages",
              "Accounts Center, Your information and permissions, Download your information, as JSON;"
                  + " keep the folder's name, it tells Messenger from Instagram",
              "ids of persons (names stand for them), language"),
          new FormatGuide(
              Format.TELEGRAM_POSTS,
              "Telegram",
              "telegram/result.json",
              "Telegram Desktop, a channel or public group, Export chat history, or Settings, Advanced,"
                  + " Export Telegram data; as machine-readable JSON",
              "language, shares, impressions, reach, followers"),
          new FormatGuide(
              Format.TELEGRAM_MESSAGES,
              "Telegram",
              "telegram/result.json",
              "Telegram Desktop, a chat, Export chat history, or Settings, Advanced, Export Telegram"
                  + " data; as machine-readable JSON",
              "language"),
          new FormatGuide(
              Format.WHATSAPP_EXPORT,
              "WhatsApp",
              "'whatsapp/*.txt'",
              "a chat, More, Export chat, Without media; state the time zone of the phone",
              "ids of messages and persons (names stand for them), the time zone, seconds on Android"),
          new FormatGuide(
              Format.DISCORD_POSTS,
              "Discord",
              "discord/*.json",
              "DiscordChatExporter (a community tool), a server's channel, as JSON",
              "language, shares, impressions, reach, followers"),
          new FormatGuide(
              Format.DISCORD_MESSAGES,
              "Discord",
              "discord/*.json",
              "DiscordChatExporter (a community tool), a direct conversation, as JSON",
              "language"),
          new FormatGuide(
              Format.SUPPORT_CONVERSATIONS,
              "a support desk",
              "conversations/*.json",
              "public conversations of a support team with a turn a line, as support desks and data sets keep them",
              "what the lines leave out"),
          new FormatGuide(
              Format.ORDERS_JSONL,
              "any shop",
              "orders/*.jsonl",
              "a query of the shop's database that writes a line of an order as a JSON object a line",
              "what the lines leave out"),
          new FormatGuide(
              Format.ORDERS_CSV,
              "any shop",
              "orders-csv:orders.csv --mapping orders.yaml",
              "export of a shop system, a spreadsheet or a database",
              "what the mapping does not name"),
          new FormatGuide(
              Format.IDENTITIES_JSONL,
              "any shop",
              "identities/*.jsonl",
              "customers who agreed to be known by their accounts, from a customer database",
              "what the lines leave out"),
          new FormatGuide(
              Format.IDENTITIES_CSV,
              "any shop",
              "identities-csv:links.csv --mapping links.yaml",
              "the same as a table",
              "what the mapping does not name"),
          new FormatGuide(
              Format.ACCESS_LOG,
              "a web server",
              "logs/access.log*",
              "the log folder of Apache or NGINX; --log-format states a format of your own",
              "analytics ids, events in the page"),
          new FormatGuide(
              Format.W3C_LOG,
              "IIS, CloudFront",
              "logs/*.log",
              "the log folder of IIS, or the bucket that CloudFront writes to",
              "analytics ids, events in the page"),
          new FormatGuide(
              Format.ELB_LOG,
              "Amazon load balancers",
              "logs/*.log.gz",
              "the bucket that access logs are switched on for, in the load balancer's attributes",
              "referrer, analytics ids"),
          new FormatGuide(
              Format.HITS_JSONL,
              "NGINX, Caddy, Traefik",
              "logs/*.json",
              "the server's log as JSON: log_format escape=json in NGINX, log { format json } in Caddy,"
                  + " accesslog.format=json in Traefik",
              "what the lines leave out"),
          new FormatGuide(
              Format.GA4_JSONL,
              "Google Analytics 4",
              "ga4/*.jsonl",
              "Admin, BigQuery links; then bq extract --destination_format NEWLINE_DELIMITED_JSON of"
                  + " analytics_ID.events_YYYYMMDD",
              "visitors who refused analytics"));

  /** The documentation page. */
  public static String markdown() {
    StringBuilder page =
        new StringBuilder(
            """
            # Formats

            Made by `scripts/earshot formats`. What is read of them and how: [input-format.md](input-format.md).
            """);
    for (FormatGuide guide : ALL) {
      page.append(guide.section());
    }
    return page.toString();
  }

  /** The part of the page that is about this format. */
  public String section() {
    return """

        ## %s

        | | |
        |---|---|
        | platform | %s |
        | holds | %s |
        | for example | `--%s %s` |
        | how to get it | %s |
        | does not tell (NULL) | %s |
        """
        .formatted(
            format.code(),
            platform,
            format.kind().code(),
            format.kind().code(),
            example,
            origin,
            missing);
  }
}
