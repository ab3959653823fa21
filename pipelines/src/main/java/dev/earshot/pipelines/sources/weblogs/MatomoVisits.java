package dev.earshot.pipelines.sources.weblogs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.models.domain.HitKind;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.models.domain.SiteHit;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.Source;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.bytes.RecordHash;
import dev.earshot.pipelines.sources.json.DocumentElement;
import dev.earshot.pipelines.sources.json.DocumentShape;
import dev.earshot.pipelines.sources.json.DocumentSource;
import dev.earshot.pipelines.sources.json.RecordEmitter;
import dev.earshot.pipelines.sources.times.DocumentTimes;
import dev.earshot.pipelines.sources.times.Timestamps;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Visits of Matomo, as its method {@code Live.getLastVisitsDetails} answers in JSON: each action of
 * a visit that has an address of the site is a hit, and what led to the visit is the referrer of
 * its first.
 */
final class MatomoVisits {
  private static final String PAGE_VIEW = "action";
  private static final String OTHER_SITE = "outlink";

  private MatomoVisits() {}

  static Source<SiteHit> source(ReadLimits limits) {
    return DocumentSource.hits(
        Format.MATOMO_VISITS,
        DocumentSource.WHOLE,
        (element, hits) -> find(element, hits, limits.latestMicros()),
        limits);
  }

  /** Whether a document holds visits. */
  static boolean matches(DocumentShape shape) {
    return shape.has("idVisit", "actionDetails");
  }

  private static void find(
      DocumentElement element, RecordEmitter<SiteHit> hits, long latestMicros) {
    JsonNode visit = element.value();
    JsonNode actions = visit.path("actionDetails");
    if (!actions.isArray()) {
      hits.skip(SkipReason.OTHER);
      return;
    }
    String referrer = text(visit.path("referrerUrl"));
    for (JsonNode action : actions) {
      String url = text(action.path("url"));
      if (url == null || OTHER_SITE.equals(text(action.path("type")))) {
        hits.skip(SkipReason.OTHER);
        continue;
      }
      String target = url.indexOf("://") < 0 ? "https://" + url : url;
      emit(visit, action, target, referrer, latestMicros, hits);
      referrer = null;
    }
  }

  private static void emit(
      JsonNode visit,
      JsonNode action,
      String target,
      @Nullable String referrer,
      long latestMicros,
      RecordEmitter<SiteHit> hits) {
    long at = DocumentTimes.micros(action.path("timestamp"));
    String client = visitor(visit);
    if (at == Timestamps.INVALID || at > latestMicros) {
      byte[] json = action.toString().getBytes(StandardCharsets.UTF_8);
      hits.reject(
          at == Timestamps.INVALID
              ? RejectionReason.INVALID_TIMESTAMP
              : RejectionReason.TIME_IN_THE_FUTURE,
          HitFields.TIME,
          RecordHash.of(json, json.length));
    } else if (client == null) {
      hits.outOfScope();
    } else {
      boolean isPage = PAGE_VIEW.equals(text(action.path("type")));
      hits.accept(
          new SiteHit(
              isPage ? HitKind.PAGE : HitKind.OTHER,
              AnalyticsEvents.hostOf(target, null),
              null,
              client,
              text(visit.path("userId")),
              target,
              referrer,
              null,
              at));
    }
  }

  /** By cookie or fingerprint; a visitor whom neither tells is one of this visit alone. */
  private static @Nullable String visitor(JsonNode visit) {
    String cookie = text(visit.path("visitorId"));
    String known = cookie == null ? text(visit.path("fingerprint")) : cookie;
    String number = visit.path("idVisit").asText("");
    return known == null && !number.isEmpty() ? "visit:" + number : known;
  }

  /** A text that is not empty; Matomo writes false for an id that is not known. */
  private static @Nullable String text(JsonNode node) {
    return node.isTextual() && !node.textValue().isBlank() ? node.textValue() : null;
  }
}
