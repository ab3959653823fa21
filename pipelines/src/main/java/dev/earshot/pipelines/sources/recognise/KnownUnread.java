package dev.earshot.pipelines.sources.recognise;

import dev.earshot.pipelines.sources.json.DocumentShape;
import dev.earshot.pipelines.sources.tabular.HeaderedCsv;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files that are known and cannot be read, with what helps: better than "no known format". */
final class KnownUnread {
  private static final String DISCORD_PACKAGE =
      "is of Discord's own data package, which has what one account wrote, not to whom, in which"
          + " channel or what was answered; export the channel or the chat with DiscordChatExporter,"
          + " as JSON";

  private static final String ERROR =
      "is an error that an API answered, no data; ask the API again";

  private static final Set<String> ERROR_MEMBERS =
      Set.of(
          "error",
          "errors",
          "error_description",
          "message",
          "status",
          "type",
          "title",
          "detail",
          "reason");

  private static final Set<String> PACKAGE_COLUMNS =
      Set.of("ID", "Timestamp", "Contents", "Attachments");

  private KnownUnread() {}

  /** What JSON of no known format is, if that is known. */
  static @Nullable String of(DocumentShape shape) {
    if (shape.hasOnly(PACKAGE_COLUMNS) && shape.has("ID", "Timestamp", "Contents")) {
      return DISCORD_PACKAGE;
    }
    boolean isChannel =
        shape.has("id", "type", "recipients")
            && shape.hasOnly(Set.of("id", "type", "recipients", "name"));
    boolean isServersChannel =
        shape.has("id", "type", "guild/id", "guild/name")
            && shape.hasOnly(Set.of("id", "type", "name", "guild"));
    if (isChannel || isServersChannel) {
      return DISCORD_PACKAGE;
    }
    return isError(shape) ? ERROR : null;
  }

  /** Of Meta and Google, X (RFC 7807), Reddit, Mastodon, and Bluesky (XRPC). */
  private static boolean isError(DocumentShape shape) {
    boolean isNamed =
        shape.hasAny("error", "errors/message", "errors/detail")
            || shape.has("title", "status", "detail");
    return isNamed && shape.hasOnly(ERROR_MEMBERS);
  }

  /** What a table is whose columns only a mapping could name, if that is known. */
  static @Nullable String ofHeader(String line) {
    return HeaderedCsv.columns(line).equals(PACKAGE_COLUMNS) ? DISCORD_PACKAGE : null;
  }
}
