package dev.earshot.pipelines.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.domain.AccountProfile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files of Mastodon, Bluesky, Reddit and YouTube, made by hand, and what stands in them. */
class PlatformFilesTest {
  private static Collected<?> assertReads(String file, Format format, String... lines)
      throws IOException {
    Collected<?> read = PlatformFixture.read(file, format);
    assertEquals(List.of(lines), PlatformFixture.lines(read));
    return read;
  }

  private static void assertSkips(Collected<?> read, Map<String, Integer> skipped) {
    assertEquals(skipped, PlatformFixture.skipped(read));
    assertEquals(List.of(), read.rejections);
  }

  @Test
  void mastodonTimeline() throws IOException {
    String first =
        "mastodon 1 by kim@meadow.example @kim@meadow.example 'First & second/line//by @veltrano'"
            + " en 2026-03-01T10:00:00Z likes 2 shares 1 comments 3 followers 5";
    assertSkips(
        assertReads(
            "mastodon/timeline.json",
            Format.MASTODON_API,
            first,
            "mastodon 2 by kim@meadow.example @kim@meadow.example 'lids//hidden under a warning' en"
                + " 2026-03-01T10:00:00Z answers 1 of kim@meadow.example image seen"
                + " 2026-03-01T12:00:00Z likes 2 shares 1 comments 3 followers 5",
            "mastodon 5 by 12 @lou 'First & second/line//by @veltrano' en 2026-03-01T11:00:00Z"
                + " repeats 1 followers 1",
            first),
        Map.of("not_public", 2));
    Collected<?> notifications =
        assertReads("mastodon/notifications.jsonl", Format.MASTODON_API, first);
    assertSkips(notifications, Map.of("other", 2, "profile", 1));
  }

  @Test
  void mastodonOutbox() throws IOException {
    assertSkips(
        assertReads(
            "mastodon/outbox.json",
            Format.MASTODON_OUTBOX,
            "mastodon https://meadow.example/n/1 by kim@meadow.example"
                + " @kim@meadow.example 'Kettle <3' de 2026-03-01T10:00:00Z in tag:1 image",
            "mastodon https://meadow.example/n/2 by kim@meadow.example"
                + " @kim@meadow.example 'Kettle <3' de 2026-03-01T10:00:00Z"
                + " answers https://other.example/n/9 in tag:1 image",
            "mastodon https://meadow.example/a/4 by kim@meadow.example"
                + " @kim@meadow.example '' 2026-03-01T10:00:00Z"
                + " repeats https://other.example/n/8"),
        Map.of("not_public", 1, "withdrawn", 1, "other", 1));
  }

  @Test
  void blueskyFeed() throws IOException {
    String post = "at://did:plc:%s/app.bsky.feed.post/%s";
    String root = post.formatted("mia", "r1");
    String quoted = post.formatted("noa", "q1");
    String reply = post.formatted("pia", "p1");
    Collected<?> read =
        assertReads(
            "bluesky/feed.json",
            Format.BLUESKY_API,
            "bluesky "
                + reply
                + " by did:plc:pia @pia.example 'and a lid' en 2026-03-01T10:00:00Z answers "
                + root
                + " of did:plc:mia quotes "
                + quoted
                + " in "
                + root
                + " record likes 1 shares 5 comments 4",
            "bluesky "
                + quoted
                + " by did:plc:noa @noa.example 'quoted' 2026-03-01T09:00:00Z likes 7",
            "bluesky "
                + root
                + " by did:plc:mia @mia.example 'the first kettle' en 2026-03-01T10:00:00Z"
                + " likes 1 shares 5 comments 4",
            "bluesky did:plc:tom repost "
                + reply
                + " by did:plc:tom @tom.example 'and a lid' en 2026-03-01T11:00:00Z repeats "
                + reply,
            "bluesky "
                + post.formatted("sam", "o1")
                + " by did:plc:sam @sam.example 'from 1970' en 2026-03-01T10:00:01Z"
                + " likes 1 shares 5 comments 4");
    assertSkips(read, Map.of("not_public", 1, "withdrawn", 1));
  }

  @Test
  void blueskyNotificationsAndStream() throws IOException {
    assertSkips(
        assertReads(
            "bluesky/notifications.json",
            Format.BLUESKY_API,
            "bluesky at://did:plc:uma/app.bsky.feed.post/n1 by did:plc:uma @uma.example"
                + " '@veltrano hi' 2026-03-01T10:00:00Z"),
        Map.of("other", 1));
    assertSkips(
        assertReads(
            "bluesky/jetstream.jsonl",
            Format.BLUESKY_API,
            "bluesky at://did:plc:val/app.bsky.feed.post/k1 by did:plc:val 'from the stream'"
                + " 2026-03-01T10:00:00Z"),
        Map.of("withdrawn", 1, "other", 1));
  }

  @Test
  void redditThread() throws IOException {
    assertSkips(
        assertReads(
            "reddit/thread.json",
            Format.REDDIT_API,
            "reddit t3_s1 by wim_fictional @wim_fictional 'Lid & kettle//It > all'"
                + " 2026-03-01T09:00:00Z in t3_s1 text seen 2026-03-01T11:00:00Z likes 10"
                + " comments 4",
            "reddit t1_c1 by xia_fictional @xia_fictional 'first' 2026-03-01T10:00:00Z"
                + " answers t3_s1 in t3_s1 likes 1",
            "reddit t1_c2 by wim_fictional @wim_fictional 'deep' 2026-03-01T10:00:00Z"
                + " answers t1_c1 in t3_s1",
            "reddit t1_c4 by unknown:t1_c4 'an answer to what is gone' 2026-03-01T10:00:00Z"
                + " answers t1_c3 in t3_s1 likes 1"),
        Map.of("stub", 1, "withdrawn", 1));
  }

  @Test
  void redditLinesAndTables() throws IOException {
    String first =
        "reddit t1_c1 by xia_fictional @xia_fictional 'first' 2026-03-01T10:00:00Z answers t3_s1"
            + " in t3_s1 likes 1";
    String later =
        "reddit t1_c5 by yan_fictional @yan_fictional 'later' 2026-03-01T10:00:00Z answers t3_s1"
            + " in t3_s1 likes 1";
    assertReads("reddit/polls.jsonl", Format.REDDIT_API, first, later, first, later);
    assertReads(
        "reddit/dump.jsonl",
        Format.REDDIT_API,
        "reddit t1_c6 by zoe_fictional @zoe_fictional 'a line of a dump' 2026-03-01T10:00:00Z"
            + " answers t3_s1 in t3_s1 likes 2");
    Collected<?> table =
        assertReads(
            "reddit/table.csv",
            Format.REDDIT_CSV,
            "reddit t3_s2 by unknown:t3_s2 'Kettle, and lid//two/lines & more'"
                + " 2026-03-01T09:00:00Z in t3_s2 text likes 7 comments 3");
    assertEquals(List.of("4 invalid_csv null"), PlatformFixture.rejections(table));
  }

  @Test
  void redditMessages() throws IOException {
    assertSkips(
        assertReads(
            "reddit/inbox.json",
            Format.REDDIT_API_MESSAGES,
            "reddit t4_m1 in t4_m1 wim_fictional>veltrano 'lid//where & when?'"
                + " 2026-03-01T10:00:00Z"),
        Map.of("other", 1));
  }

  @Test
  void youTube() throws IOException {
    assertSkips(
        assertReads(
            "youtube/threads.json",
            Format.YOUTUBE_API,
            "youtube t1 by UC1 @abe_fictional 'Nice & quiet/kettle' 2026-03-01T10:00:00Z"
                + " answers v1 in v1 seen 2026-03-01T11:00:00Z likes 2 comments 1",
            "youtube t1.r1 by UC2 @abe_fictional '*no*' 2026-03-01T10:00:00Z answers t1 in v1"
                + " seen 2026-03-01T11:00:00Z likes 2"),
        Map.of("not_public", 1));
    Collected<?> videos =
        assertReads(
            "youtube/videos.json",
            Format.YOUTUBE_API,
            "youtube v1 by UC9 'A kettle//boils' en 2026-03-01T09:00:00Z in v1 video likes 10"
                + " comments 3 shown 1000");
    assertSkips(videos, Map.of("not_public", 1, "profile", 1));
    assertEquals(
        List.of(
            new AccountProfile(
                "youtube", "UC9", "veltrano", 50L, null, 2L, 1_577_836_800_000_000L, null)),
        videos.profiles);
    assertSkips(
        assertReads(
            "youtube/search.json",
            Format.YOUTUBE_API,
            "youtube v3 by UC9 'Another kettle' 2026-03-01T09:00:00Z in v3 video"),
        Map.of("profile", 1, "other", 1));
  }
}
