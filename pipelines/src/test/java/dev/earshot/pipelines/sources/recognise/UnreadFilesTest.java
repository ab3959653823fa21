package dev.earshot.pipelines.sources.recognise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.sources.UnknownFormatException;
import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that cannot be read and are named for what they are. */
class UnreadFilesTest {
  private static final String POST =
      """
      {"network":"x","post_id":"1","author_id":"a","text":"t","posted_at":"2026-03-01T00:00:00Z"}
      """;
  private static final String MESSAGE =
      """
      {"network":"x","message_id":"1","sender_id":"a","recipient_id":"b","text":"t","sent_at":"2026-03-01T00:00:00Z"}
      """;
  private static final String TWEET =
      """
      {"data":{"id":"1","author_id":"2","text":"t","created_at":"2026-03-01T00:00:00Z","edit_history_tweet_ids":["1"]}}
      """;

  private static String refused(String content) throws IOException {
    byte[] bytes = Collected.bytes(content);
    FileHead head = FileHead.read(new ByteArrayChannel(bytes, bytes.length), ReadLimits.DEFAULT);
    return assertThrows(
            UnknownFormatException.class, () -> head.format(null, RecordKind.POSTS, "a.jsonl"))
        .getMessage();
  }

  @Test
  void aMixedStreamSaysWhichLinesAreWhat() throws IOException {
    String message = refused("Error: begun\n" + POST + POST + MESSAGE + "\n" + POST + MESSAGE);
    assertEquals(
        "holds lines of several formats: posts-jsonl in lines 2-3, 6, messages-jsonl in lines 4, 7;"
            + " make a file of each, or state one, as in posts-jsonl:FILE, by which all other lines"
            + " are rejected or counted as other",
        message);
  }

  @Test
  void ofManyChangesTheFirstAreShown() throws IOException {
    String message = refused((POST + MESSAGE).repeat(50));
    assertTrue(
        message.contains(
            "posts-jsonl in lines 1, 3, 5, 7 and so on, messages-jsonl in lines 2, 4, 6, 8 and so on;"),
        message);
    assertTrue(refused(POST + MESSAGE).contains("messages-jsonl in line 2;"));
  }

  @Test
  void linesOfPlatformsToo() throws IOException {
    String toot =
        """
        {"kind":"t1","data":{"id":"a","name":"t1_a","body":"t","author":"u","created_utc":1772359200,"subreddit":"s","link_id":"t3_b"}}
        """;
    assertTrue(
        refused(TWEET + toot)
            .startsWith(
                "holds lines of several formats: x-api-v2 in line 1, reddit-api in line 2;"),
        refused(TWEET + toot));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"ID\": 1101234567890123457, \"Timestamp\": \"2026-10-31 13:45:12\", \"Contents\": \"hi\", \"Attachments\": \"\"}]",
        "ID,Timestamp,Contents,Attachments\n1101234567890123457,2023-10-31 13:45:12.101000+00:00,hi,\n",
        "{\"id\": \"1100000000000000001\", \"type\": \"DM\", \"recipients\": [\"1\", \"2\"]}",
        "{\"id\": \"1100000000000000001\", \"type\": 1, \"recipients\": [\"1\", \"2\"]}",
        "{\"id\": \"11\", \"type\": 0, \"name\": \"caps\", \"guild\": {\"id\": \"1\", \"name\": \"Kea\"}}"
      })
  void discordsOwnPackage(String content) throws IOException {
    String message = refused(content);
    assertTrue(message.startsWith("is of Discord's own data package"), message);
    assertTrue(message.contains("DiscordChatExporter"), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"message\":\"(#4) Application request limit reached\",\"type\":\"OAuthException\",\"code\":4,\"fbtrace_id\":\"A\"}}",
        "{\"title\":\"Too Many Requests\",\"detail\":\"x\",\"type\":\"about:blank\",\"status\":429,\"errors\":[{\"message\":\"x\"}]}"
      })
  void errorsOfApis(String content) throws IOException {
    assertTrue(refused(content).startsWith("is an error that an API answered"), refused(content));
  }
}
