package dev.earshot.pipelines.sources.recognise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.Contexts;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.PlatformFixture;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.json.ChatAccounts;
import dev.earshot.pipelines.sources.json.ChatMembers;
import dev.earshot.pipelines.sources.spec.SourceContext;
import dev.earshot.pipelines.sources.times.DayOrder;
import dev.earshot.pipelines.sources.times.LocalTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Chats as their apps export them; the fixtures are made by hand. */
class ChatExportsTest {
  private static final Path FOLDER = Path.of("../testdata/platforms");
  private static final Path SAMPLES = Path.of("../../shared/data/platform_samples");
  private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
  private static final SourceContext NOBODY =
      Contexts.of(new ChatAccounts(new LocalTimes(AUCKLAND, null), (network, account) -> false));

  private static final String ONE_SIDED =
      """
      [14/02/24, 09:00:00] Marl: \u200eMessages and calls are end-to-end encrypted.
      [14/02/24, 09:01:00] Kea Desk: hello
      """;

  private static Collected<Message> messages(Format format, Path file) throws IOException {
    return Collected.file(Formats.open(format, Message.class, NOBODY), file, ReadLimits.DEFAULT);
  }

  private static Collected<Post> posts(Format format, String file) throws IOException {
    return Collected.file(
        Formats.open(format, Post.class, NOBODY), FOLDER.resolve(file), ReadLimits.DEFAULT);
  }

  private static String time(long micros) {
    return Instant.EPOCH.plusNanos(micros * 1000).toString();
  }

  private static List<String> lines(Collected<Message> read) {
    return read.records.stream()
        .map(
            one ->
                String.join(
                    "|",
                    one.senderId() + ">" + one.recipientId(),
                    time(one.sentAtMicros()),
                    one.text()))
        .toList();
  }

  private static List<String> rejections(Collected<?> read) {
    return read.rejections.stream()
        .map(one -> one.reason().code() + " " + one.field() + " line " + one.lineInRange())
        .toList();
  }

  private static Set<String> ids(Collected<Message> read) {
    return read.records.stream().map(Message::messageId).collect(Collectors.toSet());
  }

  @Test
  void messenger() throws IOException {
    Collected<Message> read =
        messages(Format.MESSENGER_EXPORT, FOLDER.resolve("messenger-export.json"));
    assertEquals(
        List.of(
            "Café Dotterel>Zoë Marl|2023-11-14T22:13:20.300Z|Gern ❤",
            "Zoë Marl>Café Dotterel|2023-11-14T22:13:20.200Z|",
            "Zoë Marl>Café Dotterel|2023-11-14T22:13:20.100Z|Danke 😀, it’s fixed",
            "Zoë Marl>Café Dotterel|2023-11-14T22:13:20.100Z|Danke 😀, it’s fixed"),
        lines(read));
    assertEquals(
        List.of("missing_field sent_at line 10", "invalid_field text line 11"), rejections(read));
    assertEquals(3, ids(read).size(), "the same message twice has one id");
    assertEquals(1, read.records.stream().map(Message::conversationId).distinct().count());
    assertEquals("facebook", read.records.get(0).network());
  }

  @Test
  void instagram() throws IOException {
    Collected<?> read = PlatformFixture.read("instagram/message_1.json", Format.INSTAGRAM_EXPORT);
    List<Message> messages = read.records.stream().map(Message.class::cast).toList();
    assertEquals(List.of("👍", "Schau hier", ""), messages.stream().map(Message::text).toList());
    assertEquals("instagram", messages.get(0).network());
    assertEquals("Zoë Marl", messages.get(0).senderId());
    assertEquals("Café Dotterel", messages.get(0).recipientId());
    assertEquals(List.of(), read.rejections);
  }

  @Test
  void aBrandInAGroupIsWrittenTo() throws IOException {
    byte[] thread =
        Collected.bytes(
            "{\"participants\":[{\"name\":\"A\"},{\"name\":\"B\"},{\"name\":\"Kea\"}],\"messages\":["
                + "{\"sender_name\":\"A\",\"timestamp_ms\":1700000000000,\"content\":\"x\"},"
                + "{\"sender_name\":\"Kea\",\"timestamp_ms\":1700000000001,\"content\":\"y\"}]}");
    ChatAccounts kea =
        new ChatAccounts(
            LocalTimes.UNKNOWN,
            (network, account) -> network.equals("instagram") && account.equals("Kea"));
    Collected<Message> read =
        Collected.whole(
            Formats.open(Format.INSTAGRAM_EXPORT, Message.class, Contexts.of(kea)), thread);
    assertEquals("Kea", read.records.get(0).recipientId());
    String group = "group:" + read.records.get(1).conversationId();
    assertEquals(group, read.records.get(1).recipientId());
    assertEquals(List.of(), read.rejections);
  }

  @Test
  void telegramMessages() throws IOException {
    Collected<Message> read = messages(Format.TELEGRAM_MESSAGES, FOLDER.resolve("telegram.json"));
    assertEquals(
        List.of(
            "user70>user30|2024-05-01T10:00:00Z|is https://example.org/a 👀?",
            "user30>user70|2024-05-01T00:05:00Z|yes",
            "user70>user30|2024-05-01T10:06:40Z|",
            "user71>user30|2024-05-01T10:06:41Z|hello"),
        lines(read));
    assertEquals(List.of("invalid_timestamp sent_at line 12"), rejections(read));
    assertEquals(
        Set.of("70/2", "70/3", "70/4", "80/2"), ids(read), "ids are unique in a chat only");
  }

  @Test
  void telegramVoiceMessageIsNoInstagram() throws IOException {
    byte[] chat =
        Collected.bytes(
            """
            {"name":"Tui Desk","type":"personal_chat","id":40,"messages":[
            {"id":1,"type":"message","date":"2025-05-02T08:00:00","date_unixtime":"1746172800",
            "from":"Marl","from_id":"user41","text":"","text_entities":[],
            "media_type":"voice_message","duration_seconds":3}]}
            """);
    FileHead head = FileHead.read(new ByteArrayChannel(chat, chat.length), ReadLimits.DEFAULT);
    assertEquals(Format.TELEGRAM_MESSAGES, head.format(null).orElseThrow());
  }

  @Test
  void telegramPosts() throws IOException {
    Collected<Post> read = posts(Format.TELEGRAM_POSTS, "telegram.json");
    assertEquals(List.of(), read.rejections);
    assertEquals(2, read.records.size(), "of the public channel alone");
    Post first = read.records.get(0);
    assertEquals("90/7", first.postId());
    assertEquals("channel90", first.authorId());
    assertEquals("image", first.mediaType());
    assertEquals(5L, first.engagement() == null ? null : first.engagement().likeCount());
    Post second = read.records.get(1);
    assertEquals("90/7", second.thread().inReplyToPostId());
    assertEquals("nice", second.text());
    assertEquals("2024-05-01T10:06:43Z", time(second.postedAtMicros()));
  }

  @Test
  void whatsAppOnAndroid() throws IOException {
    Collected<Message> read =
        messages(Format.WHATSAPP_EXPORT, FOLDER.resolve("whatsapp-android.txt"));
    assertEquals(
        List.of(
            "Marl>+64 21 000|2023-12-31T10:58:00Z|Is it\n\nopen: today?",
            "+64 21 000>Marl|2023-12-31T10:59:00Z|",
            "Marl>+64 21 000|2023-12-31T11:00:00Z|ok",
            "Marl>+64 21 000|2023-12-31T11:00:00Z|ok",
            "Marl>+64 21 000|2023-12-31T11:01:00Z|",
            "+64 21 000>Marl|2023-12-31T11:04:00Z|done"),
        lines(read));
    assertEquals(List.of("invalid_timestamp sent_at line 11"), rejections(read));
    assertEquals(Map.of(SkipReason.OTHER, 4), read.skipped, "events, with a colon or without");
    assertEquals(6, ids(read).size(), "the same words in the same minute are two messages");
    assertEquals(
        ids(read), ids(messages(Format.WHATSAPP_EXPORT, FOLDER.resolve("whatsapp-android.txt"))));
  }

  @Test
  void whatsAppOnAPhone() throws IOException {
    Collected<Message> read =
        messages(Format.WHATSAPP_EXPORT, FOLDER.resolve("whatsapp-iphone.txt"));
    assertEquals(
        List.of(
            "Marl>Kea Desk|2023-12-31T10:58:01Z|",
            "Kea Desk>Marl|2023-12-31T11:00:02Z|Frohes Neues!",
            "Kea Desk>Marl|2024-01-01T11:00:02Z|zwei\nZeilen"),
        lines(read));
    assertEquals(List.of(), read.rejections);
  }

  @Test
  void theNameOfAWhatsAppGroupIsNobody() throws IOException {
    Path file = FOLDER.resolve("whatsapp-group.txt");
    Collected<Message> read = messages(Format.WHATSAPP_EXPORT, file);
    String group = "group:" + read.records.get(0).conversationId();
    assertEquals(
        List.of(
            "Marl>"
                + group
                + "|2024-02-13T20:01:00Z|Ist eine Nachricht Ende-zu-Ende-verschlüsselt?",
            "Marl>" + group + "|2024-02-13T20:02:00Z|",
            "Kea Desk>" + group + "|2024-02-13T20:03:00Z|Ja: immer",
            "Ana \"Anita\" B>" + group + "|2024-02-13T20:05:00Z|She said \"yes: ok\""),
        lines(read));
    assertEquals(Map.of(SkipReason.OTHER, 3), read.skipped);
    assertEquals(List.of(), read.rejections);
    ChatMembers three = new ChatMembers(name -> false);
    List.of("Marl", "Kea Desk", "Ana \"Anita\" B").forEach(three::add);
    assertEquals("group:" + three.conversationId(), group);
  }

  @Test
  void aBrandInAWhatsAppGroupAnswersWhoWroteLast() throws IOException {
    ChatAccounts desk =
        new ChatAccounts(
            new LocalTimes(AUCKLAND, null), (network, account) -> account.equals("Kea Desk"));
    Collected<Message> read =
        Collected.file(
            Formats.open(Format.WHATSAPP_EXPORT, Message.class, Contexts.of(desk)),
            FOLDER.resolve("whatsapp-group.txt"),
            ReadLimits.DEFAULT);
    assertEquals(
        List.of("Kea Desk", "Kea Desk", "Marl", "Kea Desk"),
        read.records.stream().map(Message::recipientId).toList());
  }

  @Test
  void whoeverNeverAnsweredIsWrittenTo() throws IOException {
    Collected<Message> read =
        Collected.whole(
            Formats.open(Format.WHATSAPP_EXPORT, Message.class, NOBODY)
                .surveyed(channel(ONE_SIDED)),
            ONE_SIDED);
    assertEquals(List.of("Kea Desk>Marl|2024-02-13T20:01:00Z|hello"), lines(read));
  }

  private static ByteArrayChannel channel(String text) {
    return new ByteArrayChannel(Collected.bytes(text), Collected.bytes(text).length);
  }

  @Test
  void whatsAppDoesNotGuessTheMonth() throws IOException {
    Collected<Message> read =
        messages(Format.WHATSAPP_EXPORT, FOLDER.resolve("whatsapp-ambiguous.txt"));
    assertEquals(
        List.of(
            "missing_field sent_at line 0",
            "ambiguous_date sent_at line 1",
            "ambiguous_date sent_at line 2"),
        rejections(read));
    ChatAccounts us =
        new ChatAccounts(
            new LocalTimes(ZoneId.of("America/New_York"), DayOrder.MONTH_FIRST),
            (network, account) -> false);
    Collected<Message> stated =
        Collected.file(
            Formats.open(Format.WHATSAPP_EXPORT, Message.class, Contexts.of(us)),
            FOLDER.resolve("whatsapp-ambiguous.txt"),
            ReadLimits.DEFAULT);
    assertEquals(
        List.of("Marl>Kea Desk|2024-01-03T04:59:00Z|a", "Kea Desk>Marl|2024-01-03T05:00:00Z|b"),
        lines(stated));
  }

  @Test
  void discord() throws IOException {
    Collected<Message> direct =
        messages(Format.DISCORD_MESSAGES, FOLDER.resolve("discord-direct.json"));
    assertEquals(
        List.of("11>12|2024-05-01T10:00:00.500Z|hello <@1>", "12>11|2024-05-01T10:01:00Z|hi"),
        lines(direct));
    assertEquals(Set.of("9007199254740993", "2"), ids(direct));
    assertEquals(List.of(false, true), direct.records.stream().map(Message::isAutomated).toList());
    assertEquals(
        List.of(), messages(Format.DISCORD_MESSAGES, FOLDER.resolve("discord-guild.json")).records);
    assertEquals(List.of(), posts(Format.DISCORD_POSTS, "discord-direct.json").records);
    Collected<Post> guild = posts(Format.DISCORD_POSTS, "discord-guild.json");
    assertEquals(List.of("kea is down", "fixed"), guild.records.stream().map(Post::text).toList());
    assertEquals("1", guild.records.get(1).thread().inReplyToPostId());
    assertEquals("2024-05-01T08:01:00Z", time(guild.records.get(1).postedAtMicros()));
    assertEquals(List.of("invalid_timestamp posted_at line 7"), rejections(guild));
  }

  /** The expected file is another program's decoding of the same thread, oldest first. */
  @Test
  void metasMojibakeIsDecodedExactly() throws IOException {
    Path folder = SAMPLES.resolve("facebook_export");
    assumeTrue(Files.exists(folder), "the third-party samples are not here");
    Collected<Message> read =
        messages(Format.MESSENGER_EXPORT, folder.resolve("derived_mojibake_message_1.json"));
    List<String> found = new ArrayList<>();
    for (Message message : read.records) {
      found.add(0, message.sentAtMicros() + "|" + message.senderId() + "|" + message.text());
    }
    List<String> expected = new ArrayList<>();
    ObjectMapper mapper = new ObjectMapper();
    for (String line : Files.readAllLines(folder.resolve("derived_mojibake_expected.jsonl"))) {
      JsonNode one = mapper.readTree(line);
      expected.add(
          one.path("timestamp_ms").asLong() * 1000
              + "|"
              + one.path("sender_name").asText()
              + "|"
              + one.path("content").asText());
    }
    assertEquals(expected, found);
    assertEquals(List.of(), read.rejections);
  }
}
