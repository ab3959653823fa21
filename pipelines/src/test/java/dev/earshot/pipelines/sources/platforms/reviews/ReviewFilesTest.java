package dev.earshot.pipelines.sources.platforms.reviews;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.Contexts;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.PlatformFixture;
import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.json.ChatMembers;
import dev.earshot.pipelines.sources.recognise.FileHead;
import dev.earshot.pipelines.sources.recognise.Formats;
import dev.earshot.pipelines.sources.times.LocalTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reviews as stores and portals give them; files made by hand. */
class ReviewFilesTest {
  private static Collected<?> read(String name, Format format) throws IOException {
    return PlatformFixture.read("reviews/" + name, format);
  }

  @Test
  void appStoreFeed() throws IOException {
    Collected<?> read = read("app-store-feed.json", Format.APP_STORE);
    assertEquals(
        List.of(
            "app-store 71001 by 9001 'Crashes//It crashes at checkout' 2026-03-01T10:00:00Z of 4401 in"
                + " 71001 likes 3",
            "app-store 71002 by unknown:71002 'Lovely' 2026-03-02T10:00:00Z of 4401 in 71002"),
        PlatformFixture.lines(read));
    assertEquals(List.of("1 missing_field posted_at"), PlatformFixture.rejections(read));
    assertEquals(Map.of("profile", 1), PlatformFixture.skipped(read));
  }

  @Test
  void aFeedOfAnAppThatNobodyReviewed() throws IOException {
    byte[] feed =
        Collected.bytes(
            """
            {"feed":{"author":{"name":{"label":"iTunes Store"}},"updated":{"label":"2026-03-01T10:00:00-07:00"},
             "rights":{"label":"Copyright"},"title":{"label":"iTunes Store: Customer Reviews"},
             "icon":{"label":"http://itunes.example/icon"},"link":[{"attributes":{"rel":"alternate"}}],
             "id":{"label":"https://itunes.example/gb/rss/customerreviews/id=4401/json"}}}
            """);
    assertEquals(
        Format.APP_STORE,
        FileHead.read(new ByteArrayChannel(feed, feed.length), ReadLimits.DEFAULT)
            .format(null)
            .orElseThrow());
    Collected<?> read =
        Collected.whole(
            Formats.of(Format.APP_STORE).open(Contexts.NOBODY),
            new ByteArrayChannel(feed, feed.length));
    assertEquals(List.of(), read.records);
    assertEquals(Map.of(), PlatformFixture.skipped(read));
  }

  @Test
  void appStoreConnect() throws IOException {
    Collected<?> read = read("app-store-connect.json", Format.APP_STORE);
    assertEquals(
        List.of(
            "app-store 00000001-aaaa by unknown:00000001-aaaa 'Slow//Search is slow'"
                + " 2026-03-01T17:00:00Z of 4401 in 00000001-aaaa",
            "app-store 00000001-aaaa:reply by 4401 'Fixed in 2.2' 2026-03-03T17:00:00Z answers"
                + " 00000001-aaaa in 00000001-aaaa",
            "app-store 00000002-aaaa by unknown:00000002-aaaa 'Great' 2026-03-02T17:00:00Z of 4401 in"
                + " 00000002-aaaa"),
        PlatformFixture.lines(read));
  }

  @Test
  void googlePlayApi() throws IOException {
    Collected<?> read = read("google-play.json", Format.GOOGLE_PLAY);
    assertEquals(
        List.of(
            "google-play gp:AOq1 by unknown:gp:AOq1 'Crashes//It crashes at checkout' en"
                + " 2026-03-01T10:00:00Z of google-play in gp:AOq1 likes 3",
            "google-play gp:AOq1:reply by google-play 'Fixed in 2.2' 2026-03-01T12:00:00Z answers"
                + " gp:AOq1 in gp:AOq1",
            "google-play gp:AOq2 by unknown:gp:AOq2 'Schön' de 2026-03-02T10:00:00Z of google-play in"
                + " gp:AOq2"),
        PlatformFixture.lines(read));
    assertEquals(List.of("4 missing_field posted_at"), PlatformFixture.rejections(read));
  }

  @Test
  void googlePlayConsoleInUtf16WithRatingsAlone() throws IOException {
    Collected<?> read = read("google-play-console.csv", Format.GOOGLE_PLAY_CSV);
    List<String> lines = PlatformFixture.lines(read);
    assertEquals(
        List.of(
            "google-play gp:AOq1 by unknown:gp:AOq1 'Crashes//It crashes, always/at checkout' en"
                + " 2026-03-01T10:00:00Z of com.example.kea in gp:AOq1",
            "google-play gp:AOq1:reply by com.example.kea 'Fixed in 2.2' 2026-03-01T12:00:00Z answers"
                + " gp:AOq1 in gp:AOq1",
            "google-play gp:AOq2 by unknown:gp:AOq2 'Schön 😀' de 2026-03-02T10:00:00Z of"
                + " com.example.kea in gp:AOq2"),
        lines.subList(0, 3));
    String rating = lines.get(3).split(" ", -1)[1];
    assertEquals(32, rating.length());
    assertEquals(
        "google-play R by unknown:R '' fr 2026-03-02T11:00:00Z of com.example.kea in R"
            .replace("R", rating),
        lines.get(3));
    assertEquals(4, lines.size());
    assertEquals(
        List.of("6 invalid_timestamp posted_at", "7 invalid_csv null"),
        PlatformFixture.rejections(read));
  }

  @Test
  void theNameOfTheAppThatTheBrandFileListsIsTheOwners() throws IOException {
    ChatAccounts accounts =
        new ChatAccounts(
            LocalTimes.UNKNOWN,
            (network, account) -> network.equals("trustpilot") && account.equals("bu1"));
    Collected<Post> read =
        Collected.file(
            Formats.open(Format.TRUSTPILOT, Post.class, Contexts.of(accounts)),
            Path.of("../testdata/platforms/reviews/trustpilot.json"),
            ReadLimits.DEFAULT);
    assertEquals("bu1", read.records.get(0).thread().inReplyToAuthorId());
    assertEquals("bu1", read.records.get(1).authorId());
  }

  @Test
  void trustpilot() throws IOException {
    Collected<?> read = read("trustpilot.json", Format.TRUSTPILOT);
    assertEquals(
        List.of(
            "trustpilot 65a1 by c1 'Never came//My parcel never came' en 2026-03-01T10:00:00Z of"
                + " kea.example in 65a1 likes 2",
            "trustpilot 65a1:reply by kea.example 'Sorry! We send it again.' 2026-03-01T12:00:00Z"
                + " answers 65a1 in 65a1",
            "trustpilot 65a2 by c2 'Top' de 2026-03-02T10:00:00Z of kea.example in 65a2 likes 0"),
        PlatformFixture.lines(read));
    assertEquals(List.of("4 invalid_timestamp posted_at"), PlatformFixture.rejections(read));
  }

  @Test
  void trustpilotTable() throws IOException {
    Collected<?> read = read("trustpilot.csv", Format.TRUSTPILOT_CSV);
    assertEquals(
        List.of(
            "trustpilot 65a1 by c1 'Never came//My parcel/never came' en 2026-03-01T10:00:00Z of"
                + " kea.example in 65a1",
            "trustpilot 65a1:reply by kea.example 'Sorry! We send it again.' 2026-03-01T12:00:00Z"
                + " answers 65a1 in 65a1",
            "trustpilot 65a4 by unknown:65a4 'Good' 2026-03-02T10:00:00Z of kea.example in 65a4"),
        PlatformFixture.lines(read));
    assertEquals(List.of("5 invalid_timestamp posted_at"), PlatformFixture.rejections(read));
  }

  @Test
  void googleBusiness() throws IOException {
    Collected<?> read = read("google-business.json", Format.GOOGLE_BUSINESS);
    String derived =
        ChatMembers.id(
            "google-business",
            "{\"reviewer\":{\"displayName\":\"Cle\"},\"starRating\":\"ONE\",\"comment\":\"Closed\","
                + "\"createTime\":\"2026-03-03T10:00:00Z\",\"updateTime\":\"2026-03-03T10:00:00Z\"}");
    assertEquals(
        List.of(
            "google-business AbF1 by unknown:AbF1 'Schöne Mützen' 2026-03-01T10:00:00.123456Z of 22 in"
                + " AbF1",
            "google-business AbF1:reply by 22 'Danke!' 2026-03-01T12:00:00Z answers AbF1 in AbF1",
            "google-business AbF2 by unknown:AbF2 '' 2026-03-02T10:00:00Z of 22 in AbF2",
            "google-business %1$s by unknown:%1$s 'Closed' 2026-03-03T10:00:00Z of google-business in %1$s"
                .formatted(derived)),
        PlatformFixture.lines(read));
  }
}
