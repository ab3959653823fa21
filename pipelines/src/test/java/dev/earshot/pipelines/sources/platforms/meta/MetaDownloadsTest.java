package dev.earshot.pipelines.sources.platforms.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.PlatformFixture;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files of downloads, made by hand; 1740823200 is 10:00 of 1 March 2025, UTC. */
class MetaDownloadsTest {
  private static Collected<?> read(String file, Format format) throws IOException {
    return PlatformFixture.read("meta-download/" + file, format);
  }

  /** What was written, without the derived id. */
  private static List<String> posts(Collected<?> read) {
    return read.records.stream().map(Post.class::cast).map(MetaDownloadsTest::line).toList();
  }

  private static String line(Post post) {
    String author =
        post.authorId().equals("unknown:" + post.postId()) ? "unknown" : post.authorId();
    return String.join(
        "|",
        post.network(),
        author,
        post.text(),
        Instant.EPOCH.plusNanos(post.postedAtMicros() * 1000).toString(),
        String.valueOf(post.mediaType()),
        String.valueOf(post.thread().inReplyToAuthorId()));
  }

  @Test
  void postsOfFacebook() throws IOException {
    Collected<?> read = read("your_posts_1.json", Format.FACEBOOK_DOWNLOAD);
    assertEquals(
        List.of(
            "facebook|unknown|Kea Desk café opens|2025-03-01T10:00:00Z|null|null",
            "facebook|unknown||2025-03-01T10:00:01Z|video|null"),
        posts(read));
    assertEquals(List.of("5 invalid_timestamp posted_at"), PlatformFixture.rejections(read));
    assertEquals(Map.of("other", 2), PlatformFixture.skipped(read), "a reaction; no time at all");
  }

  @Test
  void commentsOfFacebook() throws IOException {
    Collected<?> read = read("comments.json", Format.FACEBOOK_DOWNLOAD);
    assertEquals(
        List.of(
            "facebook|Zoë Marl|Kea Desk 😢|2025-03-01T10:00:10Z|null|null",
            "facebook|Zoë Marl||2025-03-01T10:00:20Z|image|null"),
        posts(read));
    assertEquals(List.of(), PlatformFixture.rejections(read));
    assertEquals(Map.of("other", 1), PlatformFixture.skipped(read));
  }

  @Test
  void postsOfInstagram() throws IOException {
    Collected<?> read = read("posts_1.json", Format.INSTAGRAM_DOWNLOAD);
    assertEquals(
        List.of(
            "instagram|unknown|New Kea mug|2025-03-01T10:00:00Z|image|null",
            "instagram|unknown|Two of Kéa|2025-03-01T10:01:42Z|video|null"),
        posts(read));
    assertEquals(List.of("4 missing_field posted_at"), PlatformFixture.rejections(read));
  }

  @Test
  void commentsOfInstagramInAnyLanguage() throws IOException {
    Collected<?> read = read("post_comments_1.json", Format.INSTAGRAM_DOWNLOAD);
    assertEquals(
        List.of("instagram|unknown|Kea rules|2025-03-01T10:00:00Z|null|kea_desk"), posts(read));
    assertEquals(Map.of("other", 1, "profile", 1), PlatformFixture.skipped(read));
    Collected<?> likes = read("liked_posts.json", Format.INSTAGRAM_DOWNLOAD);
    assertEquals(Map.of("other", 1), PlatformFixture.skipped(likes));
    Collected<?> side = read("side_file.json", Format.FACEBOOK_DOWNLOAD);
    assertEquals(Map.of("other", 1), PlatformFixture.skipped(side));
  }

  @Test
  void threads() throws IOException {
    Collected<?> read = read("threads_and_replies.json", Format.THREADS_DOWNLOAD);
    assertEquals(
        List.of("threads|unknown|Kea on Threads|2025-03-01T10:00:00Z|null|null"), posts(read));
    assertEquals(Map.of("other", 1), PlatformFixture.skipped(read));
  }

  @Test
  void encryptedThreads() throws IOException {
    Collected<?> read = PlatformFixture.read("messenger-encrypted.json", Format.MESSENGER_EXPORT);
    assertEquals(
        List.of(
            "Zoë Marl>Kea Desk 2025-03-01T10:00:00Z Der Reißverschluss ❤",
            "Kea Desk>Zoë Marl 2025-03-01T11:00:00Z "),
        read.records.stream().map(Message.class::cast).map(MetaDownloadsTest::line).toList());
    assertEquals(List.of("8 missing_field sent_at"), PlatformFixture.rejections(read));
    assertEquals(Map.of("other", 1, "withdrawn", 1), PlatformFixture.skipped(read));
  }

  private static String line(Message message) {
    Instant sentAt = Instant.EPOCH.plusNanos(message.sentAtMicros() * 1000);
    return message.senderId() + ">" + message.recipientId() + " " + sentAt + " " + message.text();
  }
}
