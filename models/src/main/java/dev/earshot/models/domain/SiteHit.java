package dev.earshot.models.domain;

import org.jspecify.annotations.Nullable;

/**
 * A request to a brand's site, or an event of an analytics tool that stands for one.
 *
 * @param kind what was asked for
 * @param host the site's host where the record names it, lower case
 * @param address the client's network address, or null where the tool keeps none
 * @param forwardedFor for whom proxies say that they called, as the header came, or null
 * @param clientId the visitor by the tool's own cookie, or null
 * @param userId the customer who is signed in, or null
 * @param target path and query of the request, or a whole address
 * @param referrer the referring address as it was sent, or null
 * @param userAgent as it was sent, or null
 * @param atMicros when, microseconds of UTC since 1970
 */
public record SiteHit(
    HitKind kind,
    @Nullable String host,
    @Nullable String address,
    @Nullable String forwardedFor,
    @Nullable String clientId,
    @Nullable String userId,
    String target,
    @Nullable String referrer,
    @Nullable String userAgent,
    long atMicros) {

  /** A request that came through no proxy. */
  public SiteHit(
      HitKind kind,
      @Nullable String host,
      @Nullable String address,
      @Nullable String clientId,
      @Nullable String userId,
      String target,
      @Nullable String referrer,
      @Nullable String userAgent,
      long atMicros) {
    this(kind, host, address, null, clientId, userId, target, referrer, userAgent, atMicros);
  }

  /** Hides the visitor from logs and messages. */
  @Override
  public String toString() {
    return "SiteHit[" + kind + " at " + atMicros + "]";
  }
}
