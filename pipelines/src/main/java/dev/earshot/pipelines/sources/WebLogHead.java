package dev.earshot.pipelines.sources;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Tells the format of a web log by its first lines. */
final class WebLogHead {
  private static final int LINES = 50;

  private WebLogHead() {}

  /**
   * The format.
   *
   * @param content of the file's beginning
   * @param start where its first line begins
   * @param length how much there is
   * @throws UnknownFormatException saying what is expected, where it is none
   */
  static Format of(byte[] content, int start, int length) {
    FlatJson json = new FlatJson(ReadLimits.DEFAULT);
    int from = start;
    for (int i = 0; i < LINES && from < length; i++) {
      int lineFeed = Utf8.indexOfLineFeed(content, from, length);
      int end = lineFeed < 0 ? length : lineFeed;
      String line = new String(content, from, end - from, StandardCharsets.UTF_8).strip();
      from = end + 1;
      if (line.isEmpty()) {
        continue;
      }
      if (line.startsWith("{")) {
        return jsonFormat(json, line);
      }
      if (line.startsWith("#Fields:")) {
        return w3cFormat(line.toLowerCase(Locale.ROOT));
      }
      if (line.startsWith("#")) {
        continue;
      }
      if (AccessLogs.formatOf(line) != null) {
        return Format.ACCESS_LOG;
      }
      if (ElbLogs.matches(line)) {
        return Format.ELB_LOG;
      }
    }
    throw new UnknownFormatException(
        "no known web log: read are the common and combined formats of Apache and NGINX"
            + " (access-log; for another LogFormat write access-log:FILE and --log-format), IIS and CloudFront (w3c-log),"
            + " Amazon load balancers (elb-log), JSON lines of NGINX, Caddy and Traefik"
            + " (hits-jsonl) and Google Analytics (ga4-jsonl); HAProxy, S3 and streaming servers"
            + " are not supported");
  }

  private static Format jsonFormat(FlatJson json, String line) {
    Map<String, String> values = json.read(line);
    return values != null && values.containsKey("event_timestamp")
        ? Format.GA4_JSONL
        : Format.HITS_JSONL;
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
