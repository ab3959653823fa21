package dev.earshot.pipelines.sources.platforms.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.pipelines.sources.fields.DetailsDraft;
import dev.earshot.pipelines.sources.fields.Redirects;
import dev.earshot.pipelines.sources.json.JsonFields;
import org.jspecify.annotations.Nullable;

/** Links that a post or comment of the Graph API shares: attachments, some of them in others. */
final class GraphLinks {
  private GraphLinks() {}

  /** Where a shared link leads, without the page of the platform before it. */
  static @Nullable String target(JsonNode url) {
    return Redirects.target(JsonFields.text(url));
  }

  /** Adds where an attachment and those in it lead. */
  static void add(JsonNode attachment, DetailsDraft details) {
    details.addLink(target(attachment.path("unshimmed_url")));
    details.addLink(target(attachment.path("target").path("url")));
    details.addLink(target(attachment.path("url")));
    attachment.path("subattachments").path("data").forEach(one -> add(one, details));
  }
}
