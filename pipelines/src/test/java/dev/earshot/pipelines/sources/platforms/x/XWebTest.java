package dev.earshot.pipelines.sources.platforms.x;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.domain.AccountProfile;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.PlatformFixture;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers of X's web site with every oddity, made by hand, and the records that stand in them. */
class XWebTest {
  private static final String DAY = " 2026-03-01T";
  private static final String BOILS =
      "It boils <fast>, and the lid stays cool; that is all I ever asked of one. ";
  private static final String LONG =
      "My Veltrano kettle sings & sings. " + BOILS.repeat(4) + "More: https://veltrano.example/lid";

  @Test
  void aSearch() throws IOException {
    Collected<?> read = PlatformFixture.read("x/web/SearchTimeline.json", Format.X_WEB);
    String first =
        "x 2028048384000000001 by 301 @ann_fictional '"
            + LONG
            + "' en 2026-03-01T10:00:00Z in 2028048384000000001 likes 3 shares 3 comments 4 shown"
            + " 1500 followers 12";
    assertEquals(
        List.of(
            first,
            "x 2028048384000000002 by 302 @bob_fictional '@ann_fictional same here"
                + " https://t.co/qq1' en"
                + DAY
                + "10:01:00Z answers 2028048384000000001 of 301 quotes 2028048384000000003 in"
                + " 2028048384000000001 likes 1 shares 0 comments 0 followers 7",
            "x 2028048384000000003 by 303 @cat_fictional 'I would not buy it again' en"
                + DAY
                + "09:00:00Z in 2028048384000000003 likes 0 shares 0 comments 0 shown 7 followers 9",
            "x 2028048384000000004 by 304 @dan_fictional 'RT @ann_fictional: "
                + LONG
                + "' en"
                + DAY
                + "10:02:00Z repeats 2028048384000000001 in 2028048384000000004 followers 0",
            first,
            "x 2028048384000000006 by 306 'nobody says who wrote this' en"
                + DAY
                + "10:04:00Z quotes 2028048384000000099 in 2028048384000000006 likes 0 shares 0"
                + " comments 0",
            "x 2028048384000000008 by 308 @hal_fictional 'Veltrano kettles, corrected'"
                + DAY
                + "10:06:00Z in 2028048384000000009 photo likes 0 shares 0 comments 0 shown 20"
                + " followers 5"),
        PlatformFixture.lines(read));
    assertEquals(
        List.of("invalid_timestamp posted_at"),
        PlatformFixture.rejections(read).stream()
            .map(line -> line.substring(line.indexOf(' ') + 1))
            .toList());
    assertEquals(
        Map.of("not_public", 1, "withdrawn", 2, "stub", 1, "profile", 2),
        PlatformFixture.skipped(read));
  }

  @Test
  void accountsOfBothShapes() throws IOException {
    Collected<?> read = PlatformFixture.read("x/web/SearchTimeline.json", Format.X_WEB);
    long second = 1_425_204_000_000_000L;
    assertEquals(
        List.of(
            new AccountProfile("x", "301", "ann_fictional", 12L, 2L, 30L, second, false),
            new AccountProfile(
                "x", "302", "bob_fictional", 7L, 4L, 50L, second + 86_400_000_000L, true)),
        read.profiles);
  }

  @Test
  void answersOnLines() throws IOException {
    Collected<?> read = PlatformFixture.read("x/web/answers.jsonl", Format.X_WEB);
    assertEquals(
        List.of(
            "x 2028048384000000021 by 301 @ann_fictional 'in a thread' en"
                + DAY
                + "11:00:00Z in 2028048384000000021 likes 0 shares 0 comments 0 followers 12",
            "x 2028048384000000022 by 302 @bob_fictional 'asked for by its id' en"
                + DAY
                + "11:01:00Z in 2028048384000000022 likes 0 shares 0 comments 0 shown 3 followers 7",
            "x 2028048384000000023 by 301 @ann_fictional 'pinned' en"
                + DAY
                + "11:02:00Z in 2028048384000000023 likes 0 shares 0 comments 0 followers 12"),
        PlatformFixture.lines(read));
    assertEquals(List.of("7 invalid_json null"), PlatformFixture.rejections(read));
    assertEquals(Map.of("withdrawn", 1, "stub", 1, "other", 1), PlatformFixture.skipped(read));
  }

  @Test
  void postsThatAScraperCollected() throws IOException {
    String post =
        "x 2028048384000000031 by 301 @ann_fictional 'alone in a list' en"
            + DAY
            + "12:00:00Z in 2028048384000000031 likes 0 shares 0 comments 0 shown 1 followers 12";
    Collected<?> read = PlatformFixture.read("x/web/tweets.json", Format.X_WEB);
    assertEquals(List.of(post), PlatformFixture.lines(read));
    assertEquals(Map.of("withdrawn", 1, "other", 1), PlatformFixture.skipped(read));
    assertEquals(
        List.of(post),
        PlatformFixture.lines(PlatformFixture.read("x/web/list.json", Format.X_WEB)));
  }
}
