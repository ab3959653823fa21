package dev.earshot.pipelines.sources;

import dev.earshot.pipelines.Sql;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.mapping.Mapping;
import dev.earshot.pipelines.sources.recognise.FileHead;
import dev.earshot.pipelines.sources.recognise.Formats;
import dev.earshot.pipelines.sources.spec.SourceContext;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file of each format, made by hand, and what reads it. */
public final class FormatFixtures {
  private static final Path FOLDER = Path.of("../testdata/platforms");
  private static final String POSTS =
      """
      kind: posts
      constants: {network: x}
      columns: {post_id: id, author_id: by, posted_at: at, text: text}
      """;
  private static final String MESSAGES =
      """
      kind: messages
      constants: {network: x}
      columns: {message_id: id, sender_id: by, recipient_id: to, sent_at: at, text: text}
      """;

  private static final Map<Format, String> GENERIC =
      Map.of(
          Format.POSTS_JSONL,
          """
          {"network":"x","post_id":"1","author_id":"2","posted_at":"2026-03-01T10:00:00Z","text":"a"}
          """,
          Format.MESSAGES_JSONL,
          """
          {"network":"x","message_id":"1","sender_id":"2","recipient_id":"3","sent_at":"2026-03-01T10:00:00Z","text":"a"}
          """,
          Format.ORDERS_JSONL,
          """
          {"order_id":"1","customer_id":"2","ordered_at":"2026-03-01T10:00:00Z","currency":"EUR","amount":"9.50"}
          """,
          Format.IDENTITIES_JSONL,
          """
          {"customer_id":"1","network":"x","account_id":"2","is_consented":true}
          """,
          Format.PROFILES_JSONL,
          """
          {"network":"x","account_id":"2","observed_at":"2026-03-01T10:00:00Z","follower_count":3}
          """,
          Format.PROFILES_CSV,
          "account,at,followers\n2,2026-03-01T10:00:00Z,3\n",
          Format.POSTS_CSV,
          "id,by,at,text\n1,2,2026-03-01T10:00:00Z,\"a, \"\"b\"\"\nc\"\n",
          Format.MESSAGES_CSV,
          "id,by,to,at,text\n1,2,3,2026-03-01T10:00:00Z,\"a\"\n",
          Format.ORDERS_CSV,
          "id,by,at,amount\n1,2.0,2026-03-01T10:00:00Z,9.50\n",
          Format.IDENTITIES_CSV,
          "customer,account,consent\n1,2,true\n");

  private static final Map<Format, String> WEB_LOGS =
      Map.of(
          Format.ACCESS_LOG,
          """
          192.0.2.1 - heron [01/Mar/2026:10:00:07 +0100] "GET /a?b=c HTTP/1.1" 200 5 "-" "Mozilla/5.0 (X11)"
          """,
          Format.W3C_LOG,
          """
          #Software: Microsoft Internet Information Services 10.0
          #Fields: date time cs-method cs-uri-stem cs-uri-query cs-username c-ip cs(User-Agent) cs(Referer) sc-status
          2026-03-01 09:00:07 GET /a b=c - 192.0.2.1 Mozilla/5.0+(X11) https://x.com/ 200
          """,
          Format.ELB_LOG,
          """
          https 2026-03-01T09:00:07.000000Z app/b/1 192.0.2.1:2817 10.0.0.1:80 0.0 0.1 0.0 200 200 225 24950 "GET https://example.org:443/a HTTP/1.1" "A b" - TLSv1.2
          """,
          Format.HITS_JSONL,
          """
          {"time_iso8601":"2026-03-01T10:00:07+01:00","remote_addr":"192.0.2.1","request":"GET /a HTTP/2.0","status":200,"http_referer":"https://x.com/","http_user_agent":"A","host":"example.org"}
          """,
          Format.GA4_JSONL,
          """
          {"event_timestamp":"1772355607000000","event_name":"page_view","event_params":[{"key":"page_location","value":{"string_value":"https://example.org/a?utm_source=x"}}],"user_pseudo_id":"12.34"}
          """,
          Format.PLAUSIBLE_JSONL,
          """
          {"name":"pageview","site_id":"1","hostname":"example.org","pathname":"/a","user_id":"17","session_id":"9","timestamp":"2026-03-01 09:00:07","referrer":"t.co/x"}
          """,
          Format.MATOMO_VISITS,
          """
          [{"idVisit":"7","visitorId":"a1","referrerUrl":"https://x.com/","actionDetails":[{"type":"action","url":"https://example.org/a","timestamp":1772355607}]}]
          """);
  private static final Map<Format, Mapping> MAPPINGS =
      Map.of(
          Format.POSTS_CSV,
          mapping(POSTS),
          Format.MESSAGES_CSV,
          mapping(MESSAGES),
          Format.POSTS_PARQUET,
          mapping(POSTS),
          Format.MESSAGES_PARQUET,
          mapping(MESSAGES),
          Format.ORDERS_CSV,
          mapping(
              """
              kind: orders
              constants: {currency: EUR}
              columns: {order_id: id, customer_id: by, ordered_at: at, amount: amount}
              """),
          Format.PROFILES_CSV,
          mapping(
              """
              kind: profiles
              constants: {network: x}
              columns: {account_id: account, observed_at: at, follower_count: followers}
              """),
          Format.IDENTITIES_CSV,
          mapping(
              """
              kind: identities
              constants: {network: x}
              columns: {customer_id: customer, account_id: account, is_consented: consent}
              """));

  private FormatFixtures() {}

  private static Mapping mapping(String yaml) {
    return Mapping.parse(yaml, "m.yaml");
  }

  /**
   * The files.
   *
   * @param folder where Parquet files are made
   */
  static Map<Format, List<byte[]>> all(Path folder) throws IOException {
    Map<Format, List<byte[]>> fixtures = new EnumMap<>(Format.class);
    List<Path> files;
    try (Stream<Path> all = Files.walk(FOLDER)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      for (RecordKind kind : List.of(RecordKind.POSTS, RecordKind.MESSAGES)) {
        Format format = format(file, kind);
        if (format != null && format.kind() == kind) {
          fixtures.computeIfAbsent(format, one -> new ArrayList<>()).add(Files.readAllBytes(file));
        }
      }
    }
    GENERIC.forEach((format, text) -> fixtures.put(format, List.of(Collected.bytes(text))));
    WEB_LOGS.forEach((format, text) -> fixtures.put(format, List.of(Collected.bytes(text))));
    fixtures.put(Format.POSTS_PARQUET, List.of(parquet(folder.resolve("posts.parquet"), 300)));
    fixtures.put(Format.GA4_PARQUET, List.of(ga4Parquet(folder.resolve("ga4.parquet"), 30)));
    fixtures.put(Format.MESSAGES_PARQUET, List.of(parquet(folder.resolve("dms.parquet"), 300)));
    return fixtures;
  }

  /** What a user would have read of a file, given as that kind; null where it is no such file. */
  private static @Nullable Format format(Path file, RecordKind kind) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return FileHead.read(channel, ReadLimits.DEFAULT)
          .format(null, kind, file.toString())
          .orElse(null);
    } catch (UnknownFormatException none) {
      return null;
    }
  }

  /** A table of posts that are messages too. */
  static byte[] parquet(Path file, int rows) throws IOException {
    try (Sql sql = Sql.open()) {
      sql.execute(
          """
          copy (select i as id, 'u' || (i %% 7) as by, 'v' as "to", 'words ' || i as text,
              timestamptz '2024-05-01 10:00:00+00' + interval (i) second as at
            from range(%d) t(i)) to '%s' (format parquet)\
          """
              .formatted(rows, file));
    }
    return Files.readAllBytes(file);
  }

  /** Events of Google Analytics, nested as BigQuery exports them; every third has no visitor. */
  public static byte[] ga4Parquet(Path file, int rows) throws IOException {
    try (Sql sql = Sql.open()) {
      sql.execute(
          """
          copy (select '20260301' as event_date, 1772355607000000 + i * 1000000 as event_timestamp,
              if(i %% 2 = 0, 'page_view', 'scroll') as event_name,
              [{'key': 'ga_session_id', 'value': {'string_value': null, 'int_value': 17}},
               {'key': 'page_location', 'value': {'string_value': 'https://kestrelwear.example/' || i,
                'int_value': null}},
               {'key': 'page_referrer', 'value': {'string_value': 'https://t.co/', 'int_value': null}}]
                as event_params,
              if(i = 1, 'c17', null) as user_id,
              if(i %% 3 = 2, null, 'v' || i) as user_pseudo_id,
              {'category': 'mobile', 'web_info': {'browser': 'Safari',
               'hostname': 'kestrelwear.example'}} as device,
              [{'item_id': 'SKU', 'item_params': [{'key': 'a', 'value': {'string_value': 'b'}}]}] as items
            from range(%d) t(i)) to '%s' (format parquet, row_group_size 2048)\
          """
              .formatted(rows, file));
    }
    return Files.readAllBytes(file);
  }

  /** The mapping of the file of a format, if it needs one. */
  static @Nullable Mapping mapping(Format format) {
    return MAPPINGS.get(format);
  }

  /** What reads the files of a format; orders and customers are of a brand. */
  static Source<?> source(Format format, SourceContext context) {
    return Formats.of(format)
        .open(
            new SourceContext(
                context.limits(),
                context.accounts(),
                mapping(format),
                null,
                null,
                "b",
                context.siblings()));
  }
}
