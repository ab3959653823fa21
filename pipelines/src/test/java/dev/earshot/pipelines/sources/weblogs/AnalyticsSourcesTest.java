package dev.earshot.pipelines.sources.weblogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.models.domain.Rejection;
import dev.earshot.models.domain.SiteHit;
import dev.earshot.pipelines.Sql;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.FormatFixtures;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.UnknownFormatException;
import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.recognise.FileHead;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What analytics tools and proxies write, as hits. */
class AnalyticsSourcesTest {
  private static final Path FOLDER = Path.of("../testdata/weblogs");

  /** Hits, and what else was told, in their order. */
  private static List<String> read(Source<SiteHit> source, String file) throws IOException {
    return read(source, file, ByteRange.WHOLE);
  }

  private static List<String> read(Source<SiteHit> source, String file, ByteRange range)
      throws IOException {
    List<String> told = new ArrayList<>();
    try (FileChannel head = FileChannel.open(FOLDER.resolve(file))) {
      Format format = FileHead.read(head, ReadLimits.DEFAULT).webLogFormat().orElseThrow();
      assertEquals(source.format(), format);
    }
    try (FileChannel channel = FileChannel.open(FOLDER.resolve(file))) {
      source.read(
          channel,
          range,
          new RecordSink<>() {
            @Override
            public void accept(SiteHit hit, long byteOffset) {
              told.add(line(hit));
            }

            @Override
            public void reject(Rejection rejection) {
              told.add(rejection.reason().code() + " " + rejection.field());
            }

            @Override
            public void outOfScope() {
              told.add("out of scope");
            }

            @Override
            public void skip(SkipReason reason) {
              told.add("skipped " + reason.code());
            }
          });
    }
    return told;
  }

  private static String line(SiteHit hit) {
    return Stream.of(
            hit.kind(),
            hit.host(),
            hit.address(),
            hit.clientId(),
            hit.userId(),
            hit.target(),
            hit.referrer(),
            hit.userAgent(),
            Instant.EPOCH.plusNanos(hit.atMicros() * 1000))
        .map(String::valueOf)
        .collect(Collectors.joining(" | "));
  }

  /**
   * The referrer led to the visit; a visit of nobody is out of scope, one without actions is none.
   */
  @Test
  void visitsOfMatomo() throws IOException {
    assertEquals(
        List.of(
            "PAGE | kestrelwear.example | null | a1b2c3d4e5f60718 | c17 |"
                + " https://kestrelwear.example/caps?utm_source=instagram |"
                + " https://l.instagram.com/ | null | 2026-03-01T09:00:07Z",
            "OTHER | kestrelwear.example | null | a1b2c3d4e5f60718 | c17 |"
                + " https://kestrelwear.example/caps?utm_source=instagram | null | null |"
                + " 2026-03-01T09:00:27Z",
            "skipped other",
            "PAGE | kestrelwear.example | null | a1b2c3d4e5f60718 | c17 |"
                + " https://kestrelwear.example/checkout | null | null | 2026-03-01T09:01:07Z",
            "PAGE | kestrelwear.example | null | visit:7002 | null | https://kestrelwear.example/ |"
                + " null | null | 2026-03-01T09:01:40Z",
            "PAGE | kestrelwear.example | null | visit:7003 | null | https://kestrelwear.example/ |"
                + " null | null | 2026-03-01T09:03:20Z",
            "skipped other",
            "invalid_timestamp time",
            "skipped other"),
        read(MatomoVisits.source(ReadLimits.DEFAULT), "matomo.json"));
  }

  @Test
  void eventsOfPlausible() throws IOException {
    assertEquals(
        List.of(
            "PAGE | kestrelwear.example | null | 17179869184017 | null |"
                + " /caps?utm_source=news+letter&utm_campaign=spring%26co | https://t.co/x | null |"
                + " 2026-03-01T09:00:07Z",
            "OTHER | kestrelwear.example | null | 17179869184017 | null | /caps | null | null |"
                + " 2026-03-01T09:01:07Z",
            "invalid_timestamp time"),
        read(HitsJson.plausible(ReadLimits.DEFAULT), "plausible.jsonl"));
  }

  /** Who refuses analytics is nobody that could be told from others. */
  @Test
  void eventsOfGoogleAnalytics() throws IOException {
    assertEquals(
        List.of(
            "PAGE | kestrelwear.example | null | 12.34 | c17 |"
                + " https://kestrelwear.example/caps?fbclid=1 | https://m.facebook.com/ | null |"
                + " 2026-03-01T09:00:07Z",
            "OTHER | kestrelwear.example | null | 12.34 | null |"
                + " https://kestrelwear.example/caps?fbclid=1 | null | null | 2026-03-01T09:00:09Z",
            "out of scope",
            "out of scope",
            "missing_field client"),
        read(HitsJson.analytics(ReadLimits.DEFAULT), "ga4.jsonl"));
  }

  /** As the JSON export; in ranges each row comes once. */
  @Test
  void eventsOfGoogleAnalyticsInParquet(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("ga4.parquet");
    FormatFixtures.ga4Parquet(file, 4);
    assertEquals(
        List.of(
            "PAGE | kestrelwear.example | null | v0 | null | https://kestrelwear.example/0 |"
                + " https://t.co/ | null | 2026-03-01T09:00:07Z",
            "OTHER | kestrelwear.example | null | v1 | c17 | https://kestrelwear.example/1 |"
                + " https://t.co/ | null | 2026-03-01T09:00:08Z",
            "out of scope",
            "OTHER | kestrelwear.example | null | v3 | null | https://kestrelwear.example/3 |"
                + " https://t.co/ | null | 2026-03-01T09:00:10Z"),
        read(new Ga4Parquet(ReadLimits.DEFAULT), file.toString()));
    int size = FormatFixtures.ga4Parquet(file, 5_000).length;
    int rows = 0;
    for (long start = 0; start < size; start += size / 4) {
      rows +=
          read(
                  new Ga4Parquet(ReadLimits.DEFAULT),
                  file.toString(),
                  new ByteRange(start, start + size / 4))
              .size();
    }
    assertEquals(5_000, rows);
  }

  @Test
  void aTableOfSomethingElseIsNoEvents(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("other.parquet");
    try (Sql sql = Sql.open()) {
      sql.execute("copy (select 1 as event_timestamp, 2 as b) to '%s'".formatted(file));
    }
    assertEquals(
        List.of("file_unreadable event_name"),
        read(new Ga4Parquet(ReadLimits.DEFAULT), file.toString()));
  }

  /** Behind the combined format: the number of requests, router, server and duration. */
  @Test
  void linesOfTraefik() throws IOException {
    assertEquals(
        List.of(
            "PAGE | null | 192.0.2.1 | null | null | /caps | https://t.co/x | Mozilla/5.0 (X11) |"
                + " 2026-03-01T09:00:07Z",
            "ASSET | null | 192.0.2.1 | null | c17 | /caps.css | null |"
                + " Mozilla/5.0 \"X\" (X11) | 2026-03-01T09:00:08Z",
            "PAGE | null | 192.0.2.2 | null | Ann A. Lark | / | null | agent 1 \"a\" 5ms |"
                + " 2026-03-01T09:00:09Z"),
        read(new AccessLogs(ReadLimits.DEFAULT, null), "traefik.log"));
  }

  /** Sums hold no visits, and answers that are errors hold nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "date,visitors,pageviews,bounces,visits,visit_duration\n2026-03-01,5,9,1,6,300\n",
        "{\"results\":{\"visitors\":{\"value\":5}}}",
        "{\"result\":\"error\",\"message\":\"You can't access this resource\"}",
        "[{\"label\":\"Instagram\",\"nb_visits\":5,\"nb_actions\":9}]"
      })
  void sumsAreNoVisits(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    FileHead head = FileHead.read(new ByteArrayChannel(bytes, bytes.length), ReadLimits.DEFAULT);
    assertThrows(UnknownFormatException.class, head::webLogFormat);
  }
}
