package dev.earshot.pipelines.sources.platforms.desks;

import dev.earshot.models.domain.Message;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.json.DocumentShape;
import dev.earshot.pipelines.sources.json.DocumentSource;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.spec.FormatSpec;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The formats of support desks: answers of their APIs, as pages, single objects or lines. */
public final class DeskFormats {
  private static final String MISSING =
      "language; on social networks the platform's ids (the desk's numbers stand for them)";

  public static final FormatSpec<Message> ZENDESK =
      spec(
          Format.ZENDESK,
          "Zendesk",
          "zendesk/*.json",
          "GET /api/v2/tickets/ID/conversation_log (with what was said by messengers),"
              + " /tickets/ID/comments?include=users, /tickets/ID/audits, or tickets with their comments as the JSON export of an account has them; tickets without comments are"
              + " counted as references",
          DeskFormats::isZendesk,
          ZendeskTickets.ARRAYS,
          ZendeskTickets::new);

  public static final FormatSpec<Message> INTERCOM =
      spec(
          Format.INTERCOM,
          "Intercom",
          "intercom/*.json",
          "GET /conversations/ID, one file or line each; a list of conversations has only the first message"
              + " of each",
          DeskFormats::isIntercom,
          IntercomConversations.ARRAYS,
          IntercomConversations::new);

  public static final FormatSpec<Message> FRESHDESK =
      spec(
          Format.FRESHDESK,
          "Freshdesk",
          "freshdesk/*.json",
          "GET /api/v2/tickets/ID?include=conversations; of conversations without their ticket only what"
              + " customers wrote is read",
          DeskFormats::isFreshdesk,
          FreshdeskTickets.ARRAYS,
          FreshdeskTickets::new);

  public static final FormatSpec<Message> CHATWOOT =
      spec(
          Format.CHATWOOT,
          "Chatwoot",
          "chatwoot/*.json",
          "GET /api/v1/accounts/ID/conversations/ID/messages; the list of conversations has the last message"
              + " of each, and the network; webhooks of messages",
          DeskFormats::isChatwoot,
          ChatwootMessages.ARRAYS,
          ChatwootMessages::new);

  public static final FormatSpec<Message> FRONT =
      spec(
          Format.FRONT,
          "Front",
          "front/*.json",
          "GET /conversations/ID/messages of the Core API; comments are counted as notes",
          DeskFormats::isFront,
          FrontMessages.ARRAYS,
          FrontMessages::new);

  private DeskFormats() {}

  private static FormatSpec<Message> spec(
      Format format,
      String platform,
      String example,
      String origin,
      Predicate<DocumentShape> mark,
      Set<String> arrays,
      Function<ChatAccounts, ElementParser<Message>> parser) {
    return FormatSpec.of(format, Message.class)
        .guide(platform, example, origin, MISSING)
        .markedBy(mark)
        .read(
            context ->
                DocumentSource.messages(
                    format, arrays, parser.apply(context.accounts()), context.limits()));
  }

  private static boolean isZendesk(DocumentShape shape) {
    boolean areTickets =
        shape.has("tickets/requester_id")
            && shape.hasAny("tickets/submitter_id", "tickets/via/channel");
    boolean isTicket =
        shape.has("ticket/requester_id", "ticket/via/channel")
            || (shape.hasAny("requester_id", "requester/id") && shape.has("via/channel"));
    boolean areComments =
        shape.has("comments/author_id", "comments/public")
            || shape.has("author_id", "public", "via/channel");
    return areTickets
        || isTicket
        || areComments
        || shape.has("events/author/type", "events/content/type", "events/reference")
        || shape.has("author/type", "content/type", "reference", "metadata/ticket_version")
        || shape.has("audits/events/type", "audits/ticket_id")
        || shape.has("events/type", "ticket_id", "author_id");
  }

  private static boolean isIntercom(DocumentShape shape) {
    boolean isOne =
        shape.hasAny("source/author/type", "conversation_message/author/type")
            && shape.says("type=conversation", Set.of());
    return isOne
        || shape.has("part_type", "author/type", "conversation_id")
        || shape.hasAny(
            "conversations/source/author/type", "conversations/conversation_message/author/type");
  }

  private static boolean isFreshdesk(DocumentShape shape) {
    return shape.has("requester_id", "conversations/incoming")
        || shape.has("requester_id", "responder_id", "description_text")
        || shape.has("incoming", "private", "ticket_id", "user_id")
        || shape.hasAny("results/responder_id", "tickets/responder_id");
  }

  private static boolean isChatwoot(DocumentShape shape) {
    return shape.has("payload/message_type", "payload/content")
        || shape.has("data/payload/inbox_id", "data/payload/messages")
        || shape.has("payload/inbox_id", "payload/messages")
        || shape.has("message_type", "private", "content")
        || shape.has("inbox_id", "messages/message_type");
  }

  private static boolean isFront(DocumentShape shape) {
    return shape.hasAny("_results/is_inbound", "_results/last_message/is_inbound")
        || shape.has("_results/posted_at", "_results/author")
        || shape.has("is_inbound", "recipients/handle");
  }
}
