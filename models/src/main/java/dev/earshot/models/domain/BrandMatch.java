package dev.earshot.models.domain;

import java.util.List;
import java.util.Set;

/**
 * That a post is about a brand, and why.
 *
 * @param brandId the brand
 * @param evidence what was found, never empty
 * @param relevance from 0 to 1: how sure the evidence makes it that the post is about the brand
 * @param spans where the brand is named, in order; empty where it is addressed but not named
 */
public record BrandMatch(
    String brandId, Set<BrandEvidence> evidence, double relevance, List<TextSpan> spans) {}
