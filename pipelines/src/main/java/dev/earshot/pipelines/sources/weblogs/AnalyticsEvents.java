package dev.earshot.pipelines.sources.weblogs;

import dev.earshot.models.domain.HitKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events of analytics tools as hits: those of Google Analytics 4 as BigQuery exports them, and
 * those of Plausible as its database {@code events_v2} has them. Values by path, in lower case.
 */
final class AnalyticsEvents {
  private static final List<String> UTM =
      List.of("utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term");

  private AnalyticsEvents() {}

  /**
   * An event of Google Analytics. Visitors who refuse analytics have no {@code user_pseudo_id}:
   * which of their events belong together nobody knows.
   */
  static void ga4(Map<String, String> values, HitFields fields) {
    String location = values.get("event_params.page_location");
    fields.kind = "page_view".equals(values.get("event_name")) ? HitKind.PAGE : HitKind.OTHER;
    fields.target = location == null ? "/" : location;
    fields.host = hostOf(fields.target, values.get("device.web_info.hostname"));
    fields.clientId = values.get("user_pseudo_id");
    fields.userId = values.get("user_id");
    fields.referrer = values.get("event_params.page_referrer");
    fields.atMicros = HitsJson.moment(values.get("event_timestamp"));
    fields.mayLackVisitor();
  }

  /** Whether values are those of an event of Plausible. */
  static boolean isPlausible(Map<String, String> values) {
    return values.containsKey("pathname")
        && values.containsKey("hostname")
        && values.containsKey("session_id")
        && values.containsKey("timestamp");
  }

  /**
   * An event of Plausible. Its {@code user_id} is a hash under a salt of the day: a visitor, and no
   * customer. What it keeps of the address beside the path stands in columns of their own.
   */
  static void plausible(Map<String, String> values, HitFields fields) {
    fields.kind = "pageview".equals(values.get("name")) ? HitKind.PAGE : HitKind.OTHER;
    fields.host = values.get("hostname");
    fields.clientId = values.get("user_id");
    fields.target = target(values);
    String referrer = values.get("referrer");
    boolean isBare = referrer != null && !referrer.isEmpty() && referrer.indexOf("://") < 0;
    fields.referrer = isBare ? "https://" + referrer : referrer;
    String time = values.get("timestamp");
    fields.atMicros = HitsJson.moment(time == null || time.endsWith("Z") ? time : time + "Z");
  }

  private static @Nullable String target(Map<String, String> values) {
    String path = values.get("pathname");
    if (path == null) {
      return null;
    }
    StringBuilder target = new StringBuilder(path);
    for (String name : UTM) {
      String value = values.get(name);
      if (value != null && !value.isEmpty()) {
        target
            .append(target.indexOf("?") < 0 ? '?' : '&')
            .append(name)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
    return target.toString();
  }

  /** The host of a whole address, else the other one. */
  static @Nullable String hostOf(String location, @Nullable String otherwise) {
    int start = location.indexOf("://") + 3;
    int end = location.indexOf('/', start);
    return start < 3 ? otherwise : location.substring(start, end < 0 ? location.length() : end);
  }
}
