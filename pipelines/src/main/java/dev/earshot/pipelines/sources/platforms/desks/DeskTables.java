package dev.earshot.pipelines.sources.platforms.desks;

import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.spec.FormatSpec;
import dev.earshot.pipelines.sources.spec.TieBreak;
import dev.earshot.pipelines.sources.tabular.HeaderedCsv;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The formats of desks that are tables with a message a row. */
public final class DeskTables {
  private static final String HOOTSUITE_ORIGIN =
      "Inbox 2.0, Exports, On-demand, the export of messages; state its time zone by --zone where that is"
          + " not UTC";

  /** One table holds public comments and direct messages: it is read as what it was given as. */
  private static final TieBreak HOOTSUITE =
      (kind, path) ->
          kind == RecordKind.POSTS
              ? Format.HOOTSUITE_CSV
              : kind == RecordKind.MESSAGES ? Format.HOOTSUITE_MESSAGES_CSV : null;

  public static final FormatSpec<Message> FRONT =
      messages(
          Format.FRONT_CSV,
          "Front",
          "front/export-messages*.csv",
          "Analytics, Export, messages, with the columns Message ID, Conversation ID, Direction, Inbox,"
              + " Message date, Contact handle, Extract; state its time zone by --zone where that is not UTC",
          "all of a text but its beginning, which is what Extract has; the social network; language",
          FrontTable::isHeader,
          null,
          accounts -> new FrontTable(accounts)::row);

  public static final FormatSpec<Message> INTERCOM =
      messages(
          Format.INTERCOM_CSV,
          "Intercom",
          "intercom/*.csv",
          "IntercomExport, with message entries (Intercom's own tables have no texts of customers)",
          "the social network; language; the customer of what an agent wrote before him",
          IntercomTable::isHeader,
          null,
          accounts -> new IntercomTable(accounts)::row);

  public static final FormatSpec<Post> HOOTSUITE_CSV =
      FormatSpec.of(Format.HOOTSUITE_CSV, Post.class)
          .guide(
              "Hootsuite",
              "hootsuite/messages*.csv",
              HOOTSUITE_ORIGIN,
              "the networks' own ids; what a comment answers, but for the post; language, all counts")
          .markedByHeader(HootsuiteInbox::isHeader)
          .toldApartBy(HOOTSUITE)
          .read(
              context ->
                  HeaderedCsv.posts(
                      Format.HOOTSUITE_CSV,
                      new HootsuiteInbox(context.accounts())::post,
                      context.limits()));

  public static final FormatSpec<Message> HOOTSUITE_MESSAGES_CSV =
      messages(
          Format.HOOTSUITE_MESSAGES_CSV,
          "Hootsuite",
          "hootsuite/messages*.csv",
          HOOTSUITE_ORIGIN,
          "the networks' own ids; language; whether a machine wrote",
          HootsuiteInbox::isHeader,
          HOOTSUITE,
          accounts -> new HootsuiteInbox(accounts)::message);

  private DeskTables() {}

  private static FormatSpec<Message> messages(
      Format format,
      String platform,
      String example,
      String origin,
      String missing,
      Predicate<String> mark,
      @Nullable TieBreak choice,
      Function<ChatAccounts, HeaderedCsv.RowReader<Message>> reader) {
    FormatSpec.Builder<Message> spec =
        FormatSpec.of(format, Message.class)
            .guide(platform, example, origin, missing)
            .markedByHeader(mark);
    return (choice == null ? spec : spec.toldApartBy(choice))
        .read(
            context ->
                HeaderedCsv.messages(format, reader.apply(context.accounts()), context.limits()));
  }
}
