package dev.earshot.pipelines.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.json.DocumentSource;
import dev.earshot.pipelines.sources.platforms.bluesky.BlueskyPosts;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever writes on Bluesky states the time; the network says when it saw the post. */
class BlueskyTimesTest {
  private static final String POST =
      """
      {"posts": [{"uri": "at://did:plc:a/app.bsky.feed.post/1", "cid": "c",
        "author": {"did": "did:plc:a", "handle": "a.example"},
        "record": {"$type": "app.bsky.feed.post", "text": "hello", "createdAt": "%s"},
        "indexedAt": "%s"}]}\
      """;

  @ParameterizedTest
  @CsvSource({
    "2025-03-02T10:00:00Z, 2025-03-02T10:00:02Z, 2025-03-02T10:00:00Z",
    "2087-03-02T10:00:00Z, 2025-03-02T10:00:02Z, 2025-03-02T10:00:02Z",
    "2019-01-01T00:00:00Z, 2025-03-02T10:00:02Z, 2019-01-01T00:00:00Z",
    "yesterday, 2025-03-02T10:00:02Z, 2025-03-02T10:00:02Z"
  })
  void theEarlierOfBothCounts(String createdAt, String indexedAt, Instant posted)
      throws IOException {
    Collected<Post> read =
        Collected.whole(
            DocumentSource.posts(
                Format.BLUESKY_API, Set.of(), new BlueskyPosts(), ReadLimits.DEFAULT),
            POST.formatted(createdAt, indexedAt));
    assertEquals(
        posted, Instant.EPOCH.plusNanos(read.records.get(0).postedAtMicros() * 1_000), createdAt);
  }
}
