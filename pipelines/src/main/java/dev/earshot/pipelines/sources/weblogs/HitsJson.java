package dev.earshot.pipelines.sources.weblogs;

import dev.earshot.models.domain.RejectionReason;
import dev.earshot.models.domain.SiteHit;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordSink;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ByteRange;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.canonical.FlatJson;
import dev.earshot.pipelines.sources.times.LogTimes;
import dev.earshot.pipelines.sources.times.Timestamps;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Requests as JSON, one object a line: access logs of NGINX, Caddy, Traefik and Cloudflare by the
 * names that these give to fields, and the events of analytics tools.
 */
public final class HitsJson implements Source<SiteHit> {
  private static final List<String> REQUESTS =
      List.of(
          "request_uri", "request.uri", "requestpath", "clientrequesturi", "uri", "url", "path");

  private static final String CADDY_REQUESTS = "http.log.access";

  /** Of a moment between 2001 and 2286. */
  private static final int NANOSECOND_DIGITS = 19;

  private final Format format;
  private final HitLines lines;

  private HitsJson(Format format, HitLines lines) {
    this.format = format;
    this.lines = lines;
  }

  /** Access logs. */
  public static HitsJson accessLogs(ReadLimits limits) {
    FlatJson json = new FlatJson(limits);
    return new HitsJson(
        Format.HITS_JSONL,
        new HitLines(
            limits,
            (line, fields) -> {
              Map<String, String> values = read(json, line);
              if (values != null) {
                accessLog(values, fields);
              }
              return values == null ? RejectionReason.INVALID_JSON : null;
            }));
  }

  /**
   * NGINX without {@code escape=json} writes {@code \\x22} for a quote, which JSON does not know.
   */
  private static @Nullable Map<String, String> read(FlatJson json, String line) {
    Map<String, String> values = json.read(line);
    return values == null && line.contains("\\x")
        ? json.read(line.replace("\\x", "\\u00"))
        : values;
  }

  /** Events of Google Analytics 4. */
  public static HitsJson analytics(ReadLimits limits) {
    return events(Format.GA4_JSONL, limits, AnalyticsEvents::ga4);
  }

  /** Events of Plausible. */
  public static HitsJson plausible(ReadLimits limits) {
    return events(Format.PLAUSIBLE_JSONL, limits, AnalyticsEvents::plausible);
  }

  private static HitsJson events(
      Format format, ReadLimits limits, BiConsumer<Map<String, String>, HitFields> event) {
    FlatJson json = new FlatJson(limits);
    return new HitsJson(
        format,
        new HitLines(
            limits,
            (line, fields) -> {
              Map<String, String> values = json.read(line);
              if (values != null) {
                event.accept(values, fields);
              }
              return values == null ? RejectionReason.INVALID_JSON : null;
            }));
  }

  @Override
  public Format format() {
    return format;
  }

  @Override
  public long read(ReadableByteChannel channel, ByteRange range, RecordSink<SiteHit> sink)
      throws IOException {
    return lines.read(channel, range, sink);
  }

  /**
   * Whether a line may be of an access log: it has a request or a status by a name that is known.
   */
  static boolean isRequest(Map<String, String> values) {
    return !values.containsKey("event_timestamp")
        && (values.containsKey("request")
            || values.containsKey("status")
            || REQUESTS.stream().anyMatch(values::containsKey));
  }

  /**
   * Whether Caddy wrote the line for another reason than a request: certificates, its start, and
   * errors, which stand in the log of requests once more.
   */
  private static boolean isOfAnotherLog(Map<String, String> values) {
    String logger = values.get("logger");
    return logger != null
        && !logger.startsWith(CADDY_REQUESTS)
        && values.containsKey("level")
        && values.containsKey("msg");
  }

  private static void accessLog(Map<String, String> values, HitFields fields) {
    if (isOfAnotherLog(values)) {
      fields.anotherLog();
      return;
    }
    fields.request(values.get("request"));
    String method =
        first(
            values,
            "request_method",
            "request.method",
            "requestmethod",
            "clientrequestmethod",
            "method");
    String uri = first(values, REQUESTS);
    fields.method = method == null ? fields.method : method;
    fields.target = uri == null ? fields.target : uri;
    if (REQUESTS.stream().anyMatch(values::containsKey)) {
      fields.noRequest();
    }
    fields.host =
        first(
            values,
            "request.host",
            "requesthost",
            "clientrequesthost",
            "http_host",
            "host",
            "server_name",
            "vhost");
    fields.address =
        first(
            values,
            "request.client_ip",
            "request.remote_ip",
            "clienthost",
            "remote_addr",
            "remote_ip",
            "client_ip",
            "clientip",
            "ip");
    String told =
        first(
            values,
            "http_cf_connecting_ip",
            "cf_connecting_ip",
            "cf-connecting-ip",
            "request.headers.cf-connecting-ip",
            "request_cf-connecting-ip",
            "http_true_client_ip",
            "request.client_ip");
    if (told != null && !told.equals("-")) {
      fields.address = told;
    } else {
      fields.forwardedFor =
          first(
              values,
              "http_x_forwarded_for",
              "x_forwarded_for",
              "x-forwarded-for",
              "request.headers.x-forwarded-for",
              "request_x-forwarded-for",
              "proxy_add_x_forwarded_for",
              "http_forwarded",
              "forwarded");
    }
    fields.clientId = first(values, "client_id");
    fields.userId = first(values, "user_id", "clientusername", "remote_user");
    fields.status =
        first(
            values,
            "status",
            "downstreamstatus",
            "originstatus",
            "edgeresponsestatus",
            "status_code",
            "response");
    fields.referrer =
        first(
            values,
            "request.headers.referer",
            "request_referer",
            "clientrequestreferer",
            "http_referer",
            "http_referrer",
            "referer",
            "referrer");
    fields.userAgent =
        first(
            values,
            "request.headers.user-agent",
            "request_user-agent",
            "clientrequestuseragent",
            "http_user_agent",
            "user_agent",
            "agent");
    fields.atMicros =
        moment(
            first(
                values,
                "startutc",
                "edgestarttimestamp",
                "time_iso8601",
                "@timestamp",
                "timestamp",
                "time_local",
                "ts",
                "msec",
                "time"));
  }

  private static @Nullable String first(Map<String, String> values, String... names) {
    return first(values, List.of(names));
  }

  private static @Nullable String first(Map<String, String> values, List<String> names) {
    for (String name : names) {
      String value = values.get(name);
      if (value != null && !value.isEmpty()) {
        return value;
      }
    }
    return null;
  }

  /** A text, or a number since 1970, in seconds down to nanoseconds, told apart by its size. */
  static long moment(@Nullable String text) {
    if (text == null) {
      return Timestamps.INVALID;
    }
    if (text.length() == NANOSECOND_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Long.parseLong(text) / 1000;
    }
    int dot = text.indexOf('.');
    String whole = dot < 0 ? text : text.substring(0, dot);
    boolean isNumber =
        whole.length() >= 9
            && whole.length() <= 16
            && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
    if (!isNumber) {
      return LogTimes.parse(text);
    }
    String fraction = (dot < 0 ? "" : text.substring(dot + 1)) + "000000000000000";
    int digits = 16 - Math.max(10, whole.length() > 13 ? 16 : whole.length() > 10 ? 13 : 10);
    return Long.parseLong(whole + fraction.substring(0, digits).replace(".", ""));
  }
}
