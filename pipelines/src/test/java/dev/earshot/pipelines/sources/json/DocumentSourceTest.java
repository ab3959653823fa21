package dev.earshot.pipelines.sources.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.Rejection;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Documents of any form, whole and broken, through a finder that takes an object for a post. */
class DocumentSourceTest {
  private static final ReadLimits SMALL = new ReadLimits(1 << 10, 2_000, 1L << 40);

  private static final ElementParser<Post> FINDER =
      (element, records) -> {
        if (!element.value().has("id")) {
          records.skip(SkipReason.OTHER);
          return;
        }
        RecordDraft draft = records.begin();
        draft.set(PostField.NETWORK, "x");
        JsonFields.set(draft, PostField.POST_ID, element.value().path("id"));
        draft.set(PostField.AUTHOR_ID, element.path());
        draft.set(PostField.TEXT, element.around().toString());
        draft.set(PostField.POSTED_AT, 1_000_000_000_000_000L);
        records.end(element.value());
      };

  private static DocumentSource<Post> source(Set<String> arrays) {
    return DocumentSource.posts(Format.X_API_V1, arrays, FINDER, SMALL);
  }

  private static Collected<Post> read(String document, String... arrays) throws IOException {
    return Collected.whole(source(Set.of(arrays)), document);
  }

  private static List<String> ids(Collected<Post> read) {
    return read.records.stream().map(Post::postId).toList();
  }

  @Test
  void arraysLinesAssignmentsAndSeveralDocuments() throws IOException {
    for (String document :
        List.of(
            "[{\"id\":1},{\"id\":2}]",
            "\ufeff[\n {\"id\":1},\n {\"id\":2}\n]\n",
            "{\"id\":1}\r\n\r\n{\"id\":2}",
            "[{\"id\":1}]\n[{\"id\":2}]\n",
            "{\n\"id\":1\n}\n{\n\"id\":2\n}",
            "{\"id\":1}{\"id\":2}",
            "window.YTD.tweets.part0 = [ {\"id\":1}, {\"id\":2} ]",
            "window.YTD.tweets.part0 = [\n{\"id\":1},\n{\"id\":2}];\n",
            "a.part0 = [\n{\"id\":1}\n];\na.part1 = [\n{\"id\":2}];\n",
            "a.part0 = [\n{\"id\":1}]\nb = {\n\"id\":2};;\n\n")) {
      Collected<Post> read = read(document);
      assertEquals(List.of("1", "2"), ids(read), document);
      assertEquals(List.of(), read.rejections, document);
    }
  }

  @Test
  void whatStandsBehindAnAssignmentIsNotLost() throws IOException {
    Collected<Post> read =
        read("a = [\n{\"id\":1}\n];\nb = [\n{\"id\":2},\n{\"id\":3}\n];\n[{\"id\":4}]\n");
    assertEquals(List.of("1", "2", "3"), ids(read));
    assertEquals(List.of(6L, 24L, 34L), read.offsets);
    Rejection rest = read.rejections.get(0);
    assertEquals(RejectionReason.INVALID_JSON, rest.reason());
    assertEquals(7, rest.lineInRange());
    assertEquals(1, read.rejections.size());
  }

  @Test
  void anEmptyFileHasNothing() throws IOException {
    for (String document : List.of("", "\n\n", "\ufeff", "[]", "[\n]\n")) {
      Collected<Post> read = read(document);
      assertEquals(List.of(), read.records, document);
      assertEquals(List.of(), read.rejections, document);
    }
  }

  @Test
  void itemsOfNamedArraysKnowWhatStandsAroundThem() throws IOException {
    Collected<Post> read =
        read(
            "{\"name\":\"a\",\"chats\":{\"list\":[{\"n\":1,\"messages\":[{\"id\":1}]},"
                + "{\"n\":2,\"messages\":[{\"id\":2}]}]}}",
            "chats/list/messages");
    assertEquals(List.of("1", "2"), ids(read));
    assertEquals("chats/list/messages", read.records.get(0).authorId());
    assertEquals("[{\"name\":\"a\"}, {}, {\"n\":1}]", read.records.get(0).text());
    assertEquals("[{\"name\":\"a\"}, {}, {\"n\":2}]", read.records.get(1).text());
  }

  @Test
  void anObjectWithoutItsArraysIsAnElement() throws IOException {
    Collected<Post> read = read("{\"error\":1}", "items");
    assertEquals(Map.of(SkipReason.OTHER, 1), read.skipped);
  }

  @Test
  void idsBeyondDoublesAreExact() throws IOException {
    assertEquals(
        List.of("9007199254740993", "123456789012345678901234567890"),
        ids(read("[{\"id\":9007199254740993},{\"id\":123456789012345678901234567890}]")));
    Rejection ruined = read("[{\"id\":5.70306E+17}]").rejections.get(0);
    assertEquals(RejectionReason.RUINED_ID, ruined.reason());
    assertEquals("post_id", ruined.field());
  }

  @Test
  void aBrokenLineCostsItself() throws IOException {
    Collected<Post> read = read("{\"id\":1}\n{\"id\":\n{\"id\":3}\nx\n{\"id\":5} 6\n");
    assertEquals(List.of("1", "3", "5"), ids(read));
    assertEquals(List.of(0L, 16L, 27L), read.offsets);
    assertEquals(
        List.of(1L, 3L, 4L), read.rejections.stream().map(Rejection::lineInRange).toList());
    assertEquals(5, read.lineFeeds);
  }

  @Test
  void aBrokenFirstLineToo() throws IOException {
    Collected<Post> read = read("{\"id\":1,\n{\"id\":2}\n");
    assertEquals(List.of(), ids(read), "an open line goes on in the next one");
    assertEquals(List.of("2"), ids(read("{\"id\":1x}\n{\"id\":2}\n")));
  }

  @Test
  void aTruncatedDocumentGivesItsGoodPart() throws IOException {
    Collected<Post> read = read("[\n{\"id\":1},\n{\"id\":2},\n{\"id\"");
    assertEquals(List.of("1", "2"), ids(read));
    assertEquals(1, read.rejections.size());
    Rejection end = read.rejections.get(0);
    assertEquals(RejectionReason.FILE_TRUNCATED, end.reason());
    assertEquals(3, end.lineInRange());
  }

  @Test
  void aBrokenDocumentGivesItsGoodPart() throws IOException {
    Collected<Post> read = read("[\n{\"id\":1},\n{\"id\":x},\n{\"id\":3}]");
    assertEquals(List.of("1"), ids(read));
    Rejection fault = read.rejections.get(0);
    assertEquals(RejectionReason.INVALID_JSON, fault.reason());
    assertEquals(2, fault.lineInRange());
  }

  /** What was not kept of it must not be lost unseen. */
  @Test
  void aDocumentWithoutItsArraysThatIsTooLongIsRejected() throws IOException {
    String document = "{\"id\":1,\"x\":[" + ("\"" + "b".repeat(1000) + "\",").repeat(20) + "1]}";
    Collected<Post> read = read(document, "data");
    assertEquals(List.of(), ids(read));
    assertEquals(RejectionReason.LINE_TOO_LONG, read.rejections.get(0).reason());
  }

  @Test
  void anElementThatIsTooLongCostsItself() throws IOException {
    String members = "\"a\":\"" + "a".repeat(1000) + "\",";
    String large = "{\"id\":2,\"x\":[{" + members.repeat(20) + "\"b\":1}" + "]}";
    String many = "[\n{\"id\":1},\n" + large.replace("\"a\":", "\"a\":") + ",\n{\"id\":3}\n]";
    Collected<Post> read = read(many);
    assertEquals(List.of("1", "3"), ids(read));
    assertEquals(RejectionReason.LINE_TOO_LONG, read.rejections.get(0).reason());
    assertEquals(2, read.rejections.get(0).lineInRange());
    assertEquals(12, read.rejections.get(0).byteOffset());
  }

  @Test
  void deepNestingCostsItsElement() throws IOException {
    String deep = "{\"id\":2,\"x\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}";
    Collected<Post> read = read("[\n{\"id\":1},\n" + deep + ",\n{\"id\":3}\n]");
    assertEquals(List.of("1", "3"), ids(read));
    assertEquals(1, read.rejections.size());
  }

  /** A hundred million bytes that never were in memory together. */
  private static final class Endless implements ReadableByteChannel {
    private final byte[] item =
        Collected.bytes("{\"id\":1,\"text\":\"" + "a".repeat(900) + "\"},\n");
    private final long items;
    private long position;

    Endless(long items) {
      this.items = items;
    }

    @Override
    public int read(ByteBuffer target) {
      int count = 0;
      if (position == 0) {
        target.put((byte) '[');
        position = 1;
        return 1;
      }
      while (target.hasRemaining() && (position - 1) / item.length < items) {
        target.put(item[(int) ((position - 1) % item.length)]);
        position++;
        count++;
      }
      return count == 0 ? -1 : count;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }

  @Test
  void memoryDoesNotFollowTheSizeOfADocument() throws IOException {
    long[] counts = new long[2];
    RecordSink<Post> sink =
        new RecordSink<>() {
          @Override
          public void accept(Post record, long byteOffset) {
            counts[0]++;
          }

          @Override
          public void reject(Rejection rejection) {
            counts[1]++;
          }
        };
    source(Set.of()).read(new Endless(100_000), ByteRange.WHOLE, sink);
    assertEquals(100_000, counts[0]);
    assertEquals(1, counts[1], "the array is never closed");
  }
}
