package dev.earshot.pipelines.sources.platforms.discord;

import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.json.DocumentShape;
import dev.earshot.pipelines.sources.json.DocumentSource;
import dev.earshot.pipelines.sources.json.TwoPassDocuments;
import dev.earshot.pipelines.sources.spec.FormatSpec;
import java.util.Set;

/** The formats of DiscordChatExporter: the channel of a server, and a direct conversation. */
public final class DiscordFormats {
  private static final Set<String> ARRAYS = Set.of("messages");

  public static final FormatSpec<Post> POSTS =
      FormatSpec.of(Format.DISCORD_POSTS, Post.class)
          .guide(
              "Discord",
              "discord/*.json",
              "DiscordChatExporter (a community tool), a server's channel, as JSON",
              "language, shares, impressions, reach, followers")
          .markedBy(shape -> isExport(shape) && !isDirect(shape))
          .read(
              context ->
                  DocumentSource.posts(
                      Format.DISCORD_POSTS, ARRAYS, DiscordExport.posts(), context.limits()));

  public static final FormatSpec<Message> MESSAGES =
      FormatSpec.of(Format.DISCORD_MESSAGES, Message.class)
          .guide(
              "Discord",
              "discord/*.json",
              "DiscordChatExporter (a community tool), a direct conversation, as JSON",
              "language")
          .markedBy(shape -> isExport(shape) && isDirect(shape))
          .read(
              context ->
                  TwoPassDocuments.chat(
                      Format.DISCORD_MESSAGES,
                      ARRAYS,
                      DiscordExport::sender,
                      DiscordExport::messages,
                      context.accounts().on(DiscordExport.NETWORK),
                      context.limits()));

  private DiscordFormats() {}

  private static boolean isExport(DocumentShape shape) {
    return shape.has("guild/id", "channel/id", "channel/type");
  }

  private static boolean isDirect(DocumentShape shape) {
    return shape.says("type=Direct");
  }
}
