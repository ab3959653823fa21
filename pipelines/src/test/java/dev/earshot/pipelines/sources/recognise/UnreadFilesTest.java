package dev.earshot.pipelines.sources.recognise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.sources.UnknownFormatException;
import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  private static Format told(String content) throws IOException {
    byte[] bytes = Collected.bytes(content);
    FileHead head = FileHead.read(new ByteArrayChannel(bytes, bytes.length), ReadLimits.DEFAULT);
    return head.format(null).orElseThrow();
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

  /** The marks of messages leave out those of posts, so that the file has those of one format. */
  @Test
  void postsAreNotMissedInAStreamOfMessagesOfTheirPlatform() throws IOException {
    String post =
        """
        {"kind":"t3","data":{"id":"a","name":"t3_a","title":"t","author":"u","created_utc":1772359200,"subreddit":"s"}}
        """;
    String message =
        """
        {"kind":"t4","data":{"id":"b","name":"t4_b","body":"t","author":"u","dest":"v","created_utc":1772359200}}
        """;
    assertTrue(
        refused(post + message)
            .startsWith(
                "holds lines of several formats: reddit-api in line 1, reddit-api-messages in line 2;"
                    + " make a file of each, or state one, as in reddit-api-messages:FILE"),
        refused(post + message));
    assertEquals(Format.REDDIT_API, told(post + post));
    assertEquals(Format.REDDIT_API_MESSAGES, told(message + message));
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
        "{\"title\":\"Too Many Requests\",\"detail\":\"x\",\"type\":\"about:blank\",\"status\":429,\"errors\":[{\"message\":\"x\"}]}",
        "{\"title\":\"Unauthorized\",\"type\":\"about:blank\",\"status\":401,\"detail\":\"x\"}",
        "{\"message\":\"Too Many Requests\",\"error\":429}",
        "{\"error\":\"Record not found\"}",
        "{\"error\":\"InvalidRequest\",\"message\":\"Error: params\"}"
      })
  void errorsOfApis(String content) throws IOException {
    assertTrue(refused(content).startsWith("is an error that an API answered"), refused(content));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Summation column,Id,Requester,Requester id,Assignee,Group,Subject,Status"
            + "|is Zendesk's list of tickets, which has no messages; export the account as JSON",
        "Ticket ID,Subject,Status,Priority,Agent,Agent interactions,Customer interactions,Tags"
            + "|is Freshdesk's list of tickets, which has no messages; take GET",
        "\"Agent name\",\"Assigned conversations\",\"Avg first response time\",\"Avg resolution time\""
            + "|is a report of Chatwoot, which has no messages; take GET",
        "Message ID,Conversation ID,Direction,Status,Inbox,Message Date,Response time,Handle time"
            + "|is Front's export of messages without their texts; export it again with",
        "Conversation ID,Medium,Channel,Channel Display Name,Contact Primary Identifier,Created at"
            + "|is Hootsuite's list of conversations, which has no messages; take the export",
      })
  void tablesOfDesksWithoutMessages(String header, String expected) throws IOException {
    String message = refused(header + "\n1,2,3,4,5,6\n");
    assertTrue(message.startsWith(expected), message);
  }

  @Test
  void aTableOfPostsAndMessagesNeedsToBeGivenAsOne() throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of("../testdata/platforms/desks/hootsuite-inbox.csv"));
    FileHead head = FileHead.read(new ByteArrayChannel(bytes, bytes.length), ReadLimits.DEFAULT);
    assertEquals(
        "may be hootsuite-csv or hootsuite-messages-csv; state the format, as in"
            + " hootsuite-csv:FILE",
        assertThrows(UnknownFormatException.class, () -> head.format(null)).getMessage());
  }
}
