package dev.earshot.pipelines.sources.platforms.meta;

import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.json.DocumentSource;
import dev.earshot.pipelines.sources.spec.FormatSpec;
import dev.earshot.pipelines.sources.spec.SourceContext;
import dev.earshot.pipelines.sources.spec.TieBreak;
import java.util.Set;

/** The formats of Facebook and Instagram: answers of the Graph API, and downloaded messages. */
public final class MetaFormats {
  private static final Set<String> MESSAGES = Set.of("messages");
  private static final TieBreak FOLDERS = ThreadFolders::choose;

  public static final FormatSpec<Post> FACEBOOK =
      FormatSpec.of(Format.FACEBOOK_GRAPH, Post.class)
          .guide(
              "Facebook",
              "facebook/*.json",
              "Graph API with a page's token: /PAGE/posts, /PAGE/feed, /POST/comments with"
                  + " fields=id,message,from,created_time,reactions.summary(true),comments.summary(true)",
              "authors without an agreement with Meta; language, conversation, followers")
          .markedBy(MetaShapes::isFacebookGraph)
          .read(
              context ->
                  DocumentSource.posts(
                      Format.FACEBOOK_GRAPH,
                      FacebookGraph.ARRAYS,
                      new FacebookGraph(),
                      context.limits()));

  public static final FormatSpec<Message> FACEBOOK_MESSAGES =
      FormatSpec.of(Format.FACEBOOK_GRAPH_MESSAGES, Message.class)
          .guide(
              "Facebook",
              "facebook/conversations*.json",
              "Graph API with a page's token: /PAGE/conversations with"
                  + " fields=messages{id,message,from,to,created_time}",
              "language")
          .markedBy(MetaShapes::isFacebookMessages)
          .read(
              context ->
                  DocumentSource.messages(
                      Format.FACEBOOK_GRAPH_MESSAGES,
                      FacebookGraph.ARRAYS,
                      new FacebookMessages(),
                      context.limits()));

  public static final FormatSpec<Post> INSTAGRAM =
      FormatSpec.of(Format.INSTAGRAM_GRAPH, Post.class)
          .guide(
              "Instagram",
              "instagram/*.json",
              "Graph API of a professional account: /USER/media, /MEDIA/comments, /HASHTAG/recent_media"
                  + " with fields=id,caption,timestamp,like_count,comments_count,username",
              "authors of hashtag media; language, shares, followers")
          .markedBy(MetaShapes::isInstagramGraph)
          .read(
              context ->
                  DocumentSource.posts(
                      Format.INSTAGRAM_GRAPH,
                      FacebookGraph.ARRAYS,
                      new InstagramGraph(),
                      context.limits()));

  public static final FormatSpec<Message> MESSENGER_EXPORT =
      FormatSpec.of(Format.MESSENGER_EXPORT, Message.class)
          .guide(
              "Facebook",
              "facebook-export/messages",
              "Accounts Center, Your information and permissions, Download your information, as JSON;"
                  + " keep the folder's name, it tells Messenger from Instagram; encrypted chats: Messenger,"
                  + " Privacy and safety, End-to-end encrypted chats, Message storage, Download secure storage"
                  + " data",
              "ids of persons (names stand for them), language")
          .markedBy(MetaShapes::isMessengerThread)
          .toldApartBy(FOLDERS)
          .read(context -> threads(Format.MESSENGER_EXPORT, FacebookGraph.NETWORK, context));

  public static final FormatSpec<Message> INSTAGRAM_EXPORT =
      FormatSpec.of(Format.INSTAGRAM_EXPORT, Message.class)
          .guide(
              "Instagram",
              "instagram-export/your_instagram_activity/messages",
              "Accounts Center, Your information and permissions, Download your information, as JSON;"
                  + " keep the folder's name, it tells Messenger from Instagram",
              "ids of persons (names stand for them), language")
          .markedBy(MetaShapes::isInstagramThread)
          .toldApartBy(FOLDERS)
          .read(context -> threads(Format.INSTAGRAM_EXPORT, InstagramGraph.NETWORK, context));

  private MetaFormats() {}

  private static Source<Message> threads(Format format, String network, SourceContext context) {
    MetaThreads parser = new MetaThreads(network, context.accounts().on(network));
    return DocumentSource.messages(format, MESSAGES, parser, context.limits());
  }
}
