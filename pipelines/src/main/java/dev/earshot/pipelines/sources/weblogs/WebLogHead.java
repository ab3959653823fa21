package dev.earshot.pipelines.sources.weblogs;

import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.UnknownFormatException;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.bytes.Utf8;
import dev.earshot.pipelines.sources.canonical.FlatJson;
import dev.earshot.pipelines.sources.json.DocumentShape;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Detector of a web log's format by its beginning: the one that most lines have. A server logs
 * whatever it is sent, so that no single line decides.
 */
public final class WebLogHead {
  private WebLogHead() {}

  /**
   * The format.
   *
   * @param content of the file's beginning
   * @param start where its first line begins
   * @param length how much there is
   * @throws UnknownFormatException saying what is expected, where it is none
   */
  public static Format of(byte[] content, int start, int length) {
    boolean isJson = content[start] == '[' || content[start] == '{';
    if (isJson && MatomoVisits.matches(DocumentShape.of(content, start, length - start))) {
      return Format.MATOMO_VISITS;
    }
    FlatJson json = new FlatJson(ReadLimits.DEFAULT);
    Map<Format, Integer> lines = new EnumMap<>(Format.class);
    int from = start;
    while (from < length) {
      int lineFeed = Utf8.indexOfLineFeed(content, from, length);
      int end = lineFeed < 0 ? length : lineFeed;
      String line = new String(content, from, end - from, StandardCharsets.UTF_8).strip();
      from = end + 1;
      if (line.startsWith("#Fields:")) {
        return w3cFormat(line.toLowerCase(Locale.ROOT));
      }
      Format format = line.isEmpty() || line.startsWith("#") ? null : formatOf(line, json);
      if (format != null) {
        lines.merge(format, 1, Integer::sum);
      }
    }
    Format most = null;
    for (Map.Entry<Format, Integer> format : lines.entrySet()) {
      boolean isMore = most == null || format.getValue() > lines.getOrDefault(most, 0);
      most = isMore ? format.getKey() : most;
    }
    if (most != null) {
      return most;
    }
    throw new UnknownFormatException(
        "no known web log: read are the common and combined formats of Apache and NGINX"
            + " (access-log; for another LogFormat write access-log:FILE and --log-format), IIS and CloudFront (w3c-log),"
            + " Amazon load balancers (elb-log), JSON lines of NGINX, Caddy, Traefik and Cloudflare's"
            + " Logpush under the names that these give to fields (hits-jsonl), Google Analytics"
            + " (ga4-jsonl), Plausible's table of events (plausible-jsonl) and Matomo's visits"
            + " (matomo-visits); sums by day, HAProxy, S3 and streaming servers are not supported");
  }

  /** The format that a line alone may be of. */
  private static @Nullable Format formatOf(String line, FlatJson json) {
    if (line.startsWith("{")) {
      return jsonFormat(json, line);
    }
    if (AccessLogs.formatOf(line) != null) {
      return Format.ACCESS_LOG;
    }
    return ElbLogs.matches(line) ? Format.ELB_LOG : null;
  }

  /** A line that is broken may be a request all the same; one that names none is no log's. */
  private static @Nullable Format jsonFormat(FlatJson json, String line) {
    Map<String, String> values = json.read(line);
    if (values != null && AnalyticsEvents.isPlausible(values)) {
      return Format.PLAUSIBLE_JSONL;
    }
    if (values == null || HitsJson.isRequest(values)) {
      return Format.HITS_JSONL;
    }
    return values.containsKey("event_timestamp") ? Format.GA4_JSONL : null;
  }

  private static Format w3cFormat(String fields) {
    for (String needed : new String[] {"date", "time", "c-ip", "cs-uri-stem", "sc-status"}) {
      if (!fields.contains(" " + needed)) {
        throw new UnknownFormatException(
            "a W3C log without "
                + needed
                + " is not supported; expected the columns of IIS or"
                + " CloudFront: date, time, c-ip, cs-uri-stem, sc-status");
      }
    }
    return Format.W3C_LOG;
  }
}
