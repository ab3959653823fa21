package dev.earshot.pipelines.sources.platforms.desks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.PlatformFixture;
import dev.earshot.pipelines.sources.RecordKind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables that desks export, with a message a row; files made by hand. */
class DeskTablesTest {
  @Test
  void frontsExportOfMessages() throws IOException {
    Collected<?> read =
        PlatformFixture.readAs(RecordKind.MESSAGES, "desks/front-export.csv", Format.FRONT_CSV);
    assertEquals(
        List.of(
            "front m1 in c1 ana@mail.example>Help 'My cap, arrived torn' 2026-03-01T10:00:00Z",
            "front m2 in c1 Help>ana@mail.example 'We got your message.' 2026-03-01T10:00:05Z"
                + " automated",
            "front m3 in c1 Help>ana@mail.example 'Sorry!/A new one is on its way'"
                + " 2026-03-01T11:00:00Z",
            "front m4 in c2 Ben C>Help 'Where is my parcel?' 2026-03-02T09:30:00Z",
            "front m5 in c2 Ben C>Help '' 2026-03-02T00:00:00Z"),
        PlatformFixture.lines(read));
    assertEquals(
        List.of("9 invalid_timestamp sent_at", "10 missing_field recipient_id"),
        PlatformFixture.rejections(read));
    assertEquals(Map.of("other", 1), PlatformFixture.skipped(read));
  }

  @Test
  void intercomsMessagesByIntercomExport() throws IOException {
    Collected<?> read =
        PlatformFixture.readAs(
            RecordKind.MESSAGES, "desks/intercom-export.csv", Format.INTERCOM_CSV);
    assertEquals(
        List.of(
            "intercom 601 in 61 u7>intercom 'My cap is torn' 2026-03-01T10:00:00Z",
            "intercom 602 in 61 intercom>u7 'We answer within a day.' 2026-03-01T10:00:02Z"
                + " automated",
            "intercom 604 in 61 intercom>u7 'Sorry! A new one comes.' 2026-03-01T11:00:00Z",
            "intercom 606 in 62 intercom>unknown:62 'Have you seen our caps?'"
                + " 2026-03-03T10:00:00Z",
            "intercom 607 in 62 l8>intercom 'Lovely' 2026-03-03T10:05:00Z"),
        PlatformFixture.lines(read));
    assertEquals(List.of("9 missing_field sent_at"), PlatformFixture.rejections(read));
    assertEquals(Map.of("not_public", 1, "other", 1), PlatformFixture.skipped(read));
  }

  @Test
  void commentsOfHootsuitesInbox() throws IOException {
    Collected<?> read =
        PlatformFixture.readAs(RecordKind.POSTS, "desks/hootsuite-inbox.csv", Format.HOOTSUITE_CSV);
    assertEquals(
        List.of(
            "facebook hootsuite:h1 by p1 'The new cap, lovely' 2026-03-01T10:00:00Z"
                + " of Kestrelwear Shop in https://www.facebook.com/1399_12479",
            "facebook hootsuite:h2 by Kestrelwear Shop 'Thank you!' 2026-03-01T11:00:00Z"
                + " in https://www.facebook.com/1399_12479",
            "x hootsuite:h3 by ben_c 'Where is my parcel?' 2026-03-01T12:00:00Z"
                + " in https://x.com/kestrelwear/status/201"),
        PlatformFixture.lines(read));
    assertEquals(List.of("10 missing_field author_id"), PlatformFixture.rejections(read));
    assertEquals(Map.of("not_public", 4), PlatformFixture.skipped(read));
  }

  @Test
  void directMessagesOfHootsuitesInbox() throws IOException {
    Collected<?> read =
        PlatformFixture.readAs(
            RecordKind.MESSAGES, "desks/hootsuite-inbox.csv", Format.HOOTSUITE_MESSAGES_CSV);
    assertEquals(
        List.of(
            "facebook hootsuite:h4 in hootsuite:k3 hootsuite:p2>Kestrelwear Shop"
                + " 'My cap arrived torn' 2026-03-02T09:00:00Z",
            "facebook hootsuite:h5 in hootsuite:k3 Kestrelwear Shop>hootsuite:p2"
                + " 'Sorry!/A new one comes' 2026-03-02T09:30:00Z",
            "whatsapp hootsuite:h6 in hootsuite:k4 hootsuite:+4915100000021>+4915100000009"
                + " 'Is the mug back?' 2026-03-02T10:00:00Z"),
        PlatformFixture.lines(read));
    assertEquals(List.of("9 invalid_timestamp sent_at"), PlatformFixture.rejections(read));
    assertEquals(Map.of("other", 4), PlatformFixture.skipped(read));
  }
}
