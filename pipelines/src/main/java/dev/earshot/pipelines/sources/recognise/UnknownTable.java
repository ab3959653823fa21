package dev.earshot.pipelines.sources.recognise;

import dev.earshot.pipelines.sources.UnknownFormatException;
import dev.earshot.pipelines.sources.tabular.HeaderedCsv;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Says why a table cannot be read without a mapping, and what helps. */
final class UnknownTable {
  private static final String NO_MESSAGES = ", which has no messages; ";
  private static final String ZENDESK =
      "is Zendesk's list of tickets"
          + NO_MESSAGES
          + "export the account as JSON, or take GET /api/v2/tickets/ID/conversation_log of each";
  private static final String FRESHDESK =
      "is Freshdesk's list of tickets"
          + NO_MESSAGES
          + "take GET /api/v2/tickets/ID?include=conversations of each";
  private static final String CHATWOOT =
      "is a report of Chatwoot"
          + NO_MESSAGES
          + "take GET /api/v1/accounts/ID/conversations/ID/messages of each conversation";
  private static final String FRONT =
      "is Front's export of messages without their texts; export it again with the columns"
          + " Message ID, Conversation ID, Direction, Inbox, Message date, Contact handle, Extract";
  private static final String HOOTSUITE =
      "is Hootsuite's list of conversations"
          + NO_MESSAGES
          + "take the export of messages of the same page";

  /**
   * A table by columns that it has, in lower case.
   *
   * @param columns all of them
   * @param what it is, and what helps
   */
  private record Known(Set<String> columns, String what) {}

  /**
   * From public readers and writers of these tables: Zendesk's export of tickets begins with
   * "Summation column"; Freshdesk's columns are those of its own test; Chatwoot's are of its
   * config/locales/en.yml; Front's of its API documentation; Hootsuite's of its help page.
   */
  private static final List<Known> ALL =
      List.of(
          new Known(Set.of("summation column", "id", "requester", "assignee"), ZENDESK),
          new Known(Set.of("id", "requester", "assignee stations", "group stations"), ZENDESK),
          new Known(Set.of("ticket id", "agent interactions", "customer interactions"), FRESHDESK),
          new Known(Set.of("ticket id", "resolution status", "first response status"), FRESHDESK),
          new Known(Set.of("avg first response time", "avg resolution time"), CHATWOOT),
          new Known(Set.of("conversation id", "sla policy", "link to the conversation"), CHATWOOT),
          new Known(Set.of("message id", "conversation id", "direction", "response time"), FRONT),
          new Known(
              Set.of("conversation id", "medium", "channel", "contact primary identifier"),
              HOOTSUITE));

  private UnknownTable() {}

  static UnknownFormatException of(String header) {
    Set<String> columns =
        HeaderedCsv.columns(header).stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    String unread = KnownUnread.ofHeader(header);
    return new UnknownFormatException(
        unread != null
            ? unread
            : ALL.stream()
                .filter(known -> columns.containsAll(known.columns()))
                .findFirst()
                .map(Known::what)
                .orElse(
                    "looks like CSV (posts-csv, messages-csv and the like), for which a mapping of"
                        + " this kind must name the columns"));
  }
}
