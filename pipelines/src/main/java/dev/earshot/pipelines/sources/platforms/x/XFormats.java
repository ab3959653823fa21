package dev.earshot.pipelines.sources.platforms.x;

import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.json.DocumentSource;
import dev.earshot.pipelines.sources.spec.FormatSpec;
import dev.earshot.pipelines.sources.spec.OwnerFile;
import java.util.Set;

/**
 * The formats of X (Twitter): both versions of its API, what its web site answers, and the archive
 * of an account.
 */
public final class XFormats {
  private static final OwnerFile ACCOUNT = new OwnerFile("account.js", XArchive::owner);

  public static final FormatSpec<Post> API_V2 =
      FormatSpec.of(Format.X_API_V2, Post.class)
          .guide(
              "X",
              "x/*.jsonl",
              "answers of API v2 as they come: search, timelines, lookup, streams; twarc2 writes one page a"
                  + " line. Ask for tweet.fields=created_at,lang,public_metrics,referenced_tweets,"
                  + "conversation_id,in_reply_to_user_id and expansions=author_id,referenced_tweets.id",
              "reach; fields that were not asked for (an absent time is taken from the id)")
          .markedBy(XShapes::isApiV2)
          .read(
              context ->
                  DocumentSource.posts(
                      Format.X_API_V2, DocumentSource.WHOLE, new XPages(), context.limits()));

  public static final FormatSpec<Message> API_V2_MESSAGES =
      FormatSpec.of(Format.X_API_V2_MESSAGES, Message.class)
          .guide(
              "X",
              "x/dm_events*.json",
              "API v2, GET /2/dm_events with dm_event.fields=sender_id,created_at,dm_conversation_id",
              "language; the recipients of a group")
          .markedBy(shape -> shape.has("data/dm_conversation_id"))
          .read(
              context ->
                  DocumentSource.messages(
                      Format.X_API_V2_MESSAGES,
                      DocumentSource.WHOLE,
                      XMessages.v2(),
                      context.limits()));

  public static final FormatSpec<Post> API_V1 =
      FormatSpec.of(Format.X_API_V1, Post.class)
          .guide(
              "X",
              "tweets/*.json.gz",
              "API v1.1: statuses, searches, premium searches, streams; collections of researchers",
              "conversation, impressions, reach; replies and quotes but in premium answers and streams")
          .markedBy(XShapes::isApiV1)
          .read(
              context ->
                  DocumentSource.posts(
                      Format.X_API_V1,
                      Set.of("statuses", "results"),
                      new XStatuses(),
                      context.limits()));

  public static final FormatSpec<Message> API_V1_MESSAGES =
      FormatSpec.of(Format.X_API_V1_MESSAGES, Message.class)
          .guide(
              "X",
              "x/direct_messages*.json",
              "API v1.1: direct_messages/events/list, or direct_messages before 2018",
              "conversation, language")
          .markedBy(XShapes::isApiV1Messages)
          .read(
              context ->
                  DocumentSource.messages(
                      Format.X_API_V1_MESSAGES,
                      DocumentSource.WHOLE,
                      XMessages.v1(),
                      context.limits()));

  public static final FormatSpec<Post> WEB =
      FormatSpec.of(Format.X_WEB, Post.class)
          .guide(
              "X",
              "x/SearchTimeline*.json",
              "what the web site answers its pages, as a browser's developer tools or a scraper save"
                  + " it: one answer a file, one a line, or arrays of them or of posts",
              "reach; what the site showed nobody")
          .markedBy(XShapes::isWeb)
          .read(
              context ->
                  DocumentSource.posts(Format.X_WEB, XWeb.ARRAYS, new XWeb(), context.limits()));

  public static final FormatSpec<Post> ARCHIVE =
      FormatSpec.of(Format.X_ARCHIVE, Post.class)
          .guide(
              "X",
              "twitter-archive/data",
              "Settings, Your account, Download an archive of your data; unpack it and name its folder",
              "followers, impressions, reach, conversation; of texts beyond 280 characters the rest,"
                  + " where note-tweet.js beside tweets.js has none of that moment")
          .markedBy(XShapes::isArchive)
          .ownerIn(ACCOUNT)
          .beside(XNotes.FILE)
          .read(XArchivePosts::new);

  public static final FormatSpec<Message> ARCHIVE_MESSAGES =
      FormatSpec.of(Format.X_ARCHIVE_MESSAGES, Message.class)
          .guide(
              "X",
              "twitter-archive/data",
              "the same archive, given with --messages",
              "language; the recipients of a group")
          .markedBy(XShapes::isArchiveMessages)
          .ownerIn(ACCOUNT)
          .read(
              context ->
                  DocumentSource.messages(
                      Format.X_ARCHIVE_MESSAGES,
                      Set.of("dmConversation/messages"),
                      XArchive.messages(context.owner()),
                      context.limits()));

  private XFormats() {}
}
