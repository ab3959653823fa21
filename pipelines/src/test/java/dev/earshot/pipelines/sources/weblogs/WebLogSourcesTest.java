package dev.earshot.pipelines.sources.weblogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.HitKind;
import dev.earshot.models.domain.Rejection;
import dev.earshot.models.domain.SiteHit;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.UnknownFormatException;
import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.recognise.FileHead;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebLogSourcesTest {
  private static final long AT = Instant.parse("2026-03-01T09:00:07Z").getEpochSecond() * 1_000_000;
  private static final String COMMON =
      "192.0.2.1 - heron [01/Mar/2026:10:00:07 +0100] \"GET /a?b=c HTTP/1.1\" 200 5";
  private static final String COMBINED = COMMON + " \"https://x.com/\" \"Mozilla/5.0 (X11)\"";

  private static SiteHit one(Source<SiteHit> source, String log) throws IOException {
    Collected<SiteHit> read = Collected.whole(source, log);
    assertEquals(List.of(), read.rejections);
    assertEquals(1, read.records.size());
    return read.records.get(0);
  }

  private static SiteHit apache(String line) throws IOException {
    return one(new AccessLogs(ReadLimits.DEFAULT, null), line);
  }

  @Test
  void readsTheFormatsOfApache() throws IOException {
    SiteHit combined =
        new SiteHit(
            HitKind.PAGE,
            null,
            "192.0.2.1",
            null,
            "heron",
            "/a?b=c",
            "https://x.com/",
            "Mozilla/5.0 (X11)",
            AT);
    assertEquals(combined, apache(COMBINED));
    SiteHit common = apache(COMMON);
    assertEquals("/a?b=c", common.target());
    assertEquals(null, common.userAgent());
    assertEquals("www.example.org", apache("www.example.org " + COMBINED).host());
    assertEquals("www.example.org", apache("www.example.org:443 " + COMMON).host());
    assertEquals(AT, apache("www.example.org:443 " + COMBINED).atMicros());
  }

  @Test
  void readsAStatedLogFormat() throws IOException {
    String format = "%h %v %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\" %D";
    SiteHit hit =
        one(
            new AccessLogs(ReadLimits.DEFAULT, format),
            COMBINED.replace(" - heron", " example.org -") + " 1807");
    assertEquals("example.org", hit.host());
    assertEquals("https://x.com/", hit.referrer());
  }

  @Test
  void readsJsonOfServers() throws IOException {
    SiteHit nginx =
        one(
            HitsJson.accessLogs(ReadLimits.DEFAULT),
            """
            {"time_iso8601":"2026-03-01T10:00:07+01:00","remote_addr":"192.0.2.1",\
            "request":"GET /a HTTP/2.0","status":200,"http_referer":"https://x.com/",\
            "http_user_agent":"A","host":"example.org"}
            """);
    assertEquals(
        new SiteHit(
            HitKind.PAGE, "example.org", "192.0.2.1", null, null, "/a", "https://x.com/", "A", AT),
        nginx);
    SiteHit caddy =
        one(
            HitsJson.accessLogs(ReadLimits.DEFAULT),
            """
            {"ts":1772355607.25,"request":{"remote_ip":"192.0.2.1","method":"GET",\
            "host":"example.org","uri":"/a.css","headers":{"Referer":["https://x.com/"],\
            "User-Agent":["A"]}},"user_id":"","status":200}
            """);
    assertEquals(HitKind.ASSET, caddy.kind());
    assertEquals("https://x.com/", caddy.referrer());
    assertEquals(AT + 250_000, caddy.atMicros());
    SiteHit traefik =
        one(
            HitsJson.accessLogs(ReadLimits.DEFAULT),
            """
            {"ClientHost":"192.0.2.1","ClientUsername":"-","request_User-Agent":"A",\
            "DownstreamStatus":200,"RequestHost":"example.org","RequestMethod":"GET",\
            "RequestPath":"/a","StartUTC":"2026-03-01T09:00:07Z"}
            """);
    assertEquals("/a", traefik.target());
    assertEquals(AT, traefik.atMicros());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2026-03-01T09:00:07Z\"", "1772355607", "1772355607000000000"})
  void readsTheLogpushOfCloudflare(String time) throws IOException {
    SiteHit hit =
        one(
            HitsJson.accessLogs(ReadLimits.DEFAULT),
            """
            {"ClientIP":"192.0.2.1","ClientRequestHost":"example.org",\
            "ClientRequestMethod":"GET","ClientRequestURI":"/a?b=1",\
            "ClientRequestReferer":"https://x.com/","ClientRequestUserAgent":"A",\
            "EdgeResponseStatus":200,"EdgeStartTimestamp":%s}
            """
                .formatted(time));
    assertEquals("192.0.2.1", hit.address());
    assertEquals("example.org", hit.host());
    assertEquals("/a?b=1", hit.target());
    assertEquals("https://x.com/", hit.referrer());
    assertEquals("A", hit.userAgent());
    assertEquals(AT, hit.atMicros());
  }

  /** NGINX's own format main: its last part is no part of the user agent. */
  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.5", "203.0.113.5, 172.16.0.9", "2001:db8::1", "-"})
  void readsTheMainFormatOfNginx(String forwarded) throws IOException {
    SiteHit hit = apache(COMBINED + " \"" + forwarded + "\"");
    assertEquals("Mozilla/5.0 (X11)", hit.userAgent());
    assertEquals(forwarded.equals("-") ? null : forwarded, hit.forwardedFor());
    assertEquals("192.0.2.1", hit.address());
  }

  @Test
  void quotesInTheUserAgentAreNoFurtherPart() throws IOException {
    String agent = "Agent \\\"with\\\" quotes";
    SiteHit hit = apache(COMBINED.replace("Mozilla/5.0 (X11)", agent));
    assertEquals("https://x.com/", hit.referrer());
    assertEquals(null, hit.forwardedFor());
    SiteHit none =
        apache(COMBINED.replace("/a?b=c", "/\\\"a\\\"").replace("Mozilla/5.0 (X11)", "-"));
    assertEquals(null, none.userAgent());
    assertEquals("https://x.com/", none.referrer());
  }

  @Test
  void readsForWhomProxiesCall() throws IOException {
    String stated = "%h %l %u %t \"%r\" %>s %b \"%{Forwarded}i\" \"%{CF-Connecting-IP}i\"";
    SiteHit forwarded =
        one(new AccessLogs(ReadLimits.DEFAULT, stated), COMMON + " \"for=203.0.113.5\" \"-\"");
    assertEquals("for=203.0.113.5", forwarded.forwardedFor());
    assertEquals("192.0.2.1", forwarded.address());
    SiteHit told =
        one(
            new AccessLogs(ReadLimits.DEFAULT, stated),
            COMMON + " \"for=203.0.113.5\" \"203.0.113.6\"");
    assertEquals("203.0.113.6", told.address());
    assertEquals(null, told.forwardedFor());
    SiteHit nginx =
        one(
            HitsJson.accessLogs(ReadLimits.DEFAULT),
            """
            {"time_iso8601":"2026-03-01T10:00:07+01:00","remote_addr":"10.0.0.9",\
            "request_uri":"/a","status":200,"http_x_forwarded_for":"203.0.113.5, 10.0.0.8"}
            """);
    assertEquals("203.0.113.5, 10.0.0.8", nginx.forwardedFor());
    SiteHit odd =
        one(
            HitsJson.accessLogs(ReadLimits.DEFAULT),
            """
            {"time_iso8601":"2026-03-01T10:00:07+01:00","remote_addr":"192.0.2.1",\
            "request_uri":"/a","status":200,"http_user_agent":"Mozilla \\x22odd\\x22"}
            """);
    assertEquals("Mozilla \"odd\"", odd.userAgent());
    SiteHit cloudFront =
        one(
            new W3cLogs(ReadLimits.DEFAULT),
            """
            #Fields: date time c-ip cs-uri-stem sc-status x-forwarded-for
            2026-03-01\t09:00:07\t192.0.2.1\t/a\t200\t203.0.113.5,%2010.0.0.8
            """);
    assertEquals("203.0.113.5, 10.0.0.8", cloudFront.forwardedFor());
  }

  /** Connections without a request: out of scope, neither a hit nor a bad record. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-",
        "",
        "\\x16\\x03\\x01\\x02\\x00\\x01",
        "\\x16\\x03\\x01 \\x00\\x01 HTTP/1.1",
        "MGLNDD_192.0.2.1_443",
        "SSH-2.0-Go",
        "t3 12.2.1",
        "EHLO mail.example",
        "PRI * HTTP/2.0",
        "- http://shop.example:80- -",
        "- - - "
      })
  void whatAsksForNothingIsOutOfScope(String request) throws IOException {
    String access = COMBINED.replace("GET /a?b=c HTTP/1.1", request);
    assertOutOfScope(new AccessLogs(ReadLimits.DEFAULT, null), access);
    String balancer =
        "https 2026-03-01T09:00:07.000000Z app/lb/1 192.0.2.1:55 - -1 -1 -1 400 - 0 272 \""
            + request
            + "\" \"-\" - - - \"-\" \"-\" \"-\" - 2026-03-01T09:00:07.000000Z \"-\" \"-\" \"-\"";
    assertOutOfScope(new ElbLogs(ReadLimits.DEFAULT), balancer);
    String json =
        "{\"time_iso8601\":\"2026-03-01T09:00:07Z\",\"remote_addr\":\"192.0.2.1\",\"status\":400,"
            + "\"request\":\""
            + request.replace("\\", "\\\\")
            + "\",\"request_uri\":\"\"}";
    assertOutOfScope(HitsJson.accessLogs(ReadLimits.DEFAULT), json);
  }

  /** Caddy's errors repeat a request that its log of requests has. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"logger\":\"tls.obtain\",\"msg\":\"could not get certificate\"",
        "\"logger\":\"http.log.error\",\"msg\":\"dial tcp\",\"status\":502,\"request\":{\"remote_ip\":"
            + "\"192.0.2.1\",\"method\":\"GET\",\"host\":\"shop.example\",\"uri\":\"/a\"}"
      })
  void whatCaddySaysBesideRequestsIsOutOfScope(String entry) throws IOException {
    String line = "{\"level\":\"error\",\"ts\":1772355607.25," + entry + "}";
    assertOutOfScope(HitsJson.accessLogs(ReadLimits.DEFAULT), line);
  }

  private static void assertOutOfScope(Source<SiteHit> source, String log) throws IOException {
    int[] outOfScope = {0};
    byte[] bytes = Collected.bytes(log);
    RecordSink<SiteHit> sink =
        new RecordSink<>() {
          @Override
          public void accept(SiteHit hit, long byteOffset) {
            throw new AssertionError("taken for a request: " + log);
          }

          @Override
          public void reject(Rejection rejection) {
            throw new AssertionError(rejection + ": " + log);
          }

          @Override
          public void outOfScope() {
            outOfScope[0]++;
          }
        };
    source.read(new ByteArrayChannel(bytes, bytes.length), ByteRange.WHOLE, sink);
    assertEquals(1, outOfScope[0]);
  }

  @Test
  void whatAsksWithoutAProtocolIsARequest() throws IOException {
    assertEquals("/a", apache(COMBINED.replace("GET /a?b=c HTTP/1.1", "GET /a")).target());
    assertEquals("/a b c", apache(COMBINED.replace("GET /a?b=c", "GET /a b c")).target());
    assertEquals("/a", apache(COMBINED.replace("GET /a?b=c HTTP/1.1", "/a")).target());
  }

  @Test
  void readsEventsOfAnalytics() throws IOException {
    SiteHit view =
        one(
            HitsJson.analytics(ReadLimits.DEFAULT),
            """
            {"event_timestamp":"1772355607000000","event_name":"page_view",\
            "event_params":[{"key":"page_location","value":{"string_value":\
            "https://example.org/a?utm_source=x"}},{"key":"page_referrer","value":\
            {"string_value":"https://t.co/"}}],"user_pseudo_id":"12.34","user_id":"c1"}
            """);
    assertEquals(
        new SiteHit(
            HitKind.PAGE,
            "example.org",
            null,
            "12.34",
            "c1",
            "https://example.org/a?utm_source=x",
            "https://t.co/",
            null,
            AT),
        view);
  }

  @Test
  void readsLogsThatNameTheirColumns() throws IOException {
    SiteHit iis =
        one(
            new W3cLogs(ReadLimits.DEFAULT),
            """
            #Software: Microsoft Internet Information Services 10.0
            #Fields: date time cs-method cs-uri-stem cs-uri-query cs-username c-ip cs(User-Agent) cs(Referer) sc-status
            2026-03-01 09:00:07 GET /a b=c - 192.0.2.1 Mozilla/5.0+(X11) https://x.com/ 200
            """);
    assertEquals("/a?b=c", iis.target());
    assertEquals("Mozilla/5.0 (X11)", iis.userAgent());
    assertEquals(AT, iis.atMicros());
  }

  /** Old servers write a hyphen for the address of a request that they could not read. */
  @Test
  void aHyphenForAnAddressIsNoRequest() throws IOException {
    String columns = "#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip sc-status\n";
    assertOutOfScope(
        new W3cLogs(ReadLimits.DEFAULT), columns + "2026-03-01 09:00:07 - - - 192.0.2.1 400\n");
    assertEquals(
        "/a",
        one(
                new W3cLogs(ReadLimits.DEFAULT),
                columns + "2026-03-01 09:00:07 GET /a - 192.0.2.1 200\n")
            .target());
  }

  @Test
  void readsLoadBalancers() throws IOException {
    SiteHit hit =
        one(
            new ElbLogs(ReadLimits.DEFAULT),
            "https 2026-03-01T09:00:07.000000Z app/b/1 192.0.2.1:2817 10.0.0.1:80 0.0 0.1 0.0 200"
                + " 200 225 24950 \"GET https://example.org:443/a HTTP/1.1\" \"A b\" - TLSv1.2");
    assertEquals("/a", hit.target());
    assertEquals("192.0.2.1", hit.address());
    assertEquals("A b", hit.userAgent());
    assertEquals(AT, hit.atMicros());
  }

  private static Optional<Format> sniff(String log) throws IOException {
    byte[] bytes = Collected.bytes(log);
    return FileHead.read(new ByteArrayChannel(bytes, bytes.length), ReadLimits.DEFAULT)
        .webLogFormat();
  }

  @Test
  void tellsTheFormatByTheFirstLines() throws IOException {
    assertEquals(Optional.of(Format.ACCESS_LOG), sniff(COMBINED));
    assertEquals(Optional.of(Format.ACCESS_LOG), sniff("# comment\nexample.org " + COMMON));
    assertEquals(Optional.of(Format.HITS_JSONL), sniff("{\"status\":200}"));
    assertEquals(Optional.of(Format.GA4_JSONL), sniff("{\"event_timestamp\":\"1\"}"));
    assertEquals(
        Optional.of(Format.W3C_LOG), sniff("#Fields: date time c-ip cs-uri-stem sc-status\n"));
    assertEquals(Optional.empty(), sniff("\n"));
  }

  /** What a port is sent that anybody can reach, before the first request that is one. */
  @Test
  void noSingleLineDecides() throws IOException {
    String hostile = "{\"event_timestamp\":\"1\"}\n" + "\\x16\\x03\\x01 no request\n".repeat(80);
    assertEquals(Optional.of(Format.ACCESS_LOG), sniff(hostile + (COMBINED + "\n").repeat(2)));
    assertEquals(
        Optional.of(Format.HITS_JSONL), sniff(COMBINED + "\n" + "{\"status\":200}\n".repeat(2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sep 25 06:05:27 host haproxy[1]: 192.0.2.1:5 [25/Sep/2018:06:05:27.584] f b/a 0/0 200 -",
        COMBINED + " 1807",
        "#Fields: c-ip c-dns date time cs-uri-stem c-status\n",
        "{\"ip\":\"192.0.2.1\",\"asked\":\"/a\",\"ua\":\"Mozilla\",\"code\":200}\n",
        "a,b\n1,2\n"
      })
  void saysWhatItDoesNotRead(String log) {
    String message = assertThrows(UnknownFormatException.class, () -> sniff(log)).getMessage();
    assertTrue(message != null && message.contains("support"), message);
  }

  @Test
  void rejectsWithAReason() throws IOException {
    Collected<SiteHit> read =
        Collected.whole(
            new AccessLogs(ReadLimits.DEFAULT, null),
            COMBINED.replace("01/Mar", "01/Max") + "\n" + COMBINED.replace("] \"GET", "] GET"));
    assertEquals(
        List.of("invalid_timestamp", "invalid_log_line"),
        read.rejections.stream().map(r -> r.reason().code()).toList());
  }
}
