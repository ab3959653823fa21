package dev.earshot.pipelines.sources.recognise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.Contexts;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that are no records at the beginning of JSON Lines: the others are read. */
class FirstLinesTest {
  private static final String CANONICAL =
      """
      {"network":"x","post_id":"1","author_id":"a","text":"t","posted_at":"2026-03-01T00:00:00Z"}
      {"network":"x","post_id":"2","author_id":"b","text":"t","posted_at":"2026-03-01T00:00:00Z"}
      """;

  private static final String BLUESKY =
      """
      {"uri":"at://did:plc:a/app.bsky.feed.post/1","cid":"c","author":{"did":"did:plc:a","handle":"a.example"},"record":{"$type":"app.bsky.feed.post","text":"t","createdAt":"2026-03-01T00:00:00Z"},"indexedAt":"2026-03-01T00:00:01Z"}
      {"uri":"at://did:plc:a/app.bsky.feed.post/2","cid":"c","author":{"did":"did:plc:a","handle":"a.example"},"record":{"$type":"app.bsky.feed.post","text":"t","createdAt":"2026-03-01T00:00:00Z"},"indexedAt":"2026-03-01T00:00:01Z"}
      """;

  private static FileHead head(String content) throws IOException {
    byte[] bytes = Collected.bytes(content);
    return FileHead.read(new ByteArrayChannel(bytes, bytes.length), ReadLimits.DEFAULT);
  }

  private static Collected<Post> read(Format format, String content) throws IOException {
    byte[] bytes = Collected.bytes(content);
    return Collected.whole(
        Formats.open(format, Post.class, Contexts.NOBODY),
        new ByteArrayChannel(bytes, bytes.length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP 429 too many requests",
        "Error: rate limited",
        "# exported on 1 March, two posts",
        "// a comment",
        "null",
        "{\"next\":\"x\",\"tex",
        "{error: rate limited}",
        "[ERROR] 2026-03-01 retrying",
        "[2026-03-01 10:00] export begins",
        "status = 429",
        "<html><body>502 Bad Gateway</body></html>",
        "a,b,c"
      })
  void oneLineIsRejectedAndTheOthersAreRead(String line) throws IOException {
    assertRead(Format.POSTS_JSONL, line + "\n" + CANONICAL, 1);
    assertRead(Format.BLUESKY_API, line + "\n" + BLUESKY, 1);
  }

  @Test
  void severalLines() throws IOException {
    assertRead(Format.POSTS_JSONL, "one\ntwo\n" + CANONICAL, 2);
    assertRead(Format.BLUESKY_API, "one\n\ntwo\n" + BLUESKY, 2);
  }

  private static void assertRead(Format format, String content, int rejected) throws IOException {
    FileHead head = head(content);
    assertEquals(Optional.of(format), head.format(null), content);
    assertFalse(head.isProse(false), content);
    Collected<Post> read = read(format, content);
    assertEquals(2, read.records.size(), content);
    assertEquals(
        java.util.Collections.nCopies(rejected, RejectionReason.INVALID_JSON),
        read.rejections.stream().map(one -> one.reason()).toList(),
        content);
  }

  @Test
  void textsWithSomeJsonAreTexts() throws IOException {
    String readme =
        """
        # Posts

        One record a line:

        ```
        {"network":"x","post_id":"1","author_id":"a","text":"t"}
        ```
        """;
    assertTrue(head(readme).isProse(false));
    assertEquals(
        List.of(), read(Format.POSTS_JSONL, "").rejections, "an empty file rejects nothing");
  }
}
