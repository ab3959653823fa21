package dev.earshot.pipelines.sources.platforms.telegram;

import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.json.DocumentShape;
import dev.earshot.pipelines.sources.json.DocumentSource;
import dev.earshot.pipelines.sources.json.TwoPassDocuments;
import dev.earshot.pipelines.sources.spec.FormatSpec;
import dev.earshot.pipelines.sources.spec.SourceContext;
import dev.earshot.pipelines.sources.spec.TieBreak;
import dev.earshot.pipelines.sources.times.LocalTimes;
import dev.earshot.pipelines.sources.times.Timestamps;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;

/** The formats of Telegram Desktop's export: the posts in it, and the messages. */
public final class TelegramFormats {
  /** A full export holds posts and messages: it is read as what it was given as. */
  private static final TieBreak RIVALS =
      (kind, path) ->
          kind == RecordKind.POSTS
              ? Format.TELEGRAM_POSTS
              : kind == RecordKind.MESSAGES ? Format.TELEGRAM_MESSAGES : null;

  public static final FormatSpec<Post> POSTS =
      FormatSpec.of(Format.TELEGRAM_POSTS, Post.class)
          .guide(
              "Telegram",
              "telegram/result.json",
              "Telegram Desktop, a channel or public group, Export chat history, or Settings, Advanced,"
                  + " Export Telegram data; as machine-readable JSON",
              "language, shares, impressions, reach, followers")
          .markedBy(shape -> isExport(shape, true))
          .toldApartBy(RIVALS)
          .read(
              context ->
                  DocumentSource.posts(
                      Format.TELEGRAM_POSTS,
                      TelegramExport.ARRAYS,
                      TelegramExport.posts(times(context)),
                      context.limits()));

  public static final FormatSpec<Message> MESSAGES =
      FormatSpec.of(Format.TELEGRAM_MESSAGES, Message.class)
          .guide(
              "Telegram",
              "telegram/result.json",
              "Telegram Desktop, a chat, Export chat history, or Settings, Advanced, Export Telegram"
                  + " data; as machine-readable JSON",
              "language")
          .markedBy(shape -> isExport(shape, false))
          .toldApartBy(RIVALS)
          .read(TelegramFormats::messages);

  private TelegramFormats() {}

  /** An export of all chats may hold both. */
  private static boolean isExport(DocumentShape shape, boolean arePosts) {
    if (shape.has("chats/list/type", "chats/list/id")) {
      return true;
    }
    boolean isPublic = shape.says("type=public_");
    return shape.has("name", "type", "id", "messages") && isPublic == arePosts;
  }

  private static Source<Message> messages(SourceContext context) {
    Predicate<String> isOwn = context.accounts().on(TelegramExport.NETWORK);
    Timestamps times = times(context);
    return TwoPassDocuments.chat(
        Format.TELEGRAM_MESSAGES,
        TelegramExport.ARRAYS,
        element -> TelegramExport.owner(element, isOwn),
        members -> TelegramExport.messages(members, times),
        isOwn,
        context.limits());
  }

  private static Timestamps times(SourceContext context) {
    LocalTimes times = context.accounts().times();
    LocalTimes zoned = times.zone() == null ? new LocalTimes(ZoneOffset.UTC, null) : times;
    return new Timestamps(List.of(), zoned);
  }
}
