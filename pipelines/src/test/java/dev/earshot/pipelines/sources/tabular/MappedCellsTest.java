package dev.earshot.pipelines.sources.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.OrderLine;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.mapping.Mapping;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a mapping makes of cells: joined, translated, optional, carried down, derived. */
class MappedCellsTest {
  private static Collected<Post> posts(String mapping, String file) throws IOException {
    return Collected.whole(
        MappedCsv.posts(Mapping.parse(mapping, "m.yaml"), ReadLimits.DEFAULT), file);
  }

  private static Collected<OrderLine> orders(String mapping, String file) throws IOException {
    Source<OrderLine> source =
        MappedCsv.orders(Mapping.parse(mapping, "m.yaml"), ReadLimits.DEFAULT, "kestrelwear");
    Source<OrderLine> known =
        source.needsSurvey()
            ? source.surveyed(Channels.newChannel(new ByteArrayInputStream(Collected.bytes(file))))
            : source;
    return Collected.whole(known, file);
  }

  private static long micros(String time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(time));
  }

  /**
   * A day and a time of day are one moment, a title and a text one text; empty cells are left out.
   */
  @Test
  void columnsAreJoined() throws IOException {
    Collected<Post> read =
        posts(
            """
            kind: posts
            zone: Europe/Berlin
            constants: {network: forum}
            columns: {post_id: id, author_id: by, text: [title, body], posted_at: [day, time]}
            """,
            """
            id,by,title,body,day,time
            1,ann,Caps, they last,2026-03-01,10:30
            2,ann,,only a body,2026-03-02,
            3,ann,,,2026-03-03,09:00:05
            """);
    assertEquals(
        List.of("Caps\nthey last", "only a body", ""),
        read.records.stream().map(Post::text).toList());
    assertEquals(
        List.of(
            micros("2026-03-01T09:30:00Z"),
            micros("2026-03-01T23:00:00Z"),
            micros("2026-03-03T08:00:05Z")),
        read.records.stream().map(Post::postedAtMicros).toList());
  }

  /** The zone may stand in a column, in words of the shop's own; 03/13 tells the order of all. */
  @Test
  void aZoneInAColumn() throws IOException {
    Collected<OrderLine> read =
        orders(
            """
            kind: orders
            constants: {currency: USD}
            columns: {order_id: id, customer_id: who, amount: sum, ordered_at: [Day, Time, Zone]}
            values:
              Zone: {Pacific: America/Los_Angeles, "*": America/New_York}
            timestamps: ["MM/dd/yyyy HH:mm:ss VV"]
            """,
            """
            id,who,sum,Day,Time,Zone
            1,a,5,03/02/2026,10:00:00,Pacific
            2,a,5,03/02/2026,10:00:00,Eastern
            """);
    assertEquals(
        List.of(micros("2026-03-02T18:00:00Z"), micros("2026-03-02T15:00:00Z")),
        read.records.stream().map(OrderLine::orderedAtMicros).toList());
  }

  @Test
  void aDateOfNumbersAloneIsItsFirstMoment() throws IOException {
    Collected<OrderLine> read =
        orders(
            """
            kind: orders
            zone: America/New_York
            constants: {currency: USD}
            columns: {order_id: id, customer_id: who, amount: sum, ordered_at: Day}
            """,
            "id,who,sum,Day\n1,a,5,03/02/2026\n2,a,5,03/13/2026\n");
    assertEquals(List.of(), read.rejections);
    assertEquals(
        List.of(micros("2026-03-02T05:00:00Z"), micros("2026-03-13T04:00:00Z")),
        read.records.stream().map(OrderLine::orderedAtMicros).toList());
  }

  /** Values in any case; a star for all others but the empty one; nothing for no value. */
  @Test
  void valuesAreTranslated() throws IOException {
    Collected<Post> read =
        posts(
            """
            kind: posts
            columns: {network: Source, post_id: id, author_id: by, text: text, posted_at: at,
              language: Language}
            values:
              Source: {Twitter: x, "*": web}
              Language: {English: en, "": de, Klingon: }
            """,
            """
            id,by,text,at,Source,Language
            1,a,t,2026-03-01T10:00:00Z,TWITTER ,english
            2,a,t,2026-03-01T10:00:00Z,Online News,
            3,a,t,2026-03-01T10:00:00Z,,Klingon
            4,a,t,2026-03-01T10:00:00Z,x,fr
            """);
    assertEquals(
        List.of("x en", "web de", "web fr"),
        read.records.stream().map(post -> post.network() + " " + post.language()).toList());
    assertEquals("network", read.rejections.get(0).field());
  }

  /** A column that a file may lack leaves its field empty, where it is not there. */
  @Test
  void optionalColumns() throws IOException {
    String mapping =
        """
        kind: posts
        constants: {network: x}
        columns: {post_id: id, author_id: by, text: text, posted_at: at}
        optional_columns: {language: lang, conversation_id: [thread, part]}
        """;
    Post with =
        posts(mapping, "id,by,text,at,lang,part\n1,a,t,2026-03-01T10:00Z,en,7\n").records.get(0);
    assertEquals("en", with.language());
    assertEquals("7", with.thread().conversationId());
    Post without = posts(mapping, "id,by,text,at\n1,a,t,2026-03-01T10:00Z\n").records.get(0);
    assertEquals(null, without.language());
  }

  /** A network's likes stand in its own column; the others are empty, or 0. */
  @Test
  void countsOfSeveralColumnsAreAdded() throws IOException {
    Collected<Post> read =
        posts(
            """
            kind: posts
            constants: {network: x}
            columns: {post_id: id, author_id: by, text: text, posted_at: at,
              engagement.like_count: [X Likes, Facebook Likes]}
            """,
            """
            id,by,text,at,X Likes,Facebook Likes
            1,a,t,2026-03-01T10:00Z,5,
            2,a,t,2026-03-01T10:00Z,0,7.0
            3,a,t,2026-03-01T10:00Z,,
            4,a,t,2026-03-01T10:00Z,1,many
            5,a,t,2026-03-01T10:00Z,900000000000,900000000000
            """);
    assertEquals(
        List.of("5", "7", "none"),
        read.records.stream()
            .map(post -> post.engagement())
            .map(one -> one == null ? "none" : String.valueOf(one.likeCount()))
            .toList());
    assertEquals(
        List.of("invalid_field", "out_of_range"),
        read.rejections.stream().map(one -> one.reason().code()).toList());
  }

  @Test
  void onlyKeptRowsAreRecords() throws IOException {
    Collected<Post> read =
        posts(
            """
            kind: posts
            constants: {network: x}
            columns: {post_id: id, author_id: by, text: text, posted_at: at}
            keep_rows: {type: [post, comment]}
            skip_rows: {state: draft}
            """,
            """
            id,by,text,at,type,state
            1,a,t,2026-03-01T10:00Z,Post,public
            2,a,t,2026-03-01T10:00Z,story,public
            3,a,t,2026-03-01T10:00Z,comment,Draft
            4,a,t,2026-03-01T10:00Z,,public
            5,a,t,2026-03-01T10:00Z,comment,
            """);
    assertEquals(List.of("1", "5"), read.records.stream().map(Post::postId).toList());
    assertEquals(Map.of(SkipReason.OTHER, 3), read.skipped);
  }

  @Test
  void cellsAreCarriedDown() throws IOException {
    Collected<Message> read =
        Collected.whole(
            MappedCsv.messages(
                Mapping.parse(
                    """
                    kind: messages
                    constants: {network: chat}
                    columns: {conversation_id: chat, message_id: id, sender_id: from,
                      recipient_id: to, text: text, sent_at: at}
                    carry_down: [conversation_id, sender_id]
                    """,
                    "m.yaml"),
                ReadLimits.DEFAULT),
            """
            chat,id,from,to,text,at
            c1,1,ann,desk,hello,2026-03-01T10:00Z
            ,2,,desk,still there?,2026-03-01T10:05Z
            c2,3,,desk,me too,2026-03-01T10:06Z
            """);
    assertEquals(
        List.of("c1 ann", "c1 ann", "c2 ann"),
        read.records.stream().map(m -> m.conversationId() + " " + m.senderId()).toList());
  }

  private static final String REVIEWS =
      """
      kind: posts
      constants: {network: reviews}
      columns: {text: text, posted_at: at}
      optional_columns: {engagement.like_count: likes}
      """;

  /**
   * Without ids and authors each row has its own, the same in every export: likes may grow. Three
   * equal praises are three; the export of two of them has the ids of the first two.
   */
  @Test
  void idsAreDerivedWhereAFileHasNone() throws IOException {
    Collected<Post> all =
        posts(
            REVIEWS,
            """
            text,at,likes
            Great,2026-03-01T10:00Z,1
            Great,2026-03-01T10:00Z,2
            Bad,2026-03-01T10:00Z,0
            Great,2026-03-01T10:00Z,1
            """);
    List<String> ids = all.records.stream().map(Post::postId).toList();
    assertEquals(4, ids.stream().distinct().count());
    assertTrue(ids.stream().allMatch(id -> id.matches("[0-9a-f]{32}")));
    assertEquals(
        ids.stream().map("unknown:"::concat).toList(),
        all.records.stream().map(Post::authorId).toList());
    Collected<Post> later =
        posts(REVIEWS, "likes,text,at\n9,Great,2026-03-01T10:00Z\n9,Great,2026-03-01T10:00Z\n");
    assertEquals(ids.subList(0, 2), later.records.stream().map(Post::postId).toList());
    Collected<Post> elsewhere =
        posts(REVIEWS.replace("reviews", "other"), "text,at\nGreat,2026-03-01T10:00Z\n");
    assertNotEquals(ids.get(0), elsewhere.records.get(0).postId());
  }

  /** The id is right, so that the author of a row without one is known by it. */
  @Test
  void anAuthorIsUnknownWhereTheCellIsEmpty() throws IOException {
    Collected<Post> read =
        posts(
            """
            kind: posts
            constants: {network: news}
            columns: {post_id: id, author_id: by, text: text, posted_at: at}
            """,
            """
            id,by,text,at
            1,,t,2026-03-01T10:00Z
            ,ann,t,2026-03-01T10:00Z
            2,3.5,t,2026-03-01T10:00Z
            5.70306E+17,ann,t,2026-03-01T10:00Z
            """);
    assertEquals("unknown:1", read.records.get(0).authorId());
    assertEquals("ann", read.records.get(1).authorId());
    assertEquals(32, read.records.get(1).postId().length());
    assertEquals(
        List.of("author_id", "post_id"), read.rejections.stream().map(r -> r.field()).toList());
  }

  @Test
  void messagesWithoutIds() throws IOException {
    Collected<Message> read =
        Collected.whole(
            MappedCsv.messages(
                Mapping.parse(
                    """
                    kind: messages
                    constants: {network: linkedin}
                    columns: {conversation_id: c, sender_id: f, recipient_id: t, text: m, sent_at: at}
                    """,
                    "m.yaml"),
                ReadLimits.DEFAULT),
            """
            c,f,t,m,at
            1,a,b,hi,2026-03-01T10:00Z
            1,b,a,hi,2026-03-01T10:00Z
            1,a,b,hi,2026-03-01T10:00Z
            """);
    assertEquals(3, read.records.stream().map(Message::messageId).distinct().count());
  }
}
