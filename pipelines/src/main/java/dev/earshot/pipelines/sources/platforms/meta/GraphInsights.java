package dev.earshot.pipelines.sources.platforms.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.pipelines.sources.fields.PostField;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.json.JsonFields;
import java.util.Map;

/**
 * Insights of posts and media by the names that the Graph API had for them. Instagram's {@code
 * impressions} became {@code views} in April 2025 (changelog of version 22); Facebook's {@code
 * post_impressions} ended in November 2025 and {@code post_impressions_unique} in June 2026, for
 * {@code post_media_view} and {@code post_total_media_view_unique} (Graph API, Page Insights,
 * deprecated metrics).
 */
final class GraphInsights {
  private static final Map<String, PostField> FIELDS =
      Map.of(
          "post_impressions", PostField.IMPRESSION_COUNT,
          "impressions", PostField.IMPRESSION_COUNT,
          "views", PostField.IMPRESSION_COUNT,
          "post_media_view", PostField.IMPRESSION_COUNT,
          "post_impressions_unique", PostField.REACH_COUNT,
          "post_total_media_view_unique", PostField.REACH_COUNT,
          "reach", PostField.REACH_COUNT,
          "shares", PostField.SHARE_COUNT);

  private GraphInsights() {}

  /** Sets the figures that are there. Of an old and a new name the larger counts: one has ended. */
  static void set(RecordDraft draft, JsonNode insights) {
    for (JsonNode insight : insights) {
      PostField field = FIELDS.get(insight.path("name").asText());
      JsonNode first = insight.path("values").path(0).path("value");
      JsonNode value =
          JsonFields.isAbsent(first) ? insight.path("total_value").path("value") : first;
      Long number = field == null ? null : JsonFields.count(value);
      Long known = field == null || draft.isFaulty(field) ? null : draft.number(field);
      boolean isSmaller = number != null && known != null && number < known;
      if (field != null && !isSmaller) {
        JsonFields.set(draft, field, value);
      }
    }
  }
}
