package dev.earshot.pipelines.sources.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.mapping.Mapping;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What spreadsheets do to CSV files. */
class SpreadsheetFilesTest {
  private static final String MAPPING =
      """
      kind: posts
      constants: {network: x}
      columns: {post_id: id, author_id: who, text: text, posted_at: when}
      """;

  private static Collected<Post> read(String mapping, byte[] file) throws IOException {
    Source<Post> source = MappedCsv.posts(Mapping.parse(mapping, "m.yaml"), ReadLimits.DEFAULT);
    return Collected.whole(
        source.needsSurvey() ? source.surveyed(new ByteArrayChannel(file, file.length)) : source,
        file);
  }

  private static List<String> times(Collected<Post> read) {
    return read.records.stream()
        .map(post -> java.time.Instant.ofEpochMilli(post.postedAtMicros() / 1000).toString())
        .toList();
  }

  @Test
  void aLaterRowTellsTheOrderOfDayAndMonth() throws IOException {
    String zone = MAPPING + "zone: Europe/London\n";
    byte[] days =
        Collected.bytes("id,who,when,text\n1,a,1/2/2021 10:00,x\n2,a,13/2/2021 10:00,x\n");
    assertEquals(List.of("2021-02-01T10:00:00Z", "2021-02-13T10:00:00Z"), times(read(zone, days)));
    byte[] months =
        Collected.bytes("id,who,when,text\n1,a,1/2/2021 10:00,x\n2,a,2/13/2021 9:00,x\n");
    assertEquals(
        List.of("2021-01-02T10:00:00Z", "2021-02-13T09:00:00Z"), times(read(zone, months)));
    byte[] both =
        Collected.bytes("id,who,when,text\n1,a,13/2/2021 10:00,x\n2,a,2/13/2021 9:00,x\n");
    Collected<Post> read = read(zone, both);
    assertEquals(List.of("2021-02-13T10:00:00Z"), times(read));
    assertEquals(RejectionReason.INVALID_TIMESTAMP, read.rejections.get(0).reason());
    byte[] neither = Collected.bytes("id,who,when,text\n1,a,1/2/2021 10:00,x\n");
    assertEquals(RejectionReason.AMBIGUOUS_DATE, read(zone, neither).rejections.get(0).reason());
    assertEquals(
        List.of("2021-01-02T10:00:00Z"), times(read(zone + "day_order: month-first\n", neither)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
  void aByteOrderMarkTellsTheEncoding(String encoding) throws IOException {
    String text = "\ufeffid,who,when,text\r\n1,Zoë,1346260378,\"grüße 😀\r\nzwei\rdrei\"\r\n";
    byte[] file = text.repeat(1).getBytes(Charset.forName(encoding));
    Collected<Post> read = read(MAPPING, file);
    assertEquals(List.of(), read.rejections);
    assertEquals("Zoë", read.records.get(0).authorId());
    assertEquals("grüße 😀\r\nzwei\rdrei", read.records.get(0).text());
  }

  @Test
  void anEncodingCanBeStated() throws IOException {
    byte[] file =
        "id;who;when;text\n1;Zoë;1346260378;5 € – ja\n".getBytes(Charset.forName("windows-1252"));
    String stated = MAPPING + "delimiter: ';'\nencoding: windows-1252\n";
    assertEquals("5 € – ja", read(stated, file).records.get(0).text());
    assertEquals(
        RejectionReason.INVALID_ENCODING,
        read(MAPPING + "delimiter: ';'\n", file).rejections.get(0).reason());
  }

  /** Surrogate pairs and sequences across the buffers of the channel. */
  @Test
  void longTextsKeepEveryCharacter() throws IOException {
    for (int pad = 0; pad < 4; pad++) {
      String text = "x".repeat(pad) + "😀é".repeat(20_000);
      byte[] file =
          ("\ufeffid,who,when,text\n1,a,1346260378," + text + "\n")
              .getBytes(StandardCharsets.UTF_16LE);
      assertEquals(text, read(MAPPING, file).records.get(0).text());
    }
  }

  @Test
  void idsOfSpreadsheets() throws IOException {
    String rows = "id,who,when,text\n3.0,a,1346260378,x\n5.70306E+17,a,1346260378,x\n,,,\n,,,\n";
    Collected<Post> read = read(MAPPING, Collected.bytes(rows));
    assertEquals(List.of("3"), read.records.stream().map(Post::postId).toList());
    assertEquals(
        List.of(RejectionReason.RUINED_ID),
        read.rejections.stream().map(one -> one.reason()).toList());
  }
}
