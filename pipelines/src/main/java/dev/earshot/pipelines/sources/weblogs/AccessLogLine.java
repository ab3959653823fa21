package dev.earshot.pipelines.sources.weblogs;

import nl.basjes.parse.core.Field;
import org.jspecify.annotations.Nullable;

/**
 * Parts of one line of an access log, which Httpdlog fills in. Only whole parts are asked for: to
 * take times, addresses and user agents apart in Httpdlog costs several times as much.
 */
public final class AccessLogLine {
  static final String ADDRESS = "IP:connection.client.host";
  static final String TIME = "TIME.STAMP:request.receive.time";
  static final String ISO_TIME = "TIME.ISO8601:request.receive.time";
  static final String REQUEST = "HTTP.FIRSTLINE:request.firstline";

  @Nullable String host;
  @Nullable String address;
  @Nullable String forwardedFor;
  @Nullable String calledBy;
  @Nullable String logname;
  @Nullable String user;
  @Nullable String time;
  @Nullable String request;
  @Nullable String status;
  @Nullable String referrer;
  @Nullable String userAgent;

  /** For Httpdlog. */
  @Field({"STRING:connection.server.name.canonical", "STRING:connection.server.name"})
  public void setHost(String value) {
    host = value;
  }

  /** For Httpdlog. */
  @Field(ADDRESS)
  public void setAddress(String value) {
    address = value;
  }

  /** For Httpdlog: whom proxies called for. NGINX writes the names of headers in its own way. */
  @Field({
    "HTTP.HEADER:request.header.x-forwarded-for",
    "HTTP.HEADER:request.header.x_forwarded_for",
    "HTTP.HEADER:request.header.forwarded"
  })
  public void setForwardedFor(String value) {
    forwardedFor = value;
  }

  /** For Httpdlog: the visitor as a content delivery network tells it. */
  @Field({
    "HTTP.HEADER:request.header.cf-connecting-ip",
    "HTTP.HEADER:request.header.cf_connecting_ip",
    "HTTP.HEADER:request.header.true-client-ip",
    "HTTP.HEADER:request.header.true_client_ip"
  })
  public void setCalledBy(String value) {
    calledBy = value;
  }

  /** For Httpdlog. */
  @Field("NUMBER:connection.client.logname")
  public void setLogname(String value) {
    logname = value;
  }

  /** For Httpdlog. */
  @Field("STRING:connection.client.user")
  public void setUser(String value) {
    user = value;
  }

  /** For Httpdlog. */
  @Field(TIME)
  public void setTime(String value) {
    time = value;
  }

  /** For Httpdlog, where the format names the ISO time of NGINX. */
  @Field(ISO_TIME)
  public void setIsoTime(String value) {
    time = value;
  }

  /** For Httpdlog. */
  @Field(REQUEST)
  public void setRequest(String value) {
    request = value;
  }

  /** For Httpdlog. */
  @Field("STRING:request.status.last")
  public void setStatus(String value) {
    status = value;
  }

  /** For Httpdlog. */
  @Field("HTTP.URI:request.referer")
  public void setReferrer(String value) {
    referrer = value;
  }

  /** For Httpdlog. */
  @Field("HTTP.USERAGENT:request.user-agent")
  public void setUserAgent(String value) {
    userAgent = value;
  }
}
