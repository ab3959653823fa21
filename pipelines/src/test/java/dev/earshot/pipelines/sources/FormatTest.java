package dev.earshot.pipelines.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import dev.earshot.pipelines.sources.bytes.Compression;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.fields.IdentityField;
import dev.earshot.pipelines.sources.fields.MessageField;
import dev.earshot.pipelines.sources.fields.OrderField;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.mapping.Mapping;
import dev.earshot.pipelines.sources.recognise.FileHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {
  private static final Mapping MESSAGES =
      Mapping.parse(
          """
          kind: messages
          constants: {network: x, recipient_id: brand}
          columns: {sender_id: from, sent_at: at, text: text}
          """,
          "messages.yaml");

  @ParameterizedTest
  @CsvSource({
    "posts-jsonl:data/*.gz, POSTS_JSONL, data/*.gz",
    "messages-csv:s3://bucket/a.csv, MESSAGES_CSV, s3://bucket/a.csv",
    "posts-csv:C:\\data\\a.csv, POSTS_CSV, C:\\data\\a.csv",
    "s3://bucket/a.jsonl, , s3://bucket/a.jsonl",
    "file:/data/a.jsonl, , file:/data/a.jsonl",
    "C:\\data\\a.jsonl, , C:\\data\\a.jsonl",
    "C:/data/a.jsonl, , C:/data/a.jsonl",
    "data/10:30.jsonl, , data/10:30.jsonl",
    "2025-01-01T10:30.jsonl, , 2025-01-01T10:30.jsonl",
    ":a, , :a",
    "a.jsonl, , a.jsonl"
  })
  void splitsArguments(String argument, @Nullable Format format, String pattern) {
    assertEquals(new InputArgument(format, null, pattern), InputArgument.parse(argument));
  }

  @ParameterizedTest
  @ValueSource(strings = {"post-jsonl:a", "post-jsonl:/a", "csv:a.csv", "posts-csv:", " "})
  void refusesArguments(String argument) {
    assertThrows(UnknownFormatException.class, () -> InputArgument.parse(argument));
  }

  @ParameterizedTest
  @CsvSource({
    "orders-csv:dotterel=a*.csv, ORDERS_CSV, dotterel, a*.csv",
    "dotterel=s3://shop/a=b.csv, , dotterel, s3://shop/a=b.csv",
    "./dt=2026-03-01/a.csv, , , ./dt=2026-03-01/a.csv",
    "a.csv, , , a.csv"
  })
  void splitsBrandsOff(
      String argument, @Nullable Format format, @Nullable String brand, String pattern) {
    assertEquals(
        new InputArgument(format, brand, pattern), InputArgument.parse(argument).withBrand());
  }

  private static Optional<Format> sniff(byte[] file, @Nullable Mapping mapping) throws IOException {
    return FileHead.read(new ByteArrayChannel(file, file.length), ReadLimits.DEFAULT)
        .format(mapping);
  }

  private static Optional<Format> sniff(String file, @Nullable Mapping mapping) throws IOException {
    return sniff(Collected.bytes(file), mapping);
  }

  @Test
  void tellsTheFormatByTheContent() throws IOException {
    assertEquals(Optional.of(Format.POSTS_JSONL), sniff("\ufeff{\"a\":{},\"post_id\":1}", null));
    assertEquals(Optional.of(Format.MESSAGES_JSONL), sniff("\n{\"message_id\":1,\"te", MESSAGES));
    assertEquals(Optional.of(Format.POSTS_JSONL), sniff("{x\n{\"post_id\":1}\n", null));
    assertEquals(Optional.of(Format.MESSAGES_CSV), sniff("a,b\n1,2\n", MESSAGES));
    assertEquals(Optional.empty(), sniff("", null));
    assertEquals(Optional.empty(), sniff("\ufeff\n\n", null));
  }

  @Test
  void looksIntoCompressedFiles() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(file)) {
      out.write(Collected.bytes("{\"post_id\":1,\"text\":\"" + "a".repeat(1 << 20)));
    }
    FileHead head =
        FileHead.read(new ByteArrayChannel(file.toByteArray(), file.size()), ReadLimits.DEFAULT);
    assertEquals(Compression.GZIP, head.compression());
    assertEquals(Optional.of(Format.POSTS_JSONL), head.format(null));
  }

  @Test
  void namesTheCandidatesWhereItCannotTell() {
    for (String file : List.of("{\"id\":1}", "[{\"post_id\":1}]")) {
      String message =
          assertThrows(UnknownFormatException.class, () -> sniff(file, null)).getMessage();
      assertTrue(message != null && message.contains("earshot formats lists them"), message);
    }
    String both =
        assertThrows(
                UnknownFormatException.class,
                () -> sniff("{\"post_id\":1}\n{\"message_id\":1}", null))
            .getMessage();
    assertTrue(
        both != null
            && both.startsWith(
                "holds lines of several formats: posts-jsonl in line 1, messages-jsonl in line 2;"),
        both);
    String csv =
        assertThrows(UnknownFormatException.class, () -> sniff("a,b\n", null)).getMessage();
    assertTrue(csv != null && csv.contains("posts-csv, messages-csv"), csv);
    assertThrows(
        UnknownFormatException.class, () -> sniff(new byte[] {'P', 'K', 3, 4, 0, 0}, MESSAGES));
  }

  @ParameterizedTest
  @CsvSource({
    "instagram-kea-2026-01-01/messages/inbox/marl_1/message_1.json, INSTAGRAM_EXPORT",
    "x/your_facebook_activity/messages/inbox/instagramfan_1/message_1.json, MESSENGER_EXPORT",
    "messenger-2024/your_instagram_activity/messages/inbox/ana_1/message_1.json, INSTAGRAM_EXPORT",
    "facebook_export/message_1.json, MESSENGER_EXPORT",
    "inbox/marl_1/message_1.json,",
    "facebook/instagram/message_1.json,",
    "message_1.json,"
  })
  void theFolderTellsThreadsOfInstagramAndMessengerApart(String path, @Nullable Format expected)
      throws IOException {
    String file =
        "{\"participants\":[{\"name\":\"A\"}],\"messages\":[{\"sender_name\":\"A\",%s\"content\":\"\"}]}";
    byte[] alike = Collected.bytes(file.formatted(""));
    FileHead head = FileHead.read(new ByteArrayChannel(alike, alike.length), ReadLimits.DEFAULT);
    if (expected == null) {
      String message =
          assertThrows(
                  UnknownFormatException.class, () -> head.format(null, RecordKind.MESSAGES, path))
              .getMessage();
      assertEquals(
          "may be messenger-export or instagram-export; state the format, as in"
              + " messenger-export:FILE",
          message);
    } else {
      assertEquals(Optional.of(expected), head.format(null, RecordKind.MESSAGES, path));
    }
    String uri = "\"photos\":[{\"uri\":\"your_%s_activity/messages/1.jpg\"}],";
    assertEquals(
        Optional.of(Format.INSTAGRAM_EXPORT),
        sniff(file.formatted(uri.formatted("instagram")), null),
        "what the content tells needs no folder");
    assertEquals(
        Optional.of(Format.MESSENGER_EXPORT),
        sniff(file.formatted(uri.formatted("facebook")), null));
  }

  @Test
  void aFullExportOfTelegramIsWhatItIsGivenAs() throws IOException {
    byte[] file = Files.readAllBytes(Path.of("../testdata/platforms/telegram.json"));
    FileHead head = FileHead.read(new ByteArrayChannel(file, file.length), ReadLimits.DEFAULT);
    assertEquals(
        Optional.of(Format.TELEGRAM_POSTS), head.format(null, RecordKind.POSTS, "result.json"));
    assertEquals(
        Optional.of(Format.TELEGRAM_MESSAGES),
        head.format(null, RecordKind.MESSAGES, "result.json"));
    assertThrows(UnknownFormatException.class, () -> head.format(null));
  }

  @Test
  void everyFormatFieldAndReasonIsDocumented() throws IOException {
    String manual = Files.readString(Path.of("docs/input-format.md"));
    List<String> names = new ArrayList<>();
    Arrays.stream(Format.values()).map(Format::code).forEach(names::add);
    PostField.ALL.stream().map(PostField::path).forEach(names::add);
    OrderField.ALL.stream().map(OrderField::path).forEach(names::add);
    IdentityField.ALL.stream().map(IdentityField::path).forEach(names::add);
    MessageField.ALL.stream().map(MessageField::path).forEach(names::add);
    Arrays.stream(RejectionReason.values()).map(RejectionReason::code).forEach(names::add);
    names.replaceAll(name -> name.substring(name.indexOf('.') + 1));
    assertEquals(List.of(), names.stream().filter(n -> !manual.contains("`" + n + "`")).toList());
  }
}
