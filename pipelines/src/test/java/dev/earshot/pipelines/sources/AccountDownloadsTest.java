package dev.earshot.pipelines.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.recognise.Formats;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What accounts download of themselves, and Misskey; files made by hand. */
class AccountDownloadsTest {
  @Test
  void redditComments() throws IOException {
    Collected<?> read = PlatformFixture.read("reddit/account_comments.csv", Format.REDDIT_ACCOUNT);
    assertEquals(
        List.of(
            "reddit t1_mqa1 by unknown:t1_mqa1 'I like Kea, \"really\"' 2025-03-01T10:00:00Z answers"
                + " t3_abc1 in t3_abc1",
            "reddit t1_mqa3 by unknown:t1_mqa3 'two/lines' 2025-03-01T10:02:00Z answers t1_mqa1 in"
                + " t3_abc1"),
        PlatformFixture.lines(read));
    assertEquals(
        List.of("3 invalid_csv null", "6 invalid_timestamp posted_at"),
        PlatformFixture.rejections(read));
    assertEquals(Map.of("withdrawn", 1), PlatformFixture.skipped(read));
  }

  @Test
  void redditPosts() throws IOException {
    Collected<?> read = PlatformFixture.read("reddit/account_posts.csv", Format.REDDIT_ACCOUNT);
    assertEquals(
        List.of(
            "reddit t3_abc2 by unknown:t3_abc2 'Kea mugs//which one?' 2025-03-02T09:00:00Z in"
                + " t3_abc2 text"),
        PlatformFixture.lines(read));
    assertEquals(List.of(), PlatformFixture.rejections(read));
  }

  @Test
  void youTubeTakeoutInAnyLanguage() throws IOException {
    Collected<?> read = PlatformFixture.read("youtube/takeout.csv", Format.YOUTUBE_TAKEOUT);
    assertEquals(
        List.of(
            "youtube Ugx1 by UCana 'My Kea cap is lovely/and warm' 2025-03-01T10:00:00.123456Z"
                + " answers vid00000001 in vid00000001",
            "youtube Ugx2 by UCana 'Kea ❤' 2025-03-01T11:00:00Z answers Ugx1 in vid00000001",
            "youtube Ugx3 by UCana 'Kea socks' 2025-03-01T12:00:00Z"),
        PlatformFixture.lines(read));
    assertEquals(
        List.of("5 invalid_field text", "6 missing_field posted_at"),
        PlatformFixture.rejections(read));
  }

  @Test
  void misskeyNotes() throws IOException {
    Collected<?> read = PlatformFixture.read("misskey/notes.json", Format.MISSKEY);
    assertEquals(
        List.of(
            "misskey 9a1 by 8u1 @ana 'mugs//I like Kea' 2025-03-01T10:00:00Z image likes 4 shares 1"
                + " comments 2",
            "misskey 9a2 by 8u2 @ben 'Kea again' 2025-03-01T10:01:00Z repeats 9a3",
            "misskey 9a3 by 8u1 @ana 'Kea again' 2025-03-01T09:00:00Z likes 2 shares 1 comments 0",
            "misskey 9a4 by 8u2 @ben 'look' 2025-03-01T10:02:00Z answers 9a1 quotes 9a3"),
        PlatformFixture.lines(read));
    assertEquals(List.of("6 invalid_timestamp posted_at"), PlatformFixture.rejections(read));
    assertEquals(Map.of("not_public", 1), PlatformFixture.skipped(read));
  }

  @Test
  void misskeyExport() throws IOException {
    Collected<?> read = PlatformFixture.read("misskey/export.json", Format.MISSKEY);
    assertEquals(
        List.of("misskey 9b1 by unknown:9b1 'I like Kea' 2025-03-01T10:00:00Z"),
        PlatformFixture.lines(read));
  }

  private static final Path TIKTOK = Path.of("../testdata/platforms/tiktok/user_data_tiktok.json");

  @Test
  void tikTokPostsAndComments() throws IOException {
    Collected<Post> read =
        Collected.file(
            Formats.open(Format.TIKTOK_DOWNLOAD, Post.class, Contexts.NOBODY),
            TIKTOK,
            ReadLimits.DEFAULT);
    List<String> lines = PlatformFixture.lines(read);
    assertEquals(
        "tiktok 7300000000000000001 by unknown:7300000000000000001 'Kea mugs' 2026-02-28T10:00:00Z"
            + " video likes 12",
        lines.get(1));
    assertEquals(2, lines.size(), "a comment and a video");
    assertEquals("Kea yes", read.records.get(0).text());
    assertEquals(1_772_272_800_000_000L, read.records.get(0).postedAtMicros());
    assertEquals(List.of("5 invalid_timestamp posted_at"), PlatformFixture.rejections(read));
    assertEquals(Map.of("not_public", 1), PlatformFixture.skipped(read));
  }

  @Test
  void tikTokMessages() throws IOException {
    Collected<Message> read =
        Collected.file(
            Formats.open(Format.TIKTOK_DOWNLOAD_MESSAGES, Message.class, Contexts.NOBODY),
            TIKTOK,
            ReadLimits.DEFAULT);
    assertEquals(
        List.of("ana>kea_desk my mug broke", "kea_desk>ana we look", "ben>kea_desk hello"),
        read.records.stream()
            .map(one -> one.senderId() + ">" + one.recipientId() + " " + one.text())
            .toList());
    assertEquals(List.of(), PlatformFixture.rejections(read));
  }

  @Test
  void tikTokResearch() throws IOException {
    assertEquals(
        List.of(
            "tiktok 7300000000000000003 by unknown:7300000000000000003 'Kea yes' 2025-03-01T10:00:00Z"
                + " answers 7300000000000000001 in 7300000000000000001 likes 2 comments 0"),
        PlatformFixture.lines(
            PlatformFixture.read("tiktok/comments.json", Format.TIKTOK_RESEARCH)));
    Collected<?> videos = PlatformFixture.read("tiktok/videos.json", Format.TIKTOK_RESEARCH);
    assertEquals(
        List.of(
            "tiktok 7300000000000000001 by kea_desk @kea_desk 'Kea mugs' 2025-03-01T09:00:00Z in"
                + " 7300000000000000001 video likes 5 shares 1 comments 2 shown 100"),
        PlatformFixture.lines(videos));
    assertEquals(List.of("3 missing_field post_id"), PlatformFixture.rejections(videos));
  }
}
