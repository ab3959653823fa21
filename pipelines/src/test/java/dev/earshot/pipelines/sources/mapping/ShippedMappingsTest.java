package dev.earshot.pipelines.sources.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.Engagement;
import dev.earshot.models.domain.OrderLine;
import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordKind;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.recognise.FileHead;
import dev.earshot.pipelines.sources.tabular.MappedCsv;
import dev.earshot.pipelines.sources.tabular.TableColumns;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mapping that is shipped, on a file in the shape of its tool's exports. */
class ShippedMappingsTest {
  private static final Path FOLDER = Path.of("../testdata/mappings/shipped");

  private static Mapping mapping(String name) {
    return Mapping.parse(ShippedMappings.text(name).orElseThrow(), name);
  }

  private static Path file(String name) {
    return FOLDER.resolve(name + ".csv");
  }

  private static <T> Collected<T> read(Source<T> source, Path file) throws IOException {
    Source<T> known = source;
    if (source.needsSurvey()) {
      try (FileChannel channel = FileChannel.open(file)) {
        known = source.surveyed(channel);
      }
    }
    return Collected.file(known, file, ReadLimits.DEFAULT);
  }

  private static Collected<Post> posts(String name) throws IOException {
    return read(MappedCsv.posts(mapping(name), ReadLimits.DEFAULT), file(name));
  }

  private static Collected<OrderLine> orders(String name) throws IOException {
    return read(MappedCsv.orders(mapping(name), ReadLimits.DEFAULT, "b"), file(name));
  }

  private static String time(long micros) {
    return Instant.EPOCH.plusNanos(micros * 1000).toString();
  }

  private static List<String> lines(Collected<Post> read) {
    assertEquals(List.of(), read.rejections);
    return read.records.stream()
        .map(
            post ->
                Stream.of(
                        post.network(),
                        post.postId(),
                        post.authorId(),
                        post.language(),
                        time(post.postedAtMicros()),
                        post.text().replace("\n", " / "),
                        post.thread().inReplyToPostId(),
                        post.thread().repostOfPostId(),
                        counts(post.engagement()))
                    .map(String::valueOf)
                    .collect(Collectors.joining(" | ")))
        .toList();
  }

  /** Likes, shares, comments, impressions. */
  private static String counts(Engagement engagement) {
    return engagement == null
        ? "-"
        : engagement.likeCount()
            + " "
            + engagement.shareCount()
            + " "
            + engagement.commentCount()
            + " "
            + engagement.impressionCount();
  }

  private static List<String> orderLines(Collected<OrderLine> read) {
    assertEquals(List.of(), read.rejections);
    return read.records.stream()
        .map(
            line ->
                Stream.of(
                        line.orderId(),
                        line.lineId(),
                        line.customerId(),
                        time(line.orderedAtMicros()),
                        line.currency(),
                        line.amountMicros() / 10_000,
                        line.status().code())
                    .map(String::valueOf)
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  @Test
  void brandwatch() throws IOException {
    Collected<Post> read = posts("brandwatch");
    assertEquals(
        List.of(
            "x | http://twitter.com/ann/statuses/1 | ann | en | 2026-03-01T10:00:00Z | The cap of"
                + " @kestrelwear, warm | null | null | 5 2 1 120",
            "x | http://twitter.com/ben/statuses/2 | ben | en | 2026-03-01T11:30:15Z | RT @ann: The"
                + " cap of @kestrelwear, warm | null | http://twitter.com/ann/statuses/1 | 0 0 0 0",
            "x | http://twitter.com/cle/statuses/3 | cle | fr | 2026-03-01T12:00:00Z | @ann mine"
                + " tore | http://twitter.com/ann/statuses/1 | null | -",
            "web | https://news.example/kestrelwear | unknown:https://news.example/kestrelwear | en"
                + " | 2026-03-02T08:00:00Z | Kestrelwear opens a shop / In Lyon, on Monday. | null |"
                + " null | 0 0 0 0",
            "instagram | https://www.instagram.com/p/a/ | kestrel.fan | de | 2026-03-02T09:00:00Z |"
                + "  | null | null | 70 0 4 0"),
        lines(read));
    assertEquals(5, read.skipped.values().iterator().next());
  }

  @Test
  void meltwater() throws IOException {
    assertEquals(
        List.of(
            "x | d1 | @ann | en | 2026-03-01T17:05:00Z | The cap holds | null | null | 5 2 1 120",
            "web | d2 | unknown:d2 | de | 2026-03-02T08:00:00Z | Kestrelwear opens / In Lyon, on"
                + " \"Monday\" | null | null | -",
            "reddit | d3 | moth | null | 2026-03-03T17:05:00Z | Mine tore | null | null | 3 1 2"
                + " null"),
        lines(posts("meltwater")));
  }

  @Test
  void meltwaterWithInfluencer() throws IOException {
    assertEquals(
        List.of(
            "x | https://twitter.com/ann/statuses/1 | @ann | en | 2026-03-01T17:05:00Z | The cap"
                + " holds | null | null | -",
            "web | https://news.example/a | unknown:https://news.example/a | fr |"
                + " 2026-03-02T08:00:00Z | Kestrelwear opens / In Lyon, on Monday | null | null | -"),
        lines(posts("meltwater-influencer")));
  }

  @Test
  void talkwalker() throws IOException {
    assertEquals(
        List.of(
            "x | https://x.com/ann/status/1 | Ann | en | 2026-03-01T10:00:00Z | The cap, warm |"
                + " null | null | 5 2 1 120",
            "web | https://news.example/a | unknown:https://news.example/a | fr |"
                + " 2026-03-02T08:00:00Z | Kestrelwear opens / In Lyon | null | null | -",
            "facebook | https://www.facebook.com/1 | Moth | de | 2026-03-02T09:20:00Z | Mine tore |"
                + " null | null | 3 null 0 null"),
        lines(posts("talkwalker")));
  }

  @Test
  void sproutPosts() throws IOException {
    Collected<Post> read = posts("sprout-posts");
    assertEquals(
        List.of(
            "instagram | 17890 | kestrelwear | null | 2026-03-01T17:05:00Z | The cap, warm | null |"
                + " null | 170 3 12 12345",
            "x | 42 | @kestrelwear | null | 2026-03-02T08:00:00Z | @ann sorry | null | null | 0 0 0"
                + " 120"),
        lines(read));
    Engagement first = read.records.get(0).engagement();
    assertEquals(9001L, first == null ? null : first.reachCount());
  }

  @Test
  void shopify() throws IOException {
    Collected<OrderLine> read = orders("shopify");
    assertEquals(
        List.of(
            "#1001 0 ann@mail.example 2026-03-03T14:15:00Z EUR 2700 completed",
            "#1002 0 ben@mail.example 2026-03-04T23:40:05Z EUR 4000 completed",
            "#1003 0 null 2026-03-05T15:00:00Z EUR 1500 refunded",
            "#1004 0 cle@mail.example 2026-03-06T16:00:00Z EUR 2500 cancelled",
            "#1005 0 cle@mail.example 2026-03-07T16:00:00Z EUR 5000 pending"),
        orderLines(read));
    assertEquals(1, read.skipped.values().iterator().next());
  }

  @Test
  void woocommerce() throws IOException {
    assertEquals(
        List.of(
            "101 0 ann@mail.example 2026-03-01T06:29:00Z EUR 2490 completed",
            "102 0 ben@mail.example 2026-03-02T10:00:00Z EUR 1000 pending",
            "103 0 null 2026-03-13T10:00:00Z EUR 1000 cancelled",
            "104 0 ann@mail.example 2025-12-24T23:59:59Z EUR 4000 refunded"),
        orderLines(orders("woocommerce")));
    assertEquals(
        List.of(
            "101 0 7 2026-03-01T10:00:00Z EUR 2000 completed",
            "102 0 null 2026-03-02T10:00:00Z EUR 3000 pending"),
        orderLines(orders("woocommerce-rest")));
  }

  @Test
  void square() throws IOException {
    assertEquals(
        List.of(
            "t1 0 c1 2026-03-01T15:00:00Z USD 1250 completed",
            "t2 0 null 2026-03-03T07:30:00Z USD 110000 completed",
            "t3 0 c1 2026-03-03T17:00:00Z USD -1250 completed"),
        orderLines(orders("square")));
  }

  @Test
  void stripe() throws IOException {
    assertEquals(
        List.of(
            "ch_1 0 cus_1 2026-03-01T10:00:00Z EUR 2000 completed",
            "ch_2 0 cus_1 2026-03-02T10:00:00Z EUR 3000 refunded",
            "ch_3 0 null 2026-03-03T10:00:05Z EUR 4000 completed",
            "ch_4 0 cus_2 2026-03-04T10:00:00Z JPY 500000 pending"),
        orderLines(orders("stripe")));
  }

  @Test
  void amazon() throws IOException {
    Collected<OrderLine> read = orders("amazon");
    assertEquals(
        List.of(
            "112-1 CAP-2 null 2026-03-01T08:04:21Z EUR 8995 completed",
            "112-1 SCA-1 null 2026-03-01T08:04:21Z EUR 1000 cancelled"),
        orderLines(read));
    assertEquals(1, read.skipped.values().iterator().next());
  }

  /** The newer name of a column, in the place of the older. */
  @ParameterizedTest
  @CsvSource({
    "stripe, Created (UTC), Created date (UTC)",
    "brandwatch, X Likes, Twitter Likes",
    "woocommerce-rest, date_created_gmt, date_created"
  })
  void olderAndNewerNamesOfColumns(String name, String one, String other) throws IOException {
    String text = Files.readString(file(name)).replace(one, other);
    if (mapping(name).kind() == RecordKind.POSTS) {
      assertEquals(
          lines(posts(name)),
          lines(Collected.whole(MappedCsv.posts(mapping(name), ReadLimits.DEFAULT), text)));
    } else {
      assertEquals(
          orderLines(orders(name)),
          orderLines(
              Collected.whole(MappedCsv.orders(mapping(name), ReadLimits.DEFAULT, "b"), text)));
    }
  }

  /** Each file has the columns of its own mapping, and of no other. */
  @Test
  void noMappingReadsTheFileOfAnother() throws IOException {
    List<String> read = new ArrayList<>();
    for (String name : ShippedMappings.NAMES) {
      for (String other : ShippedMappings.NAMES) {
        Mapping mapping = mapping(name);
        try (FileChannel channel = FileChannel.open(file(other))) {
          List<String> columns = TableColumns.ofCsv(mapping, channel);
          String yaml = ShippedMappings.text(name).orElseThrow();
          if (MissingColumns.messages(yaml, name, other, columns).isEmpty()) {
            read.add(name + " " + other);
          }
        }
      }
    }
    assertEquals(ShippedMappings.NAMES.stream().map(name -> name + " " + name).toList(), read);
  }

  /** A table without a mapping is unknown, and with one it is what the mapping says. */
  @Test
  void theFilesAreTablesAndNothingElse() throws IOException {
    for (String name : ShippedMappings.NAMES) {
      try (FileChannel channel = FileChannel.open(file(name))) {
        Format format =
            FileHead.read(channel, ReadLimits.DEFAULT).format(mapping(name)).orElseThrow();
        assertEquals(mapping(name).format(), format, name);
      }
    }
  }

  @Test
  void everyMappingHasAFileAndSaysWhatItIs() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertEquals(
          new TreeSet<>(ShippedMappings.NAMES),
          files
              .map(file -> file.getFileName().toString().replace(".csv", ""))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    for (String name : ShippedMappings.NAMES) {
      List<String> about =
          ShippedMappings.text(name)
              .orElseThrow()
              .lines()
              .takeWhile(line -> line.startsWith("#"))
              .toList();
      for (String part : List.of("# How to get it: ", "# Does not tell: ", "# Columns")) {
        assertTrue(about.stream().anyMatch(line -> line.startsWith(part)), name + " " + part);
      }
    }
  }

  @Test
  void thePageIsUpToDate() throws IOException {
    assertEquals(
        ShippedMappings.markdown(),
        Files.readString(Path.of("docs/mappings.md")),
        "stale; make it anew: scripts/earshot mappings > pipelines/docs/mappings.md");
  }
}
