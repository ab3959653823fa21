package dev.earshot.pipelines.sources.platforms.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.pipelines.sources.fields.DetailsDraft;
import dev.earshot.pipelines.sources.json.JsonFields;

/** Links of Bluesky posts: a text may show part of a link or other words, a card shows none. */
final class BlueskyLinks {
  private BlueskyLinks() {}

  /**
   * Adds where a record or an embed leads: facets of the text, its card, a card beside a quoted
   * post.
   */
  static void add(JsonNode record, DetailsDraft details) {
    for (JsonNode facet : record.path("facets")) {
      for (JsonNode feature : facet.path("features")) {
        details.addLink(JsonFields.text(feature.path("uri")));
      }
    }
    for (JsonNode embed : new JsonNode[] {record, record.path("embed")}) {
      details.addLink(JsonFields.text(embed.path("external").path("uri")));
      details.addLink(JsonFields.text(embed.path("media").path("external").path("uri")));
    }
  }
}
