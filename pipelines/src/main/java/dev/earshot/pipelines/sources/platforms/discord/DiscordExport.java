package dev.earshot.pipelines.sources.platforms.discord;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.MessageField;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.json.ChatMembers;
import dev.earshot.pipelines.sources.json.ChatTurns;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import java.util.Locale;

/**
 * Channels as DiscordChatExporter writes them in JSON. A channel of a guild holds posts, a direct
 * or group chat messages; the other kind is skipped as not public, or as no message.
 */
final class DiscordExport {
  static final String NETWORK = "discord";

  private DiscordExport() {}

  static ElementParser<Post> posts() {
    return (element, records) -> {
      JsonNode message = element.value();
      if (isDirect(element)) {
        records.skip(SkipReason.NOT_PUBLIC);
      } else if (isText(message)) {
        post(element, records);
      } else {
        records.skip(SkipReason.OTHER);
      }
    };
  }

  /**
   * The messages of an export.
   *
   * @param members who wrote in the file
   */
  static ElementParser<Message> messages(ChatMembers members) {
    ChatTurns turns = new ChatTurns(members);
    return (element, records) -> {
      JsonNode message = element.value();
      if (isDirect(element) && isText(message)) {
        message(element, turns, records);
      } else {
        records.skip(SkipReason.OTHER);
      }
    };
  }

  /** The account that wrote an element. */
  static String sender(DocumentElement element) {
    return element.value().path("author").path("id").asText();
  }

  private static JsonNode channel(DocumentElement element) {
    return element.around().isEmpty()
        ? element.value().path("channel")
        : element.around().get(0).path("channel");
  }

  private static boolean isDirect(DocumentElement element) {
    return channel(element).path("type").asText().toLowerCase(Locale.ROOT).startsWith("direct");
  }

  /** Calls, joins, pins and the like are no messages. */
  private static boolean isText(JsonNode message) {
    String type = message.path("type").asText();
    return message.has("author")
        && (type.equals("Default") || type.equals("Reply") || type.equals("19"));
  }

  private static void post(DocumentElement element, RecordEmitter<Post> records) {
    JsonNode message = element.value();
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, NETWORK);
    JsonFields.set(draft, PostField.POST_ID, message.path("id"));
    JsonFields.set(draft, PostField.AUTHOR_ID, message.path("author").path("id"));
    JsonFields.set(draft, PostField.AUTHOR_HANDLE, message.path("author").path("name"));
    JsonFields.set(draft, PostField.TEXT, text(message));
    if (message.path("forwardedMessage").isObject()) {
      JsonFields.setUnknownRepost(draft);
    }
    for (JsonNode embed : message.path("embeds")) {
      draft.details().addLink(JsonFields.text(embed.path("url")));
    }
    JsonFields.set(draft, PostField.POSTED_AT, message.path("timestamp"));
    JsonFields.set(draft, PostField.CONVERSATION_ID, channel(element).path("id"));
    JsonFields.set(
        draft, PostField.IN_REPLY_TO_POST_ID, message.path("reference").path("messageId"));
    if (message.path("attachments").size() > 0) {
      draft.set(PostField.MEDIA_TYPE, "attachment");
    }
    if (message.path("reactions").isArray()) {
      long likes = 0;
      for (JsonNode reaction : message.path("reactions")) {
        likes += Math.max(0, reaction.path("count").asLong());
      }
      draft.set(PostField.LIKE_COUNT, likes);
    }
    records.end(message);
  }

  /** A forward has no words of its own: the text is that of the message that it repeats. */
  private static JsonNode text(JsonNode message) {
    JsonNode forwarded = message.path("forwardedMessage").path("content");
    boolean isEmpty = message.path("content").asText().isEmpty();
    return isEmpty && forwarded.isTextual() ? forwarded : message.path("content");
  }

  private static void message(
      DocumentElement element, ChatTurns turns, RecordEmitter<Message> records) {
    JsonNode message = element.value();
    String recipient = turns.recipientOf(channel(element).path("id").asText(), sender(element));
    RecordDraft draft = records.begin();
    draft.set(MessageField.NETWORK, NETWORK);
    JsonFields.set(draft, MessageField.MESSAGE_ID, message.path("id"));
    JsonFields.set(draft, MessageField.CONVERSATION_ID, channel(element).path("id"));
    JsonFields.set(draft, MessageField.SENDER_ID, message.path("author").path("id"));
    // Who never wrote is known by the name of the chat alone.
    JsonFields.set(draft, MessageField.RECIPIENT_ID, channel(element).path("name"));
    if (recipient != null) {
      draft.set(MessageField.RECIPIENT_ID, recipient);
    }
    JsonFields.set(draft, MessageField.TEXT, text(message));
    JsonFields.set(draft, MessageField.SENT_AT, message.path("timestamp"));
    draft.set(MessageField.IS_AUTOMATED, message.path("author").path("isBot").asBoolean() ? 1 : 0);
    records.end(message);
  }
}
