package dev.earshot.pipelines.sources.recognise;

import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.json.DocumentSource;
import dev.earshot.pipelines.sources.json.TwoPassDocuments;
import dev.earshot.pipelines.sources.platforms.discord.DiscordExport;
import dev.earshot.pipelines.sources.platforms.meta.FacebookGraph;
import dev.earshot.pipelines.sources.platforms.meta.InstagramGraph;
import dev.earshot.pipelines.sources.platforms.meta.MetaThreads;
import dev.earshot.pipelines.sources.platforms.telegram.TelegramExport;
import dev.earshot.pipelines.sources.platforms.whatsapp.WhatsAppExport;
import dev.earshot.pipelines.sources.times.LocalTimes;
import dev.earshot.pipelines.sources.times.Timestamps;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The sources of chats as their apps export them. */
final class ChatExports {
  private static final Set<String> MESSAGES = Set.of("messages");

  private ChatExports() {}

  /** Reads the posts of a channel. */
  static Source<Post> posts(Format format, ChatAccounts accounts, ReadLimits limits) {
    return switch (format) {
      case TELEGRAM_POSTS ->
          DocumentSource.posts(
              format, TelegramExport.ARRAYS, TelegramExport.posts(times(accounts)), limits);
      case DISCORD_POSTS -> DocumentSource.posts(format, MESSAGES, DiscordExport.posts(), limits);
      default -> throw new IllegalArgumentException("no posts of a chat: " + format);
    };
  }

  /** Reads the messages of a chat. */
  static Source<Message> messages(Format format, ChatAccounts accounts, ReadLimits limits) {
    return switch (format) {
      case MESSENGER_EXPORT -> threads(format, FacebookGraph.NETWORK, accounts, limits);
      case INSTAGRAM_EXPORT -> threads(format, InstagramGraph.NETWORK, accounts, limits);
      case TELEGRAM_MESSAGES -> telegram(accounts, limits);
      case DISCORD_MESSAGES ->
          new TwoPassDocuments(
              format,
              MESSAGES,
              DiscordExport::sender,
              DiscordExport::messages,
              accounts.on(DiscordExport.NETWORK),
              limits);
      case WHATSAPP_EXPORT ->
          WhatsAppExport.of(accounts.times(), accounts.on(WhatsAppExport.NETWORK), limits);
      default -> throw new IllegalArgumentException("no messages of a chat: " + format);
    };
  }

  private static Source<Message> threads(
      Format format, String network, ChatAccounts accounts, ReadLimits limits) {
    MetaThreads finder = new MetaThreads(network, accounts.on(network));
    return DocumentSource.messages(format, MESSAGES, finder, limits);
  }

  private static Source<Message> telegram(ChatAccounts accounts, ReadLimits limits) {
    Predicate<String> isOwn = accounts.on(TelegramExport.NETWORK);
    Timestamps times = times(accounts);
    return new TwoPassDocuments(
        Format.TELEGRAM_MESSAGES,
        TelegramExport.ARRAYS,
        element -> TelegramExport.owner(element, isOwn),
        members -> TelegramExport.messages(members, times),
        isOwn,
        limits);
  }

  private static Timestamps times(ChatAccounts accounts) {
    LocalTimes times = accounts.times();
    LocalTimes zoned = times.zone() == null ? new LocalTimes(ZoneOffset.UTC, null) : times;
    return new Timestamps(List.of(), zoned);
  }
}
