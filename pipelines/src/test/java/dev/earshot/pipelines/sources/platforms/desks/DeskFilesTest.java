package dev.earshot.pipelines.sources.platforms.desks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.domain.Message;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.Contexts;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.PlatformFixture;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.recognise.Formats;
import dev.earshot.pipelines.sources.times.LocalTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What desks' APIs answer; files made by hand. */
class DeskFilesTest {
  private static Collected<?> read(String name, Format format) throws IOException {
    return PlatformFixture.read("desks/" + name, format);
  }

  @Test
  void zendeskTickets() throws IOException {
    Collected<?> read = read("zendesk-tickets.json", Format.ZENDESK);
    assertEquals(
        List.of(
            "facebook zendesk:101 in zendesk:11 zendesk:7>770 'My cap is torn' 2026-03-01T10:00:00Z",
            "facebook zendesk:102 in zendesk:11 770>zendesk:7 'We got your message.'"
                + " 2026-03-01T10:00:01Z automated",
            "facebook zendesk:104 in zendesk:11 770>zendesk:7 'Sorry!/A new one is on its way.'"
                + " 2026-03-01T11:00:00Z"),
        PlatformFixture.lines(read));
    assertEquals(List.of("2 invalid_timestamp sent_at"), PlatformFixture.rejections(read));
    assertEquals(Map.of("not_public", 1, "other", 1, "stub", 1), PlatformFixture.skipped(read));
  }

  @Test
  void zendeskCommentsWithUsersBeside() throws IOException {
    Collected<?> read = read("zendesk-comments.json", Format.ZENDESK);
    assertEquals(
        List.of(
            "zendesk 201 help@kea.example>9 'Your parcel came back to us.' 2026-03-03T09:00:00Z",
            "zendesk 202 9>help@kea.example 'Please send it again' 2026-03-03T10:00:00Z",
            "zendesk 203 10>help@kea.example 'I am his sister' 2026-03-03T10:30:00Z"),
        PlatformFixture.lines(read));
  }

  @Test
  void zendeskAudits() throws IOException {
    Collected<?> read = read("zendesk-audits.json", Format.ZENDESK);
    assertEquals(
        List.of(
            "whatsapp zendesk:301 in zendesk:14 zendesk:12>+4915100000009 'Is the mug back?'"
                + " 2026-03-04T10:00:00Z",
            "whatsapp zendesk:306 in zendesk:14 +4915100000009>zendesk:12 'From Monday on.'"
                + " 2026-03-04T10:20:00Z"),
        PlatformFixture.lines(read));
    assertEquals(List.of("1 missing_field recipient_id"), PlatformFixture.rejections(read));
    assertEquals(Map.of("other", 1), PlatformFixture.skipped(read));
  }

  @Test
  void zendeskConversationLog() throws IOException {
    Collected<?> read = read("zendesk-log.json", Format.ZENDESK);
    assertEquals(
        List.of(
            "whatsapp zendesk:01AA in zendesk:16 kea.zendesk.example>zendesk:21 'Hello! How can I help?'"
                + " 2026-03-05T10:00:00Z automated",
            "whatsapp zendesk:01AB in zendesk:16 zendesk:21>kea.zendesk.example 'Is the mug back?'"
                + " 2026-03-05T10:00:30Z",
            "whatsapp zendesk:402 in zendesk:16 kea.zendesk.example>zendesk:21 'From Monday/on.'"
                + " 2026-03-05T10:20:00Z"),
        PlatformFixture.lines(read));
    assertEquals(List.of("1 invalid_timestamp sent_at"), PlatformFixture.rejections(read));
    assertEquals(Map.of("not_public", 1, "other", 1), PlatformFixture.skipped(read));
  }

  @Test
  void theNameThatTheBrandFileListsIsTheBrands() throws IOException {
    ChatAccounts accounts =
        new ChatAccounts(
            LocalTimes.UNKNOWN,
            (network, account) ->
                network.equals("facebook") && account.equals("kea.zendesk.example"));
    Collected<Message> read =
        Collected.file(
            Formats.open(Format.ZENDESK, Message.class, Contexts.of(accounts)),
            Path.of("../testdata/platforms/desks/zendesk-tickets.json"),
            ReadLimits.DEFAULT);
    assertEquals("kea.zendesk.example", read.records.get(0).recipientId());
    assertEquals("kea.zendesk.example", read.records.get(2).senderId());
  }

  @Test
  void intercom() throws IOException {
    Collected<?> read = read("intercom.jsonl", Format.INTERCOM);
    assertEquals(
        List.of(
            "instagram intercom:510 in intercom:51 intercom:u1>intercom 'My cap & mug are torn'"
                + " 2026-03-01T10:00:00Z",
            "instagram intercom:511 in intercom:51 intercom>intercom:u1 'Kea answers in a few hours.'"
                + " 2026-03-01T10:00:02Z automated",
            "instagram intercom:514 in intercom:51 intercom>intercom:u1"
                + " 'Sorry!//A new one is on its way.' 2026-03-01T11:00:00Z",
            "instagram intercom:515 in intercom:51 intercom:u1>intercom '' 2026-03-01T11:01:40Z",
            "instagram intercom:517 in intercom:51 intercom>intercom:u1 'Bye' 2026-03-01T11:05:00Z",
            "intercom 520 in 52 intercom>u2 'How was it?' 2026-03-02T10:00:00Z automated",
            "intercom 521 in 52 u2>intercom 'Fine' 2026-03-02T11:00:00Z",
            "intercom 522 in 52 intercom>u2 'Glad to hear' 2026-03-02T11:00:03Z automated",
            "x intercom:530 in intercom:53 intercom:u3>intercom '' 2026-03-03T10:00:00Z",
            "intercom 541 in 54 u4>intercom 'Hello?' 2026-03-04T10:00:00Z"),
        PlatformFixture.lines(read));
    assertEquals(List.of("6 missing_field recipient_id"), PlatformFixture.rejections(read));
    assertEquals(
        Map.of("not_public", 1, "other", 2, "withdrawn", 1), PlatformFixture.skipped(read));
  }

  @Test
  void freshdesk() throws IOException {
    Collected<?> read = read("freshdesk.json", Format.FRESHDESK);
    assertEquals(
        List.of(
            "facebook freshdesk:ticket-61 in freshdesk:61 freshdesk:71>freshdesk 'My cap is torn'"
                + " 2026-03-01T10:00:00Z",
            "facebook freshdesk:612 in freshdesk:61 freshdesk>freshdesk:71 'We got your message'"
                + " 2026-03-01T10:00:02Z automated",
            "facebook freshdesk:613 in freshdesk:61 freshdesk>freshdesk:71 'Sorry!/A new one comes.'"
                + " 2026-03-01T11:00:00Z",
            "facebook freshdesk:614 in freshdesk:61 freshdesk:71>freshdesk 'Thanks'"
                + " 2026-03-01T12:00:00Z",
            "freshdesk ticket-62 in 62 freshdesk>72 'Your parcel came back' 2026-03-02T10:00:00Z",
            "freshdesk 641 in 64 74>help@kea.example 'Hello?' 2026-03-02T12:00:00Z"),
        PlatformFixture.lines(read));
    assertEquals(List.of("9 missing_field recipient_id"), PlatformFixture.rejections(read));
    assertEquals(Map.of("not_public", 1, "stub", 1), PlatformFixture.skipped(read));
  }

  @Test
  void chatwootMessages() throws IOException {
    Collected<?> read = read("chatwoot-messages.json", Format.CHATWOOT);
    assertEquals(
        List.of(
            "chatwoot 801 in 8 81>inbox-4 'My cap is torn' 2026-03-01T10:00:00Z",
            "chatwoot 802 in 8 inbox-4>81 'We answer in a few hours.' 2026-03-01T10:00:01Z automated",
            "chatwoot 805 in 8 inbox-4>81 'Sorry! A new one comes.' 2026-03-01T11:00:00Z",
            "chatwoot 806 in 8 inbox-4>81 'Was it good?' 2026-03-01T11:01:40Z automated",
            "chatwoot 808 in 8 81>inbox-4 '' 2026-03-01T11:05:00Z"),
        PlatformFixture.lines(read));
    assertEquals(
        Map.of("not_public", 1, "other", 1, "withdrawn", 1), PlatformFixture.skipped(read));
  }

  @Test
  void chatwootConversationsAndWebhooks() throws IOException {
    Collected<?> read = read("chatwoot-conversations.json", Format.CHATWOOT);
    assertEquals(
        List.of(
            "whatsapp chatwoot:901 in chatwoot:9 chatwoot:82>inbox-5 'Is the mug back?'"
                + " 2026-03-02T10:00:00Z"),
        PlatformFixture.lines(read));
    assertEquals(Map.of("stub", 1), PlatformFixture.skipped(read));
    Collected<?> hooks = read("chatwoot-webhooks.jsonl", Format.CHATWOOT);
    assertEquals(
        List.of(
            "telegram chatwoot:1001 in chatwoot:11 chatwoot:84>inbox-7 'Hello Kea'"
                + " 2026-03-02T09:00:00Z",
            "telegram chatwoot:1002 in chatwoot:11 inbox-7>chatwoot:84 'Hello! I am a bot'"
                + " 2026-03-02T09:00:01Z automated"),
        PlatformFixture.lines(hooks));
    assertEquals(Map.of("other", 1), PlatformFixture.skipped(hooks));
  }

  @Test
  void front() throws IOException {
    Collected<?> read = read("front.json", Format.FRONT);
    assertEquals(
        List.of(
            "front msg_1 in cnv_1 ana@mail.example>help@kea.example 'My cap is torn'"
                + " 2026-03-01T10:00:00.123Z",
            "front msg_3 in cnv_1 help@kea.example>ana@mail.example 'Sorry!/A new one comes.'"
                + " 2026-03-01T11:00:00Z",
            "x front:msg_4 in front:cnv_2 front:crd_2>front '' 2026-03-02T10:00:00Z",
            "whatsapp front:msg_5 in front:cnv_3 front:+4915100000001>+4915100000009"
                + " 'Is the mug back?' 2026-03-02T11:00:00Z"),
        PlatformFixture.lines(read));
    assertEquals(Map.of("not_public", 1, "other", 1), PlatformFixture.skipped(read));
  }
}
