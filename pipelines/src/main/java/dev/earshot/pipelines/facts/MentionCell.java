package dev.earshot.pipelines.facts;

import org.jspecify.annotations.Nullable;

/**
 * A cell of a measure: whose mentions are counted together.
 *
 * @param brandId the brand
 * @param network a network or {@link #ALL}
 * @param language a language or {@link #ALL}
 * @param topic a topic, or null for all mentions
 */
public record MentionCell(String brandId, String network, String language, @Nullable String topic) {
  /** Stands for every network or language. */
  public static final String ALL = "all";

  /** Whether the cell holds every mention of the brand. */
  public boolean isTotal() {
    return topic == null && network.equals(ALL) && language.equals(ALL);
  }
}
