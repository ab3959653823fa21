package dev.earshot.pipelines.sources.weblogs;

import dev.earshot.models.domain.SiteHit;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.spec.FormatSpec;

/**
 * Web logs as formats. A server logs whatever it is sent, so that {@link WebLogHead} tells them by
 * most of their lines, not by a mark.
 */
public final class WebLogFormats {

  public static final FormatSpec<SiteHit> ACCESS_LOG =
      FormatSpec.of(Format.ACCESS_LOG, SiteHit.class)
          .guide(
              "a web server",
              "logs/access.log*",
              "the log folder of Apache or NGINX; --log-format states a format of your own",
              "analytics ids, events in the page")
          .read(context -> new AccessLogs(context.limits(), context.logFormat()));

  public static final FormatSpec<SiteHit> W3C =
      FormatSpec.of(Format.W3C_LOG, SiteHit.class)
          .guide(
              "IIS, CloudFront",
              "logs/*.log",
              "the log folder of IIS, or the bucket that CloudFront writes to",
              "analytics ids, events in the page")
          .read(context -> new W3cLogs(context.limits()));

  public static final FormatSpec<SiteHit> ELB =
      FormatSpec.of(Format.ELB_LOG, SiteHit.class)
          .guide(
              "Amazon load balancers",
              "logs/*.log.gz",
              "the bucket that access logs are switched on for, in the load balancer's attributes",
              "referrer, analytics ids")
          .read(context -> new ElbLogs(context.limits()));

  public static final FormatSpec<SiteHit> HITS =
      FormatSpec.of(Format.HITS_JSONL, SiteHit.class)
          .guide(
              "NGINX, Caddy, Traefik, Cloudflare (Logpush)",
              "logs/*.json",
              "the server's log as JSON: log_format escape=json in NGINX, log { format json } in Caddy,"
                  + " accesslog.format=json in Traefik; of Cloudflare a Logpush job of the dataset"
                  + " http_requests with ClientIP, ClientRequestHost, ClientRequestMethod,"
                  + " ClientRequestURI, ClientRequestReferer, ClientRequestUserAgent,"
                  + " EdgeResponseStatus and EdgeStartTimestamp",
              "what the lines leave out")
          .read(context -> HitsJson.accessLogs(context.limits()));

  public static final FormatSpec<SiteHit> GA4 =
      FormatSpec.of(Format.GA4_JSONL, SiteHit.class)
          .guide(
              "Google Analytics 4",
              "ga4/*.jsonl",
              "Admin, BigQuery links; then bq extract --destination_format NEWLINE_DELIMITED_JSON of"
                  + " analytics_ID.events_YYYYMMDD",
              "visitors who refused analytics: their events are out of scope")
          .read(context -> HitsJson.analytics(context.limits()));

  public static final FormatSpec<SiteHit> GA4_PARQUET =
      FormatSpec.of(Format.GA4_PARQUET, SiteHit.class)
          .guide(
              "Google Analytics 4",
              "ga4/*.parquet",
              "Admin, BigQuery links; then bq extract --destination_format PARQUET of"
                  + " analytics_ID.events_YYYYMMDD",
              "visitors who refused analytics: their events are out of scope")
          .read(context -> new Ga4Parquet(context.limits()));

  public static final FormatSpec<SiteHit> PLAUSIBLE =
      FormatSpec.of(Format.PLAUSIBLE_JSONL, SiteHit.class)
          .guide(
              "Plausible, hosted by yourself",
              "plausible/*.jsonl",
              "clickhouse-client --query \"SELECT * FROM events_v2 WHERE site_id = ... FORMAT"
                  + " JSONEachRow\". The export of the dashboard and the Stats API are sums by day,"
                  + " which hold no visits and are not read",
              "who comes back on another day, as visitors are hashed under a salt of the day;"
                  + " customers; user agents")
          .read(context -> HitsJson.plausible(context.limits()));

  public static final FormatSpec<SiteHit> MATOMO =
      FormatSpec.of(Format.MATOMO_VISITS, SiteHit.class)
          .guide(
              "Matomo",
              "matomo/*.json",
              "index.php?module=API&method=Live.getLastVisitsDetails&idSite=1&period=range&date=FROM,TO"
                  + "&format=JSON&filter_limit=-1&token_auth=...",
              "user agents; whether visitors without cookie and fingerprint come back")
          .read(context -> MatomoVisits.source(context.limits()));

  private WebLogFormats() {}
}
