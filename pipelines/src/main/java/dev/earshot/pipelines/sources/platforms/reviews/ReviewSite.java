package dev.earshot.pipelines.sources.platforms.reviews;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.json.ChatMembers;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A site for reviews. A review answers the account of what it is about, so that it concerns the
 * brand without naming it; the owner's reply is by that account. Stars are not read.
 */
final class ReviewSite {
  private static final String REPLY = ":reply";

  private final String network;
  private final ChatAccounts accounts;

  /**
   * @param network its name, and the owner's account where a file tells no other that the brand
   *     file lists
   */
  ReviewSite(String network, ChatAccounts accounts) {
    this.network = network;
    this.accounts = accounts;
  }

  /** The account of the owner, by what a file tells of it; the likeliest name first. */
  String owner(@Nullable String... names) {
    List<String> known = new ArrayList<>();
    for (String name : names) {
      if (name != null && !name.isEmpty()) {
        known.add(name);
      }
    }
    known.add(network);
    return accounts.listed(network, known);
  }

  /** The id of what has none: the same review in two files is one. */
  String derivedId(JsonNode review) {
    return ChatMembers.id(network, review.toString());
  }

  /**
   * Begins a review: the caller sets what else the site tells, and ends it.
   *
   * @param author the site's id; without one the author counts as unknown
   */
  RecordDraft begin(String id, @Nullable String author, String owner, RecordEmitter<Post> records) {
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, network);
    TextFields.setText(draft, PostField.POST_ID, id);
    if (author != null && !author.isEmpty()) {
      TextFields.setText(draft, PostField.AUTHOR_ID, author);
    }
    JsonFields.completeAuthor(draft);
    draft.set(PostField.IN_REPLY_TO_AUTHOR_ID, owner);
    draft.set(PostField.CONVERSATION_ID, id);
    return draft;
  }

  /** Title and text, as one; either may be missing, as in a rating without words. */
  static void setText(RecordDraft draft, String title, String text) {
    String gap = title.isEmpty() || text.isEmpty() ? "" : "\n\n";
    TextFields.setText(draft, PostField.TEXT, title + gap + text);
  }

  /**
   * Adds the owner's reply.
   *
   * @param review the id of what it answers
   */
  void reply(
      String review,
      String owner,
      String text,
      JsonNode time,
      JsonNode source,
      RecordEmitter<Post> records) {
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, network);
    draft.set(PostField.POST_ID, review + REPLY);
    draft.set(PostField.AUTHOR_ID, owner);
    draft.set(PostField.IN_REPLY_TO_POST_ID, review);
    draft.set(PostField.CONVERSATION_ID, review);
    TextFields.setText(draft, PostField.TEXT, text);
    JsonFields.set(draft, PostField.POSTED_AT, time);
    records.end(source);
  }

  /** A row of a table as an object. */
  static ObjectNode object(Map<String, String> row) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    row.forEach(object::put);
    return object;
  }
}
