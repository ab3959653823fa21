package dev.earshot.pipelines.sources.canonical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.domain.Engagement;
import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.PostDetails;
import dev.earshot.models.domain.PostThread;
import dev.earshot.models.domain.Rejection;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostsJsonTest {
  private static final PostsJson SOURCE = new PostsJson(ReadLimits.DEFAULT);

  /** 2025-03-01T10:00:00Z, from {@code date -u -d}. */
  private static final long POSTED = 1_740_823_200_000_000L;

  private static final String REQUIRED =
      "\"network\":\"x\",\"post_id\":\"1\",\"author_id\":\"2\",\"text\":\"t\","
          + "\"posted_at\":\"2025-03-01T10:00:00Z\"";

  private static Post post(String members) throws IOException {
    Collected<Post> read = Collected.whole(SOURCE, "{" + REQUIRED + members + "}");
    assertEquals(List.of(), read.rejections);
    return read.records.get(0);
  }

  @Test
  void readsEveryField() throws IOException {
    Post post =
        post(
            ",\"post_id\":900719925474099301,\"author_handle\":\"@ann\",\"language\":\"pt-BR\","
                + "\"in_reply_to_post_id\":\"p\",\"in_reply_to_author_id\":-7,"
                + "\"repost_of_post_id\":\"r\",\"quote_of_post_id\":\"q\","
                + "\"conversation_id\":\"\",\"media_type\":\"image\",\"more\":[{\"text\":1}],"
                + "\"engagement\":{\"observed_at\":\"2025-03-01T10:00:01Z\",\"like_count\":1,"
                + "\"share_count\":2,\"comment_count\":3,\"impression_count\":null,"
                + "\"reach_count\":0,\"author_follower_count\":1000000000000}");
    assertEquals(
        new Post(
            "x",
            "900719925474099301",
            "2",
            "ann",
            "t",
            "pt",
            POSTED,
            new PostThread("p", "-7", "r", "q", null),
            "image",
            new Engagement(POSTED + 1_000_000, 1L, 2L, 3L, null, 0L, 1_000_000_000_000L),
            Set.of(),
            PostDetails.NONE),
        post);
  }

  @Test
  void ofARepeatedNameTheLastValueCounts() throws IOException {
    assertEquals("b", post(",\"text\":7,\"text\":\"b\"").text());
    Engagement last =
        post(",\"engagement\":{\"observed_at\":\"2025-03-01T10:00:00Z\",\"like_count\":-1},"
                + "\"engagement\":{\"observed_at\":\"2025-03-01T10:00:00Z\"}")
            .engagement();
    assertEquals(new Engagement(POSTED, null, null, null, null, null, null), last);
    assertEquals(null, post(",\"engagement\":{\"like_count\":1},\"engagement\":null").engagement());
  }

  @Test
  void loneSurrogatesAreReplacedAndNulIsDropped() throws IOException {
    String escaped = "a\\ud800b\\udc00\\ud83d\\ude00\\u0000\\ud83d";
    assertEquals("a\ufffdb\ufffd\ud83d\ude00\ufffd", post(",\"text\":\"" + escaped + "\"").text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        ",\"post_id\":3.0 | RUINED_ID | post_id",
        ",\"post_id\":\"3.0\" | RUINED_ID | post_id",
        ",\"post_id\":\"5.70306E+17\" | RUINED_ID | post_id",
        ",\"conversation_id\":\"5,7e+17\" | RUINED_ID | conversation_id",
        ",\"post_id\":1E5 | RUINED_ID | post_id",
        ",\"post_id\":true | INVALID_FIELD | post_id",
        ",\"post_id\":null | MISSING_FIELD | post_id",
        ",\"post_id\":\" \" | MISSING_FIELD | post_id",
        ",\"text\":null | MISSING_FIELD | text",
        ",\"text\":{\"a\":\"b\"} | INVALID_FIELD | text",
        ",\"network\":\"a/b\" | INVALID_FIELD | network",
        ",\"language\":\"e1\" | INVALID_FIELD | language",
        ",\"network\":\" All\" | RESERVED_WORD | network",
        ",\"language\":\"all-IN\" | RESERVED_WORD | language",
        ",\"posted_at\":1740823200 | INVALID_TIMESTAMP | posted_at",
        ",\"engagement\":[] | INVALID_FIELD | engagement",
        ",\"engagement\":{\"like_count\":1} | MISSING_FIELD | engagement.observed_at",
        ",\"engagement\":{\"observed_at\":\"2025-03-01T10:00:00Z\",\"reach_count\":1.0}"
            + "| INVALID_FIELD | engagement.reach_count",
        ",\"engagement\":{\"observed_at\":\"2025-03-01T10:00:00Z\",\"reach_count\":\"1\"}"
            + "| INVALID_FIELD | engagement.reach_count",
        ",\"engagement\":{\"observed_at\":\"2025-03-01T10:00:00Z\","
            + "\"reach_count\":9223372036854775808} | OUT_OF_RANGE | engagement.reach_count",
        "}{ | INVALID_JSON |",
        "}x | INVALID_JSON |",
        ",} | INVALID_JSON |",
        ",\"a\":NaN | INVALID_JSON |",
        ",\"post_id\":3.0,\"a\" | INVALID_JSON |"
      })
  void rejects(String members, RejectionReason reason, String field) throws IOException {
    Collected<Post> read = Collected.whole(SOURCE, "{" + REQUIRED + members + "}");
    assertEquals(List.of(), read.records);
    assertEquals(1, read.rejections.size());
    assertEquals(reason, read.rejections.get(0).reason());
    assertEquals(field, read.rejections.get(0).field());
  }

  @Test
  void depthAndTokensAreBounded() throws IOException {
    for (String value :
        List.of("[".repeat(64) + "]".repeat(64), "[" + "0,".repeat(20_000) + "0]")) {
      Collected<Post> read = Collected.whole(SOURCE, "{" + REQUIRED + ",\"a\":" + value + "}");
      assertEquals(RejectionReason.INVALID_JSON, read.rejections.get(0).reason());
    }
    assertEquals("t", post(",\"a\":" + "[".repeat(63) + "]".repeat(63)).text());
  }

  @Test
  void surrogatesAndOverlongFormsAreNoUtf8() throws IOException {
    byte[][] invalid = {
      {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, {(byte) 0xc0, (byte) 0x80}, {(byte) 0xf5, 0, 0, 0}
    };
    for (byte[] sequence : invalid) {
      byte[] line = Collected.bytes("{" + REQUIRED + ",\"text\":\"....\"}");
      System.arraycopy(sequence, 0, line, line.length - 6, sequence.length);
      Collected<Post> read = Collected.whole(SOURCE, line);
      assertEquals(RejectionReason.INVALID_ENCODING, read.rejections.get(0).reason());
    }
  }

  @Test
  void anyTwoRangesGiveTheWhole() throws IOException {
    byte[] file =
        Collected.bytes("{" + REQUIRED + "}\r\n\n{}\n{" + REQUIRED + ",\"post_id\":5}\nx\n");
    Collected<Post> whole = Collected.whole(SOURCE, file);
    assertEquals(2, whole.records.size());
    assertEquals(2, whole.rejections.size());
    for (int split = 0; split <= file.length; split++) {
      Collected<Post> first = Collected.range(SOURCE, file, new ByteRange(0, split));
      Collected<Post> second = Collected.range(SOURCE, file, new ByteRange(split, file.length));
      assertEquals(whole.records, joined(first.records, second.records));
      assertEquals(whole.offsets, joined(first.offsets, second.offsets));
      List<Rejection> moved = new ArrayList<>();
      for (Rejection one : second.rejections) {
        long line = one.lineInRange() + first.lineFeeds;
        moved.add(
            new Rejection(one.reason(), one.field(), one.byteOffset(), line, one.recordSha256()));
      }
      assertEquals(whole.rejections, joined(first.rejections, moved));
    }
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  @Test
  void readsMessages() throws IOException {
    String required =
        "{\"network\":\"X\",\"message_id\":5,\"sender_id\":\"a\",\"recipient_id\":\"b\","
            + "\"text\":\"\",\"sent_at\":\"2025-03-01T11:00:00+01:00\"";
    MessagesJson source = new MessagesJson(ReadLimits.DEFAULT);
    Collected<Message> read =
        Collected.whole(
            source,
            required
                + ",\"is_automated\":true,\"language\":\"und\",\"conversation_id\":\"c\"}\n"
                + required
                + "}\n"
                + required
                + ",\"is_automated\":1}\n");
    assertEquals(
        List.of(
            new Message("x", "5", "c", "a", "b", "", null, POSTED, true, Set.of()),
            new Message("x", "5", null, "a", "b", "", null, POSTED, false, Set.of())),
        read.records);
    assertEquals(1, read.rejections.size());
    assertEquals("is_automated", read.rejections.get(0).field());
  }
}
