package dev.earshot.pipelines.sources.weblogs;

import dev.earshot.models.domain.HitKind;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.models.domain.SiteHit;
import dev.earshot.pipelines.sources.times.Timestamps;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Fields of one request while its log line is read; makes the hit, or says what is wrong. */
final class HitFields {
  /** The name of the time in rejections. */
  static final String TIME = "time";

  @Nullable String host;
  @Nullable String address;
  @Nullable String forwardedFor;
  @Nullable String clientId;
  @Nullable String userId;
  @Nullable String method;
  @Nullable String target;
  @Nullable String status;
  @Nullable String referrer;
  @Nullable String userAgent;
  @Nullable HitKind kind;
  long atMicros = Timestamps.INVALID;

  private String faultyField = "";
  private boolean isOfAnotherLog;
  private boolean saysNoRequest;
  private boolean mayLackVisitor;

  /**
   * Takes method and target from {@code GET /a HTTP/1.1}; a path or an address alone is one too.
   * Servers log a connection without a request as well: probes of load balancers, what other
   * protocols send, and time-outs, as {@code -}, nothing, or the bytes that came.
   */
  void request(@Nullable String line) {
    if (line == null) {
      return;
    }
    int first = line.indexOf(' ');
    int last = line.lastIndexOf(' ');
    boolean hasProtocol = last > first && line.startsWith("HTTP/", last + 1);
    String asked = line.substring(first + 1, hasProtocol ? last : line.length());
    boolean isAsked = first < 0 || isMethod(line, first);
    if (isAsked && (hasProtocol || isPlace(asked))) {
      method = first < 0 ? "" : line.substring(0, first);
      target = asked;
    } else {
      saysNoRequest = true;
    }
  }

  /** Takes note that the record says that nothing was asked for. */
  void noRequest() {
    saysNoRequest = true;
  }

  /** Takes note that the record is of another log than that of requests. */
  void anotherLog() {
    isOfAnotherLog = true;
  }

  /** Takes note that the record may be of somebody whom the tool does not tell from others. */
  void mayLackVisitor() {
    mayLackVisitor = true;
  }

  /** Letters; but PRI is how HTTP/2 begins, which no client asks for. */
  private static boolean isMethod(String line, int end) {
    for (int i = 0; i < end; i++) {
      char c = line.charAt(i);
      boolean isLetter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
      if (!isLetter) {
        return false;
      }
    }
    return end > 0 && line.charAt(0) != '-' && !line.startsWith("PRI ");
  }

  private static boolean isPlace(String target) {
    return target.startsWith("/") || target.indexOf("://") > 0;
  }

  /** Whether the record is whole but for its visitor, whom the tool does not know. */
  boolean isWithoutVisitor() {
    return mayLackVisitor
        && given(address) == null
        && given(clientId) == null
        && atMicros != Timestamps.INVALID;
  }

  /** Whether the record is of another log, or whole but for its request, which it says was none. */
  boolean isWithoutRequest() {
    return isOfAnotherLog
        || (saysNoRequest
            && (target == null || target.isBlank())
            && given(address) != null
            && atMicros != Timestamps.INVALID);
  }

  /** The hit; null where {@link #faultyField()} or the time is wrong. */
  @Nullable SiteHit hit() {
    String asked = target;
    String client = given(address);
    String cookie = given(clientId);
    if (asked == null || asked.isBlank()) {
      faultyField = "request";
      return null;
    }
    if (client == null && cookie == null) {
      faultyField = "client";
      return null;
    }
    if (atMicros == Timestamps.INVALID) {
      faultyField = TIME;
      return null;
    }
    HitKind told = kind;
    if (told == null) {
      int code = status(status);
      if (code < 0) {
        faultyField = "status";
        return null;
      }
      told = HitKind.of(method == null ? "GET" : method.toUpperCase(Locale.ROOT), asked, code);
    }
    String site = given(host);
    return new SiteHit(
        told,
        site == null ? null : site.toLowerCase(Locale.ROOT),
        client,
        given(forwardedFor),
        cookie,
        given(userId),
        asked,
        given(referrer),
        given(userAgent),
        atMicros);
  }

  RejectionReason fault() {
    if (faultyField.equals(TIME)) {
      return RejectionReason.INVALID_TIMESTAMP;
    }
    return faultyField.equals("status") && given(status) != null
        ? RejectionReason.INVALID_FIELD
        : RejectionReason.MISSING_FIELD;
  }

  String faultyField() {
    return faultyField;
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isEmpty() || text.equals("-") ? null : text;
  }

  private static int status(@Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > 3) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
