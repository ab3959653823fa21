package dev.earshot.models.domain;

import java.util.List;

/**
 * What a brand is recognised by in a text. Handles, hashtags and domains are lower case, without at
 * sign, number sign or {@code www.}.
 *
 * @param names the name and its aliases as people write them
 * @param handles handles that address the brand
 * @param hashtags hashtags that name the brand
 * @param domains domains of the brand's sites
 * @param nearWords for an ambiguous name: at least one must stand near it; empty for no condition
 * @param farWords words that must not stand near a name
 */
public record BrandMarks(
    List<String> names,
    List<String> handles,
    List<String> hashtags,
    List<String> domains,
    List<String> nearWords,
    List<String> farWords) {
  /** A brand that no text names. */
  public static final BrandMarks NONE =
      new BrandMarks(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
}
