package dev.earshot.pipelines.sources.platforms.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.HtmlText;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * ActivityPub (W3C, 2018) collections such as the {@code outbox.json} of an account's archive:
 * Create and Update hold posts, Announce repeats one by its URL, whose text is not there. Ids of
 * posts are URLs, accounts {@code name@host}.
 */
final class MastodonOutbox implements ElementParser<Post> {
  /** The three spellings of ActivityPub, section 5.6. */
  private static final Set<String> PUBLIC =
      Set.of("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public");

  @Override
  public void find(DocumentElement element, RecordEmitter<Post> records) {
    JsonNode activity = element.value();
    JsonNode object = activity.path("object");
    switch (activity.path("type").asText()) {
      case "Create", "Update" -> note(activity, object, records);
      case "Announce" -> announce(activity, object, records);
      case "Note", "Article", "Question", "Page", "Video" -> note(activity, activity, records);
      case "Delete", "Tombstone" -> records.skip(SkipReason.WITHDRAWN);
      case "Person", "Service", "Organization", "Group", "Application" ->
          records.skip(SkipReason.PROFILE);
      default -> records.skip(SkipReason.OTHER);
    }
  }

  private static boolean isPublic(JsonNode activity, JsonNode object) {
    for (JsonNode node : List.of(activity, object)) {
      for (String name : List.of("to", "cc")) {
        JsonNode receivers = node.path(name);
        if (PUBLIC.contains(receivers.asText())) {
          return true;
        }
        for (JsonNode receiver : receivers) {
          if (PUBLIC.contains(receiver.asText())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static void note(JsonNode activity, JsonNode note, RecordEmitter<Post> records) {
    if (!note.has("content")) {
      records.skip(
          note.path("type").asText().equals("Tombstone") ? SkipReason.WITHDRAWN : SkipReason.STUB);
      return;
    }
    if (!isPublic(activity, note)) {
      records.skip(SkipReason.NOT_PUBLIC);
      return;
    }
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, MastodonStatuses.NETWORK);
    JsonFields.set(draft, PostField.POST_ID, note.path("id"));
    setAuthor(
        draft, JsonFields.first(note, "attributedTo"), activity.path("actor"), note.path("url"));
    setDetails(draft, note);
    MastodonStatuses.setText(draft, note.path("summary"), note.path("content"));
    Iterator<String> languages = note.path("contentMap").fieldNames();
    if (languages.hasNext()) {
      TextFields.setText(draft, PostField.LANGUAGE, languages.next());
    }
    if (draft.isFaulty(PostField.LANGUAGE)) {
      draft.remove(PostField.LANGUAGE);
    }
    JsonFields.set(draft, PostField.POSTED_AT, note.path("published"));
    JsonFields.set(draft, PostField.IN_REPLY_TO_POST_ID, idOf(note.path("inReplyTo")));
    JsonFields.set(
        draft,
        PostField.QUOTE_OF_POST_ID,
        idOf(JsonFields.first(note, "quote", "quoteUrl", "quoteUri")));
    JsonFields.set(
        draft, PostField.CONVERSATION_ID, JsonFields.first(note, "conversation", "context"));
    String media = note.path("attachment").path(0).path("mediaType").asText();
    if (media.indexOf('/') > 0) {
      TextFields.setText(draft, PostField.MEDIA_TYPE, media.substring(0, media.indexOf('/')));
    }
    JsonFields.set(draft, PostField.LIKE_COUNT, note.path("likes").path("totalItems"));
    JsonFields.set(draft, PostField.SHARE_COUNT, note.path("shares").path("totalItems"));
    records.end(activity);
  }

  private static void announce(JsonNode activity, JsonNode object, RecordEmitter<Post> records) {
    if (!isPublic(activity, object)) {
      records.skip(SkipReason.NOT_PUBLIC);
      return;
    }
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, MastodonStatuses.NETWORK);
    JsonFields.set(draft, PostField.POST_ID, activity.path("id"));
    setAuthor(draft, activity.path("actor"), activity.path("actor"), activity.path("url"));
    draft.set(PostField.TEXT, "");
    if (object.has("content")) {
      MastodonStatuses.setText(draft, object.path("summary"), object.path("content"));
    }
    JsonFields.set(draft, PostField.POSTED_AT, activity.path("published"));
    JsonFields.set(draft, PostField.REPOST_OF_POST_ID, idOf(object));
    records.end(activity);
    if (object.has("content")) {
      note(object, object, records);
    }
  }

  /** An object stands for its id. */
  private static JsonNode idOf(JsonNode node) {
    return node.isObject() ? node.path("id") : node;
  }

  /** An actor is a URL, which stands for an account {@code name@host}. */
  private static void setAuthor(RecordDraft draft, JsonNode author, JsonNode actor, JsonNode page) {
    JsonNode id = idOf(JsonFields.isAbsent(author) ? actor : author);
    String account = Acct.ofActor(id.asText(), page.asText());
    if (account == null) {
      JsonFields.set(draft, PostField.AUTHOR_ID, id);
    } else {
      draft.set(PostField.AUTHOR_ID, account);
      draft.set(PostField.AUTHOR_HANDLE, account);
      draft.details().setLocalAuthors(id.asText(), null);
    }
  }

  private static void setDetails(RecordDraft draft, JsonNode note) {
    for (JsonNode tag : note.path("tag")) {
      String name = tag.path("name").asText();
      if (tag.path("type").asText().equals("Mention") && name.startsWith("@")) {
        String host = Acct.host(tag.path("href").asText());
        boolean isWhole = name.indexOf('@', 1) > 0;
        if (isWhole || host != null) {
          draft.details().addAddressed(name.substring(1) + (isWhole ? "" : "@" + host));
        }
      }
    }
    HtmlText.links(note.path("content").asText()).forEach(draft.details()::addLink);
  }
}
