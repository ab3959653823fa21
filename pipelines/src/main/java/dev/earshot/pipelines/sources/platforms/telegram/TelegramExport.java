package dev.earshot.pipelines.sources.platforms.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.MessageField;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.RecordField;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.ChatMembers;
import dev.earshot.pipelines.sources.json.ChatTurns;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import dev.earshot.pipelines.sources.times.Timestamps;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Telegram's {@code result.json}: one chat, or all under {@code chats.list}. Public channels and
 * public supergroups hold posts, all other chats messages. Ids of messages are unique in their chat
 * only. Older exports have local times alone.
 */
final class TelegramExport {
  static final String NETWORK = "telegram";

  /** Where messages stand. */
  static final Set<String> ARRAYS =
      Set.of("messages", "chats/list/messages", "left_chats/list/messages");

  private static final String USER = "user";

  private TelegramExport() {}

  static ElementParser<Post> posts(Timestamps times) {
    return (element, records) -> {
      if (!isMessage(element)) {
        records.skip(SkipReason.OTHER);
      } else if (isPublic(element)) {
        post(element, times, records);
      } else {
        records.skip(SkipReason.NOT_PUBLIC);
      }
    };
  }

  /**
   * The messages of an export.
   *
   * @param members accounts for which {@link #owner} was called
   */
  static ElementParser<Message> messages(ChatMembers members, Timestamps times) {
    ChatTurns turns = new ChatTurns(members);
    return (element, records) -> {
      if (isMessage(element) && !isPublic(element)) {
        message(element, turns, times, records);
      } else {
        records.skip(SkipReason.OTHER);
      }
    };
  }

  /**
   * The account that wrote an element, if it owns the export: the one in a personal chat that is
   * not the chat's person, or a brand's in a group. Else empty.
   */
  static String owner(DocumentElement element, Predicate<String> isOwn) {
    String from = element.value().path("from_id").asText();
    boolean isOwner = isPersonal(element) ? !from.equals(peer(element)) : isOwn.test(from);
    return isOwner ? from : "";
  }

  private static boolean isMessage(DocumentElement element) {
    JsonNode message = element.value();
    return message.path("type").asText("message").equals("message") && message.has("id");
  }

  private static JsonNode chat(DocumentElement element) {
    int depth = element.around().size();
    return depth == 0 ? MissingNode.getInstance() : element.around().get(depth - 1);
  }

  private static boolean isPublic(DocumentElement element) {
    return chat(element).path("type").asText().startsWith("public_");
  }

  static boolean isPersonal(DocumentElement element) {
    String type = chat(element).path("type").asText();
    return type.equals("personal_chat") || type.equals("bot_chat");
  }

  private static String peer(DocumentElement element) {
    return USER + chat(element).path("id").asText();
  }

  private static String id(DocumentElement element, JsonNode id) {
    return chat(element).path("id").asText() + "/" + id.asText();
  }

  private static void post(DocumentElement element, Timestamps times, RecordEmitter<Post> records) {
    JsonNode message = element.value();
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, NETWORK);
    draft.set(PostField.POST_ID, id(element, message.path("id")));
    JsonFields.set(draft, PostField.AUTHOR_ID, message.path("from_id"));
    JsonFields.set(draft, PostField.AUTHOR_HANDLE, message.path("from"));
    TextFields.setText(draft, PostField.TEXT, text(message.path("text")));
    setTime(draft, PostField.POSTED_AT, message, times);
    JsonFields.set(draft, PostField.CONVERSATION_ID, chat(element).path("id"));
    if (message.has("reply_to_message_id")) {
      draft.set(PostField.IN_REPLY_TO_POST_ID, id(element, message.path("reply_to_message_id")));
    }
    if (message.has("forwarded_from") || message.has("forwarded_from_id")) {
      JsonFields.setUnknownRepost(draft);
    }
    for (String name : List.of("text", "text_entities")) {
      for (JsonNode part : message.path(name)) {
        draft.details().addLink(JsonFields.text(part.path("href")));
      }
    }
    String media = media(message);
    if (media != null) {
      draft.set(PostField.MEDIA_TYPE, media);
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

  private static void message(
      DocumentElement element, ChatTurns turns, Timestamps times, RecordEmitter<Message> records) {
    JsonNode message = element.value();
    String from = message.path("from_id").asText();
    RecordDraft draft = records.begin();
    draft.set(MessageField.NETWORK, NETWORK);
    draft.set(MessageField.MESSAGE_ID, id(element, message.path("id")));
    JsonFields.set(draft, MessageField.CONVERSATION_ID, chat(element).path("id"));
    JsonFields.set(draft, MessageField.SENDER_ID, message.path("from_id"));
    boolean isToPeer = isPersonal(element) && !from.equals(peer(element));
    String recipient =
        isToPeer ? peer(element) : turns.recipientOf(chat(element).path("id").asText(), from);
    // Where the owner of the export never wrote, nothing tells the account.
    String unnamed = isPersonal(element) ? "owner" : "group:" + chat(element).path("id").asText();
    draft.set(MessageField.RECIPIENT_ID, recipient == null ? unnamed : recipient);
    TextFields.setText(draft, MessageField.TEXT, text(message.path("text")));
    setTime(draft, MessageField.SENT_AT, message, times);
    draft.set(
        MessageField.IS_AUTOMATED,
        message.has("via_bot") || message.has("via_business_bot") ? 1 : 0);
    records.end(message);
  }

  /** A text is a string, or a list of strings and entities with a text each. */
  static String text(JsonNode node) {
    if (!node.isArray()) {
      return node.isObject() ? node.path("text").asText() : node.asText();
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode part : node) {
      text.append(part.isObject() ? part.path("text").asText() : part.asText());
    }
    return text.toString();
  }

  private static void setTime(
      RecordDraft draft, RecordField field, JsonNode message, Timestamps times) {
    if (message.has("date_unixtime")) {
      JsonFields.set(draft, field, message.path("date_unixtime"));
    } else if (message.path("date").isTextual()) {
      TextFields.setTimestamp(draft, field, times.parse(message.path("date").textValue()));
    } else {
      JsonFields.set(draft, field, message.path("date"));
    }
  }

  private static @Nullable String media(JsonNode message) {
    String type = message.path("media_type").asText();
    if (message.has("photo")) {
      return "image";
    }
    return type.isEmpty() ? null : type.toLowerCase(Locale.ROOT);
  }
}
