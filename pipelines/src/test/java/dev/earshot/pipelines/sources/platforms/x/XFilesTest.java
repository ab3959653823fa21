package dev.earshot.pipelines.sources.platforms.x;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.domain.AccountProfile;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.ExportOwner;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.PlatformFixture;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files of X with every oddity, made by hand, and the records that stand in them. */
class XFilesTest {
  private static final ExportOwner OWNER = new ExportOwner("201", "veltrano");
  private static final String DAY = "2026-03-01T";

  @Test
  void aStreamOfVersionOne() throws IOException {
    Collected<?> read = PlatformFixture.read("x/stream.jsonl", Format.X_API_V1);
    String first =
        "x 2028048384000000001 by 101 @ann_fictional 'My kettle from Veltrano & a long story about"
            + " its lid <3' en 2026-03-01T10:00:00Z photo likes 3 shares 3 comments 4 followers 12";
    assertEquals(
        List.of(
            first,
            "x 2028048384000000002 by 102 @bob_fictional 'RT @ann_fictional: My kettle from"
                + " Veltrano & a long story about its lid <3' en 2026-03-01T10:01:00Z"
                + " repeats 2028048384000000001 followers 7",
            first,
            "x 2028048384000000003 by 103 @cat_fictional '@ann_fictional same here'"
                + " 2026-03-01T10:02:00Z answers 2028048384000000001 of 101"
                + " quotes 2028048384000000001 likes 1 shares 0 followers 9",
            "x 9007199254740993 by 106 @fay_fictional 'an id between two doubles'"
                + " 2026-03-01T10:05:00Z"),
        PlatformFixture.lines(read));
    assertEquals(
        List.of("10 invalid_json null", "12 invalid_timestamp posted_at"),
        PlatformFixture.rejections(read));
    assertEquals(
        Map.of("withdrawn", 2, "not_public", 1, "other", 1), PlatformFixture.skipped(read));
  }

  @Test
  void aPageOfVersionTwo() throws IOException {
    Collected<?> read = PlatformFixture.read("x/page.json", Format.X_API_V2);
    assertEquals(
        List.of(
            "x 2028048384000000101 by 201 @veltrano 'Veltrano kettles are quieter now' en "
                + DAY
                + "11:30:00Z in 2028048384000000101 photo seen 2026-03-02T00:00:00Z likes 3"
                + " shares 5 comments 2 shown 500 followers 900",
            "x 2028048384000000103 by 202 @hal_fictional 'RT @gil_fictional: a text that is cut off"
                + " on the retweet, whole here' en 2026-03-01T12:00:00Z"
                + " repeats 2028048384000000104",
            "x 2028048384000000105 by 201 @veltrano 'short, and then the long part of the note' "
                + DAY
                + "12:10:00Z answers 2028048384000000103 of 202 quotes 2028048384000000999"
                + " seen 2026-03-02T00:00:00Z followers 900",
            "x 2028048384000000104 by 203 @gil_fictional 'a text that is cut off on the retweet,"
                + " whole here' en 2026-03-01T11:00:00Z",
            "x 2028048384000000101 by 201 @veltrano 'Veltrano kettles are louder now' en "
                + DAY
                + "11:20:00Z likes 1 shares 0 comments 0 followers 900"),
        PlatformFixture.lines(read));
    assertEquals(List.of(), read.rejections);
    assertEquals(
        Map.of("withdrawn", 2, "not_public", 1, "profile", 4, "other", 1),
        PlatformFixture.skipped(read));
    assertEquals(
        new AccountProfile(
            "x",
            "201",
            "veltrano",
            900L,
            3L,
            77L,
            1_577_836_800_000_000L,
            true,
            null,
            null,
            Instant.parse("2026-03-02T00:00:00Z").getEpochSecond() * 1_000_000),
        read.profiles.get(0));
  }

  /** All versions have the id of the first, and whoever answers a later one answers that post. */
  @Test
  void referencesToLaterVersionsAreToThePost() throws IOException {
    assertEquals(
        List.of(
            "x 2028048384000000403 by 203 'to the second version' 2026-03-01T12:00:00Z"
                + " answers 2028048384000000401 quotes 2028048384000000404"
                + " in 2028048384000000401",
            "x 2028048384000000404 by 203 'last words' 2026-03-01T11:45:00Z likes 2",
            "x 2028048384000000401 by 201 'second version' 2026-03-01T11:30:00Z"),
        PlatformFixture.lines(PlatformFixture.read("x/edited.json", Format.X_API_V2)));
    assertEquals(
        List.of(
            "x 2028048384000000401 by 201 @veltrano 'first version' 2026-03-01T11:20:00Z likes 1"
                + " shares 0",
            "x 2028048384000000406 by 203 @gil_fictional 'look' 2026-03-01T12:00:00Z"
                + " quotes 2028048384000000401",
            "x 2028048384000000401 by 201 @veltrano 'second version' 2026-03-01T11:30:00Z likes 4"
                + " shares 0"),
        PlatformFixture.lines(PlatformFixture.read("x/edited.jsonl", Format.X_API_V1)));
  }

  /** 2028048384000000201 >> 22 = 483524414062 ms after the epoch of X, 1288834974657. */
  @Test
  void aFlatLineWhoseTimeOnlyItsIdTells() throws IOException {
    Collected<?> read = PlatformFixture.read("x/flat.jsonl", Format.X_API_V2);
    assertEquals(
        List.of(
            "x 2028048384000000201 by 205 @jon_fictional '@veltrano where is my kettle?' en "
                + java.time.Instant.ofEpochMilli(483_524_414_062L + 1_288_834_974_657L)
                + " quotes 2028048384000000202 followers 4",
            "x 2028048384000000202 by 201 @veltrano 'soon' 2026-03-01T09:00:00Z"),
        PlatformFixture.lines(read));
  }

  @Test
  void anArchive() throws IOException {
    Collected<?> tweets = PlatformFixture.read("x/archive/data/tweets.js", Format.X_ARCHIVE, OWNER);
    assertEquals(
        List.of(
            "x 2028048384000000301 by 201 @veltrano 'New kettles & lids' en 2026-03-01T13:00:00Z"
                + " likes 5 shares 1",
            "x 2028048384000000302 by 201 @veltrano '@ann_fictional sorry about the lid'"
                + " 2026-03-01T13:05:00Z answers 2028048384000000001 of 101 likes 0 shares 0",
            "x 2028048384000000303 by 201 @veltrano 'Lids are back' 2026-03-01T13:10:00Z likes 1"
                + " shares 0"),
        PlatformFixture.lines(tweets));
    assertEquals(
        Map.of("withdrawn", 1),
        PlatformFixture.skipped(
            PlatformFixture.read("x/archive/data/deleted-tweets.js", Format.X_ARCHIVE)));
    assertEquals(
        Map.of("other", 1),
        PlatformFixture.skipped(PlatformFixture.read("x/archive/data/like.js", Format.X_ARCHIVE)));
    assertEquals(
        Map.of("profile", 1),
        PlatformFixture.skipped(
            PlatformFixture.read("x/archive/data/account.js", Format.X_ARCHIVE)));
  }

  /** The notes stand beside it, without ids: two of one moment, two that begin alike. */
  @Test
  void longTextsOfAnArchive() throws IOException {
    Collected<?> read =
        PlatformFixture.read("x/archive/data/tweets-part1.js", Format.X_ARCHIVE, OWNER);
    String note =
        "Veltrano kettles & lids, a long story: "
            + "it boils, it sings, it stops on time. ".repeat(8)
            + "All of it: https://veltrano.example/story";
    String other = "Another story of the same second: " + "nobody knows how it ends. ".repeat(12);
    String twice = "Twice the same beginning, and then this. ".repeat(8);
    String first =
        "Veltrano kettles & lids, a long story: "
            + "it boils, it sings, it stops on time. ".repeat(8);
    assertEquals(
        List.of(
            note,
            other,
            first.substring(0, 250).strip() + "… https://t.co/zz1",
            "Cut by hand… or not",
            twice.substring(0, 250).strip() + "… https://t.co/zz1",
            "… https://t.co/zz2"),
        read.records.stream().map(post -> ((Post) post).text()).toList());
    assertEquals(
        Map.of("other", 6),
        PlatformFixture.skipped(
            PlatformFixture.read("x/archive/data/note-tweet.js", Format.X_ARCHIVE)));
  }

  @Test
  void anArchiveWithoutItsAccount() throws IOException {
    Collected<?> tweets = PlatformFixture.read("x/archive/data/tweets.js", Format.X_ARCHIVE);
    assertEquals(
        "x 2028048384000000301 by unknown:2028048384000000301 'New kettles & lids' en"
            + " 2026-03-01T13:00:00Z likes 5 shares 1",
        PlatformFixture.lines(tweets).get(0));
  }

  @Test
  void messages() throws IOException {
    Collected<?> group =
        PlatformFixture.read(
            "x/archive/data/direct-messages-group.js", Format.X_ARCHIVE_MESSAGES, OWNER);
    assertEquals(
        List.of(
            "x m1 in g1 101>201 'is anyone there?' 2026-03-01T15:00:00Z",
            "x m2 in g1 201>g1 'we are <3' 2026-03-01T15:01:00Z"),
        PlatformFixture.lines(group));
    assertEquals(Map.of("other", 2), PlatformFixture.skipped(group));
    Collected<?> events = PlatformFixture.read("x/dm_events.json", Format.X_API_V2_MESSAGES);
    assertEquals(
        List.of("x d1 in 101-201 201>101 'hello' 2026-03-01T16:00:00Z"),
        PlatformFixture.lines(events));
    assertEquals(Map.of("other", 1), PlatformFixture.skipped(events));
    assertEquals(
        List.of("x e1 101>201 'my lid & I' 2026-03-01T16:00:00Z"),
        PlatformFixture.lines(
            PlatformFixture.read("x/direct_messages.json", Format.X_API_V1_MESSAGES)));
  }
}
