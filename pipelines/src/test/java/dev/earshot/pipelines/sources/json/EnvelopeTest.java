package dev.earshot.pipelines.sources.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.canonical.PostsJson;
import dev.earshot.pipelines.sources.recognise.FileHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static final String POST =
      "{\"network\":\"x\",\"post_id\":\"1\",\"author_id\":\"a\",\"text\":\"caps {\\\"a\\\": 1}\","
          + "\"posted_at\":\"2026-03-01T00:00:00Z\"}";
  private static final String AIRBYTE_ROWS =
      "{\"_airbyte_ab_id\":\"u\",\"_airbyte_emitted_at\":1,\"_airbyte_data\":" + POST + "}\n";
  private static final String AIRBYTE_MESSAGES =
      "{\"type\":\"LOG\",\"log\":{\"level\":\"INFO\"}}\n"
          + "{\"type\":\"RECORD\",\"record\":{\"stream\":\"posts\",\"data\":"
          + POST
          + ",\"emitted_at\":1}}\n"
          + "{\"type\":\"STATE\",\"state\":{\"data\":{}}}\n";
  private static final String SINGER =
      "{\"type\":\"SCHEMA\",\"stream\":\"posts\",\"schema\":{}}\n"
          + "{\"type\":\"RECORD\",\"stream\":\"posts\",\"record\":"
          + POST
          + "}\n";

  private static @Nullable String certain(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return Envelope.certain(bytes, 0, bytes.length);
  }

  private static String unwrapped(String content, String path, int chunk, int maxLine)
      throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    EnvelopeChannel channel =
        new EnvelopeChannel(new ByteArrayChannel(bytes, bytes.length), Envelope.at(path), maxLine);
    StringBuilder all = new StringBuilder();
    ByteBuffer buffer = ByteBuffer.allocate(chunk);
    while (channel.read(buffer) >= 0) {
      buffer.flip();
      all.append(StandardCharsets.UTF_8.decode(buffer));
      buffer.clear();
    }
    return all.toString();
  }

  @Test
  void whatIsCertainIsKnown() {
    assertEquals("_airbyte_data", certain(AIRBYTE_ROWS));
    assertEquals("record/data", certain(AIRBYTE_MESSAGES));
    assertEquals("record", certain(SINGER));
    assertNull(certain(POST));
    assertNull(certain("{\"type\":\"RECORD\",\"record\":{\"title\":\"an album\"}}"));
    assertNull(certain("{\"payload\":" + POST + "}"));
  }

  /** Every record stands where it stood, in the same line. */
  @Test
  void whatIsAroundARecordBecomesBlanks() throws IOException {
    for (int chunk : new int[] {1, 7, 4096}) {
      assertEquals(
          AIRBYTE_ROWS.replace(POST, "@").replaceAll("[^@\n]", " ").replace("@", POST),
          unwrapped(AIRBYTE_ROWS, "_airbyte_data", chunk, 1 << 20));
      assertEquals(
          AIRBYTE_MESSAGES.replace(POST, "@").replaceAll("[^@\n]", " ").replace("@", POST),
          unwrapped(AIRBYTE_MESSAGES, "record/data", chunk, 1 << 20));
    }
    String last = SINGER.stripTrailing();
    assertEquals(
        last.replace(POST, "@").replaceAll("[^@\n]", " ").replace("@", POST),
        unwrapped(last, "record", 64, 1 << 20));
  }

  @Test
  void whatHasNoRecordThereStays() throws IOException {
    for (String line :
        List.of("{\"a\":1}\n", "no json\n", "{\"payload\":{\"a\":1}, broken\n", "[1]\n", "\n")) {
      assertEquals(line, unwrapped(line, "payload", 16, 1 << 20));
    }
    String tooLong = "{\"payload\":{\"a\":\"" + "x".repeat(200_000) + "\"}}\n";
    assertEquals(tooLong, unwrapped(tooLong, "payload", 4096, 1_000));
  }

  @Test
  void aFileIsToldAndReadAsWhatTheEnvelopesHold() throws IOException {
    byte[] bytes = AIRBYTE_MESSAGES.getBytes(StandardCharsets.UTF_8);
    FileHead head = FileHead.read(new ByteArrayChannel(bytes, bytes.length), ReadLimits.DEFAULT);
    assertEquals("record/data", head.envelope());
    assertEquals(Format.POSTS_JSONL, head.format(null, RecordKind.POSTS, "a.jsonl").orElseThrow());
    bytes = AIRBYTE_MESSAGES.getBytes(StandardCharsets.UTF_8);
    Collected<Post> read = new Collected<>();
    new PostsJson(ReadLimits.DEFAULT)
        .read(
            new EnvelopeChannel(
                new ByteArrayChannel(bytes, bytes.length), Envelope.at("record/data"), 1 << 20),
            ByteRange.WHOLE,
            read);
    assertEquals(1, read.records.size());
    assertEquals(0, read.rejections.size());
  }
}
