package dev.earshot.pipelines.sources.platforms.linkedin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.Contexts;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.PlatformFixture;
import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.recognise.Formats;
import dev.earshot.pipelines.sources.times.LocalTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** LinkedIn's API and the data that a member downloads; files made by hand. */
class LinkedInFilesTest {
  private static final String COMPANY = "https://www.linkedin.com/company/kea";
  private static final String ANA = "https://www.linkedin.com/in/ana-b";

  private static Collected<?> read(String name, Format format) throws IOException {
    return PlatformFixture.read("linkedin/" + name, format);
  }

  @Test
  void sharesWhoseLinesAreQuoted() throws IOException {
    Collected<?> read = read("shares.csv", Format.LINKEDIN_DOWNLOAD);
    assertEquals(
        List.of(
            "linkedin urn:li:share:701 by unknown:urn:li:share:701 'Kea lost my cap//never again'"
                + " 2026-03-01T10:00:00Z",
            "linkedin urn:li:ugcPost:702 by unknown:urn:li:ugcPost:702 'He said \"hi\" at Kea,/twice'"
                + " 2026-03-02T10:00:00Z",
            "linkedin urn:li:share:705 by unknown:urn:li:share:705 '' 2026-03-05T10:00:00Z media"),
        PlatformFixture.lines(read));
    assertEquals(
        List.of("8 invalid_csv null", "10 invalid_timestamp posted_at", "11 invalid_csv null"),
        PlatformFixture.rejections(read));
    assertEquals(Map.of("not_public", 1), PlatformFixture.skipped(read));
  }

  /** Joined one by one, as many rows would take minutes. */
  @Test
  void aRowThatNeverEndsTakesLinearTime() throws IOException {
    byte[] file =
        Collected.bytes("Date,ShareLink,ShareCommentary\n2026-03-01,x\n" + "a\n".repeat(1_000_000));
    Collected<Post> read =
        assertTimeout(
            Duration.ofSeconds(20),
            () ->
                Collected.whole(
                    Formats.open(Format.LINKEDIN_DOWNLOAD, Post.class, Contexts.NOBODY),
                    new ByteArrayChannel(file, file.length)));
    assertEquals(0, read.records.size());
    assertEquals(
        List.of("2 invalid_csv null", "524291 invalid_csv null"), PlatformFixture.rejections(read));
  }

  @Test
  void commentsWithBackslashes() throws IOException {
    Collected<?> read = read("comments.csv", Format.LINKEDIN_DOWNLOAD);
    List<String> lines = PlatformFixture.lines(read);
    String first = lines.get(0).split(" ", -1)[1];
    String second = lines.get(1).split(" ", -1)[1];
    assertEquals(
        List.of(
            "linkedin %1$s by unknown:%1$s 'The \"lovely\" Kea team,//thanks' 2026-03-01T11:00:00Z answers urn:li:activity:801"
                .formatted(first),
            "linkedin %1$s by unknown:%1$s 'Kea' 2026-03-01T12:00:00Z".formatted(second)),
        lines);
  }

  @Test
  void messages() throws IOException {
    ChatAccounts accounts =
        new ChatAccounts(
            LocalTimes.UNKNOWN,
            (network, account) -> network.equals("linkedin") && account.equals(COMPANY));
    Collected<Message> read =
        Collected.file(
            Formats.open(Format.LINKEDIN_MESSAGES, Message.class, Contexts.of(accounts)),
            Path.of("../testdata/platforms/linkedin/messages.csv"),
            ReadLimits.DEFAULT);
    List<String> lines =
        PlatformFixture.lines(read).stream()
            .map(line -> line.replaceAll("[0-9a-f]{32}", "H"))
            .toList();
    assertEquals(
        List.of(
            "linkedin H in 2-aaa " + ANA + ">" + COMPANY + " 'My cap is torn' 2026-03-01T10:00:00Z",
            "linkedin H in 2-aaa "
                + COMPANY
                + ">"
                + ANA
                + " 'Sorry, we send a new one' 2026-03-01T11:00:00Z",
            "linkedin H in 2-bbb unknown:2-bbb>" + COMPANY + " 'Hello' 2026-03-02T10:00:00Z",
            "linkedin H in 2-ccc https://www.linkedin.com/in/ben>"
                + COMPANY
                + " 'Both of you?' 2026-03-03T10:00:00Z"),
        lines);
    assertEquals(List.of("7 invalid_timestamp sent_at"), PlatformFixture.rejections(read));
    assertEquals(Map.of("other", 1), PlatformFixture.skipped(read));
  }

  @Test
  void messagesOfADownloadWithoutAddressesOfRecipients() throws IOException {
    Collected<?> read = read("messages-names.csv", Format.LINKEDIN_MESSAGES);
    List<String> lines = PlatformFixture.lines(read);
    assertEquals(
        List.of(
            "linkedin %s in 6-aaa Ana B>Kea 'My cap is torn' 2019-03-01T10:00:00Z"
                .formatted(lines.get(0).split(" ", -1)[1]),
            "linkedin %s in 6-aaa Kea>Ana B 'Sorry' 2019-03-01T11:00:00Z"
                .formatted(lines.get(1).split(" ", -1)[1])),
        lines);
  }

  @Test
  void postsOfAnOrganisation() throws IOException {
    Collected<?> read = read("posts.json", Format.LINKEDIN_API);
    assertEquals(
        List.of(
            "linkedin urn:li:share:901 by urn:li:organization:55 'New (soft) caps by @Ana B #KeaCaps'"
                + " 2026-03-01T10:00:00Z article",
            "linkedin urn:li:share:902 by urn:li:organization:55 '' 2026-03-02T10:00:00Z repeats"
                + " urn:li:share:800",
            "linkedin urn:li:share:903 by urn:li:organization:55 'Look' 2026-03-02T11:00:00Z quotes"
                + " urn:li:share:800",
            "linkedin urn:li:ugcPost:906 by urn:li:organization:55 'Caps (soft)' 2026-03-03T10:00:00Z"
                + " article"),
        PlatformFixture.lines(read));
    assertEquals(List.of("6 invalid_timestamp posted_at"), PlatformFixture.rejections(read));
    assertEquals(Map.of("not_public", 2), PlatformFixture.skipped(read));
  }

  @Test
  void comments() throws IOException {
    Collected<?> read = read("comments.json", Format.LINKEDIN_API);
    assertEquals(
        List.of(
            "linkedin urn:li:comment:(urn:li:activity:901,3001) by urn:li:person:7 'Are they warm?'"
                + " 2026-03-01T11:00:00Z answers urn:li:activity:901 in urn:li:activity:901 likes 2"
                + " comments 1",
            "linkedin urn:li:comment:(urn:li:activity:901,3002) by urn:li:organization:55 'Very.'"
                + " 2026-03-01T12:00:00Z answers urn:li:comment:(urn:li:activity:901,3001) in"
                + " urn:li:activity:901"),
        PlatformFixture.lines(read));
  }
}
