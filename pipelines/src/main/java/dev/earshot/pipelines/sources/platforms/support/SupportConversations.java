package dev.earshot.pipelines.sources.platforms.support;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.fields.HtmlEntities;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.DocumentSource;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.json.JsonFields;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import dev.earshot.pipelines.sources.platforms.x.XIds;
import dev.earshot.pipelines.sources.platforms.x.XStatuses;
import dev.earshot.pipelines.sources.spec.FormatSpec;
import org.jspecify.annotations.Nullable;

/**
 * Conversations of customers with a support desk on X, one a line, as IBM published them
 * (Feigenblat et al. 2020): the turns under {@code dialogContent}, and the agent's last one, with
 * the address of a help page, under {@code agentURL}. Each turn answers the one before. The last
 * turn has no time of its own; its id tells it.
 */
public final class SupportConversations implements ElementParser<Post> {
  public static final FormatSpec<Post> FORMAT =
      FormatSpec.of(Format.SUPPORT_CONVERSATIONS, Post.class)
          .guide(
              "a support desk",
              "conversations/*.json",
              "public conversations of a support team with a turn a line, as support desks and data sets keep them",
              "what the lines leave out")
          .markedBy(shape -> shape.has("dialogHeader/sessionID", "dialogContent/tweet_ID"))
          .read(
              context ->
                  DocumentSource.posts(
                      Format.SUPPORT_CONVERSATIONS,
                      DocumentSource.WHOLE,
                      new SupportConversations(),
                      context.limits()));

  @Override
  public void find(DocumentElement element, RecordEmitter<Post> records) {
    JsonNode conversation = element.value();
    JsonNode turns = conversation.path("dialogContent");
    if (!turns.isArray()) {
      records.skip(SkipReason.OTHER);
      return;
    }
    JsonNode header = conversation.path("dialogHeader");
    String before = null;
    for (JsonNode turn : turns) {
      JsonNode author = JsonFields.first(turn, "client", "agent", "client1");
      before = post(turn, author, turn.path("message"), header, before, records);
    }
    JsonNode last = conversation.path("agentURL");
    if (last.has("tweet_ID")) {
      post(last, header.path("company"), last.path("url_utterance"), header, before, records);
    }
  }

  /** Returns the id, which the next turn answers. */
  private static @Nullable String post(
      JsonNode turn,
      JsonNode author,
      JsonNode text,
      JsonNode header,
      @Nullable String answered,
      RecordEmitter<Post> records) {
    RecordDraft draft = records.begin();
    draft.set(PostField.NETWORK, XStatuses.NETWORK);
    JsonFields.set(draft, PostField.POST_ID, turn.path("tweet_ID"));
    JsonFields.set(draft, PostField.AUTHOR_ID, author);
    JsonFields.set(draft, PostField.AUTHOR_HANDLE, author);
    if (text.isTextual()) {
      TextFields.setText(draft, PostField.TEXT, HtmlEntities.unescape(text.textValue()));
    } else {
      JsonFields.set(draft, PostField.TEXT, text);
    }
    JsonFields.set(draft, PostField.POSTED_AT, turn.path("datetime"));
    XIds.completeTime(draft);
    JsonFields.set(draft, PostField.CONVERSATION_ID, header.path("sessionID"));
    if (answered != null) {
      draft.set(PostField.IN_REPLY_TO_POST_ID, answered);
    }
    String id = draft.text(PostField.POST_ID);
    records.end(turn);
    return id;
  }
}
