package dev.earshot.pipelines.sources.platforms.reddit;

import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.json.DocumentShape;
import dev.earshot.pipelines.sources.json.DocumentSource;
import dev.earshot.pipelines.sources.spec.FormatSpec;
import dev.earshot.pipelines.sources.tabular.HeaderedCsv;
import java.util.Set;

/** The formats of Reddit: its API, as answers or a line for each thing, and tables of dumps. */
public final class RedditFormats {
  private static final Set<String> CONTAINERS = Set.of("data", "children", "replies");
  private static final Set<String> THINGS = Set.of("data/children");

  public static final FormatSpec<Post> API =
      FormatSpec.of(Format.REDDIT_API, Post.class)
          .guide(
              "Reddit",
              "reddit/*.jsonl",
              "any listing with .json behind its address, /comments/ID.json, /api/morechildren;"
                  + " Pushshift and Arctic Shift dumps",
              "language, shares, impressions, reach, followers; likes are the score, NULL below 0")
          .markedBy(shape -> isPublic(shape) && !areMessages(shape))
          .read(
              context ->
                  DocumentSource.posts(
                      Format.REDDIT_API, THINGS, RedditThings.posts(), context.limits()));

  public static final FormatSpec<Message> API_MESSAGES =
      FormatSpec.of(Format.REDDIT_API_MESSAGES, Message.class)
          .guide(
              "Reddit",
              "reddit/inbox*.json",
              "GET /message/inbox.json and /message/sent.json",
              "language")
          .markedBy(RedditFormats::areMessages)
          .read(
              context ->
                  DocumentSource.messages(
                      Format.REDDIT_API_MESSAGES,
                      THINGS,
                      RedditThings.messages(),
                      context.limits()));

  public static final FormatSpec<Post> CSV =
      FormatSpec.of(Format.REDDIT_CSV, Post.class)
          .guide(
              "Reddit",
              "reddit/*.csv.gz",
              "dumps of submissions or comments as tables with the API's names as columns",
              "language, shares, impressions, reach, followers; often the author")
          .markedByHeader(RedditCsv::isHeader)
          .read(context -> HeaderedCsv.posts(Format.REDDIT_CSV, RedditCsv::row, context.limits()));

  public static final FormatSpec<Post> ACCOUNT =
      FormatSpec.of(Format.REDDIT_ACCOUNT, Post.class)
          .guide(
              "Reddit",
              "reddit-export/comments.csv",
              "reddit.com/settings/data-request: comments.csv and posts.csv of the archive",
              "the author (each post counts as of an unknown one), language, all counts")
          .markedByHeader(RedditAccount::isHeader)
          .read(
              context ->
                  HeaderedCsv.posts(Format.REDDIT_ACCOUNT, RedditAccount::row, context.limits()));

  private RedditFormats() {}

  private static boolean areMessages(DocumentShape shape) {
    return shape.says("kind=t4", CONTAINERS);
  }

  private static boolean isPublic(DocumentShape shape) {
    boolean isLine = shape.has("subreddit", "created_utc") && shape.hasAny("body", "title");
    return shape.says("kind=Listing", CONTAINERS)
        || shape.says("kind=t1", CONTAINERS)
        || shape.says("kind=t2", CONTAINERS)
        || shape.says("kind=t3", CONTAINERS)
        || shape.says("kind=t5", CONTAINERS)
        || shape.says("kind=more", CONTAINERS)
        || shape.says("kind=UserList", CONTAINERS)
        || shape.has("json/data/things")
        || isLine;
  }
}
