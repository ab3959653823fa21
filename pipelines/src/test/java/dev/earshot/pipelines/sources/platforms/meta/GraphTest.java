package dev.earshot.pipelines.sources.platforms.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.domain.Engagement;
import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.json.DocumentSource;
import dev.earshot.pipelines.sources.json.ElementParser;
import dev.earshot.pipelines.sources.platforms.support.SupportConversations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Facebook's and Instagram's Graph API; the fixtures are made by hand. */
class GraphTest {
  private static final Path FOLDER = Path.of("../testdata/platforms");

  private static Collected<Post> posts(Format format, ElementParser<Post> finder, String file)
      throws IOException {
    return Collected.file(
        DocumentSource.posts(format, FacebookGraph.ARRAYS, finder, ReadLimits.DEFAULT),
        FOLDER.resolve(file),
        ReadLimits.DEFAULT);
  }

  private static String line(Post post) {
    Engagement counts = post.engagement();
    return String.join(
        "|",
        post.postId()
            + (post.thread().inReplyToPostId() == null
                ? ""
                : ">" + post.thread().inReplyToPostId()),
        post.authorId(),
        post.text(),
        Instant.EPOCH.plusNanos(post.postedAtMicros() * 1000).toString(),
        String.valueOf(post.mediaType()),
        counts == null
            ? "-"
            : counts.likeCount()
                + " "
                + counts.shareCount()
                + " "
                + counts.commentCount()
                + " "
                + counts.impressionCount()
                + " "
                + counts.reachCount());
  }

  private static List<String> rejections(Collected<?> read) {
    return read.rejections.stream().map(one -> one.reason().code() + " " + one.field()).toList();
  }

  @Test
  void facebook() throws IOException {
    Collected<Post> read = posts(Format.FACEBOOK_GRAPH, new FacebookGraph(), "facebook-graph.json");
    assertEquals(
        List.of(
            "100_200|100|Kea 2 is here|2024-05-01T10:00:00Z|photo|9 4 3 1000 700",
            "200_300>100_200|55|broken again|2024-05-01T10:05:00Z|null|2 null 1 null null",
            "200_301>200_300|100|sorry|2024-05-01T10:06:00Z|null|-",
            "100_201|unknown:100_201|Kea updated their cover photo.|2024-05-01T11:00:00Z|null|-",
            "200_303>200_300|unknown:200_303|why?|2024-05-01T12:00:00Z|null|0 null 0 null null"),
        read.records.stream().map(GraphTest::line).toList());
    assertEquals(List.of("invalid_timestamp posted_at"), rejections(read));
    assertEquals("55", read.records.get(2).thread().inReplyToAuthorId());
  }

  @Test
  void facebookMessages() throws IOException {
    Collected<Message> read =
        Collected.file(
            DocumentSource.messages(
                Format.FACEBOOK_GRAPH_MESSAGES,
                Set.of("data"),
                new FacebookMessages(),
                ReadLimits.DEFAULT),
            FOLDER.resolve("facebook-graph-messages.json"),
            ReadLimits.DEFAULT);
    assertEquals(
        List.of("m_2 t_1 100>55 We look into it", "m_1 t_1 55>100 It's broken"),
        read.records.stream()
            .map(
                one ->
                    one.messageId()
                        + " "
                        + one.conversationId()
                        + " "
                        + one.senderId()
                        + ">"
                        + one.recipientId()
                        + " "
                        + one.text())
            .toList());
    assertEquals(List.of("missing_field recipient_id"), rejections(read));
  }

  @Test
  void instagram() throws IOException {
    Collected<Post> read =
        posts(Format.INSTAGRAM_GRAPH, new InstagramGraph(), "instagram-graph.json");
    assertEquals(
        List.of(
            "1|100|Kea 2 🚀|2024-05-01T10:00:00Z|carousel_album|9 null 2 50 40",
            "2>1|marl|wow|2024-05-01T10:01:00Z|null|0 null null null null",
            "3>2|kea|thanks|2024-05-01T10:02:00Z|null|-",
            "5|kea||2024-05-01T11:00:00Z|image|-",
            "7|unknown:7|top|2021-08-19T09:00:21.877Z|image|-"),
        read.records.stream().map(GraphTest::line).toList());
    assertEquals(List.of("missing_field posted_at"), rejections(read));
  }

  @Test
  void supportConversations() throws IOException {
    Collected<Post> read =
        Collected.file(
            DocumentSource.posts(
                Format.SUPPORT_CONVERSATIONS,
                Set.of(),
                new SupportConversations(),
                ReadLimits.DEFAULT),
            FOLDER.resolve("support-conversations.jsonl"),
            ReadLimits.DEFAULT);
    assertEquals(
        List.of(
            "1245403438755852288|marl|@keadesk down & out?\n\nagain|2020-04-01T17:31:32Z|null|-",
            "1245403556195852288>1245403438755852288|zoe|same here|2020-04-01T17:32:00Z|null|-",
            "1245425308704149506>1245403556195852288|keadesk|See https://example.org/help"
                + "|2020-04-01T18:58:27.135Z|null|-"),
        read.records.stream().map(GraphTest::line).toList());
    assertEquals(List.of("missing_field post_id"), rejections(read));
  }
}
