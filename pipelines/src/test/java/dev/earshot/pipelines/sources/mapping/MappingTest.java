package dev.earshot.pipelines.sources.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.models.domain.Engagement;
import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.tabular.MappedCsv;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {
  private static final String POSTS =
      """
      kind: posts
      delimiter: ";"
      constants:
        network: x
      columns:
        post_id: id
        author_id: who
        text: words
        posted_at: at
        engagement.like_count: likes
        engagement.observed_at: seen
      timestamps: ["dd.MM.yyyy HH:mm X"]
      unescape_html: true
      """;

  private static List<String> mistakes(String yaml) {
    return assertThrows(MappingException.class, () -> Mapping.parse(yaml, "m.yaml")).mistakes();
  }

  private static Collected<Post> read(String rows) throws IOException {
    Source<Post> source = MappedCsv.posts(Mapping.parse(POSTS, "m.yaml"), ReadLimits.DEFAULT);
    return Collected.whole(source, "id;who;words;at;likes;seen\n" + rows);
  }

  @Test
  void readsAMapping() {
    Mapping mapping = Mapping.parse(POSTS, "m.yaml");
    assertEquals(RecordKind.POSTS, mapping.kind());
    assertEquals(';', mapping.layout().delimiter());
    assertEquals(Map.of("network", "x"), mapping.constants());
    assertEquals(new FieldSource(List.of("words"), false), mapping.columns().get("text"));
    assertEquals(List.of("dd.MM.yyyy HH:mm X"), mapping.timestamps());
    assertEquals(Format.POSTS_CSV, mapping.format());
  }

  @Test
  void reportsEveryMistakeWithLineAndKey() {
    String fields =
        "network, post_id, author_id, author_handle, text, language, posted_at,"
            + " in_reply_to_post_id, in_reply_to_author_id, repost_of_post_id, quote_of_post_id,"
            + " conversation_id, media_type, engagement.observed_at, engagement.like_count,"
            + " engagement.share_count, engagement.comment_count, engagement.impression_count,"
            + " engagement.reach_count, engagement.author_follower_count";
    assertEquals(
        List.of(
            "m.yaml:1: columns.posted_at: required, as a column or a constant",
            "m.yaml:2: colums: no such key; known are kind, delimiter, header, decimal_comma,"
                + " encoding, constants, columns, optional_columns, values, carry_down, timestamps,"
                + " zone, day_order, unescape_html, cancelled_order_prefix, skip_rows, keep_rows",
            "m.yaml:3: delimiter: expected blanks or one ASCII character, no quote, no line end",
            "m.yaml:7: columns.body: no such field of posts; known are " + fields,
            "m.yaml:8: columns.network: is a constant too",
            "m.yaml:10: text: comes twice",
            "m.yaml:11: columns.language: expected one value",
            "m.yaml:13: timestamps: expected a pattern of java.time with date, time and, unless"
                + " zone tells, zone: yyyy-MM-dd",
            "m.yaml:14: unescape_html: expected true or false"),
        mistakes(
            """
            kind: posts
            colums: {}
            delimiter: ",,"
            constants:
              network: x
            columns:
              body: b
              network: n
              text: t
              text: t
              language: {a: b}
            timestamps:
              - yyyy-MM-dd
            unescape_html: yes please
            """));
  }

  @Test
  void reportsWhatIsNoMapping() {
    assertEquals(
        List.of("m.yaml:1: kind: expected one of posts, messages, orders, identities, profiles"),
        mistakes(""));
    assertEquals(
        List.of(
            "m.yaml:1: the file: expected keys with values",
            "m.yaml:1: kind: expected one of posts, messages, orders, identities, profiles"),
        mistakes("- a"));
    assertEquals(1, mistakes("kind: posts\ncolumns: {a: b").size());
    assertEquals("m.yaml:2: not YAML", mistakes("kind: posts\n\t- a").get(0).substring(0, 18));
  }

  @Test
  void reportsMistakesInWhatIsDoneWithCells() {
    List<String> found =
        mistakes(
            """
            kind: posts
            constants: {network: x}
            columns:
              text: [t, {a: b}]
              posted_at: []
            optional_columns:
              text: u
              colour: c
            values:
              tt: {}
              u: {x: [y]}
            carry_down: [text, size]
            keep_rows: {c: {a: b}}
            skip_rows: [a]
            """);
    assertEquals(
        List.of(
            "m.yaml:4: columns.text: expected one value",
            "m.yaml:5: columns.posted_at: expected a column or a list of columns",
            "m.yaml:7: optional_columns.text: is in columns too",
            "m.yaml:8: optional_columns.colour: no such field of posts",
            "m.yaml:10: values.tt: feeds no field",
            "m.yaml:11: values.u: expected one value for each",
            "m.yaml:12: carry_down.size: no such field of posts",
            "m.yaml:13: keep_rows.c: expected a list of values",
            "m.yaml:14: skip_rows: expected keys with values"),
        found.stream().map(line -> line.split(";", -1)[0]).toList());
  }

  @Test
  void constantsMustBeValid() {
    assertEquals(
        List.of(
            "m.yaml:3: constants.language: expected a value of the documented type",
            "m.yaml:4: constants.engagement.observed_at: expected a timestamp with a time zone"
                + " between 1990 and 2100"),
        mistakes(
            POSTS
                .replace("  network: x\n", "  network: x\n")
                .replace("delimiter: \";\"\n", "")
                .replace(
                    "  network: x\n",
                    "  language: 12\n  engagement.observed_at: 2017\n  network: x\n")
                .replace("  engagement.observed_at: seen\n", "")));
  }

  @Test
  void readsCellsAsSpreadsheetsWriteThem() throws IOException {
    Collected<Post> read =
        read("3.0;-4;\"a &amp;lt; &#x1F600; & &x;\";31.10.2017 23:10 +01;5.0;\n");
    assertEquals(List.of(), read.rejections);
    Post post = read.records.get(0);
    assertEquals("3", post.postId());
    assertEquals("-4", post.authorId());
    assertEquals("a &lt; \ud83d\ude00 & &x;", post.text());
    assertEquals(1509487800000000L, post.postedAtMicros());
    Engagement atPostTime = new Engagement(1509487800000000L, null, null, null, null, null, null);
    assertEquals(5L, post.engagement() == null ? null : post.engagement().likeCount());
    assertEquals(
        atPostTime.observedAtMicros(),
        post.engagement() == null ? 0 : post.engagement().observedAtMicros());
  }

  @Test
  void aSnapshotHasItsOwnTimeWhereThereIsOne() throws IOException {
    Collected<Post> read =
        read(
            """
            1;2;t;2017-10-31T22:10Z;5;2017-11-01T00:00Z
            2;2;;2017-10-31T22:10Z;;2017-11-01T00:00Z
            """);
    assertEquals(
        new Engagement(1509494400000000L, 5L, null, null, null, null, null),
        read.records.get(0).engagement());
    assertEquals(null, read.records.get(1).engagement());
    assertEquals("", read.records.get(1).text());
  }

  /** As tools show them; what may be a decimal comma is no count. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1,234|1234", "12,345,678|12345678", "999|999"})
  void readsCountsInGroupsOfThree(String cell, long count) throws IOException {
    Collected<Post> read = read("1;2;t;2017-10-31T22:10Z;" + cell + ";\n");
    Engagement engagement = read.records.get(0).engagement();
    assertEquals(count, engagement == null ? null : engagement.likeCount());
  }

  @ParameterizedTest
  @CsvSource({
    "5.70306E+17;2;t;2017-10-31T22:10Z;;, RUINED_ID, post_id",
    "570306133677760512.0;2;t;2017-10-31T22:10Z;;, RUINED_ID, post_id",
    "3.5;2;t;2017-10-31T22:10Z;;, RUINED_ID, post_id",
    "1;2;t;;;, MISSING_FIELD, posted_at",
    "1;2;t;2017-10-31 22:10;;, INVALID_TIMESTAMP, posted_at",
    "1;2;t;2017-10-31T22:10Z;-1;, INVALID_FIELD, engagement.like_count",
    "1;2;t;2017-10-31T22:10Z;1.5;, INVALID_FIELD, engagement.like_count",
    "'1;2;t;2017-10-31T22:10Z;1,5;', INVALID_FIELD, engagement.like_count",
    "'1;2;t;2017-10-31T22:10Z;1,23,456;', INVALID_FIELD, engagement.like_count",
    "'1;2;t;2017-10-31T22:10Z;,123;', INVALID_FIELD, engagement.like_count",
    "1;2;t;2017-10-31T22:10Z;1000000000001;, OUT_OF_RANGE, engagement.like_count",
    "1;2;t;2017-10-31T22:10Z;9223372036854775807;, OUT_OF_RANGE, engagement.like_count",
    "1;2;t;2017-10-31T22:10Z;99999999999999999999999.0;, OUT_OF_RANGE, engagement.like_count",
    "1;2;t;2017-10-31T22:10Z;1;x, INVALID_TIMESTAMP, engagement.observed_at",
    "1;2;t;2017-10-31T22:10Z;1, INVALID_CSV,",
    "1;2;t;2017-10-31T22:10Z;1;;, INVALID_CSV,"
  })
  void rejects(String row, RejectionReason reason, String field) throws IOException {
    Collected<Post> read = read(row);
    assertEquals(List.of(), read.records);
    assertEquals(1, read.rejections.size());
    assertEquals(reason, read.rejections.get(0).reason());
    assertEquals(field, read.rejections.get(0).field());
    assertEquals(1, read.rejections.get(0).lineInRange());
  }

  @Test
  void halvesOfACharacterInTwoCellsAreNoUtf8() throws IOException {
    byte[] file = Collected.bytes("id;who;words;at;likes;seen\n1;a;b;2017-10-31T22:10Z;;\n");
    file[29] = (byte) 0xc3;
    file[31] = (byte) 0xa9;
    Source<Post> source = MappedCsv.posts(Mapping.parse(POSTS, "m.yaml"), ReadLimits.DEFAULT);
    Collected<Post> read = Collected.whole(source, file);
    assertEquals(RejectionReason.INVALID_ENCODING, read.rejections.get(0).reason());
  }

  @Test
  void aFileWithoutRecordsHasNone() throws IOException {
    Source<Post> source = MappedCsv.posts(Mapping.parse(POSTS, "m.yaml"), ReadLimits.DEFAULT);
    assertEquals(List.of(), Collected.whole(source, "").rejections);
    assertEquals(List.of(), read("").rejections);
  }

  @Test
  void aMappedColumnThatComesTwiceMakesTheFileUnreadable() throws IOException {
    Source<Post> source = MappedCsv.posts(Mapping.parse(POSTS, "m.yaml"), ReadLimits.DEFAULT);
    Collected<Post> read =
        Collected.whole(source, "id;who;words;at;likes;seen;who\n1;2;3;4;5;6;7\n");
    assertEquals(1, read.rejections.size());
    assertEquals(RejectionReason.FILE_UNREADABLE, read.rejections.get(0).reason());
    assertEquals("author_id", read.rejections.get(0).field());
  }

  @Test
  void readsMessages() throws IOException {
    Mapping mapping =
        Mapping.parse(
            """
            kind: messages
            constants: {network: x, recipient_id: brand}
            columns: {message_id: id, sender_id: from, text: text, sent_at: at, is_automated: bot}
            """,
            "m.yaml");
    Collected<Message> read =
        Collected.whole(
            MappedCsv.messages(mapping, ReadLimits.DEFAULT),
            "bot,at,text,from,id\nTRUE,2017-10-31T22:10:47Z,hi,ann,1\n");
    assertEquals(
        List.of(
            new Message(
                "x", "1", null, "ann", "brand", "hi", null, 1509487847000000L, true, Set.of())),
        read.records);
    assertThrows(
        IllegalArgumentException.class, () -> MappedCsv.posts(mapping, ReadLimits.DEFAULT));
  }
}
