package dev.earshot.models.brands;

import dev.earshot.models.domain.BrandEvidence;
import java.util.Set;

/**
 * How sure the evidence makes it that a post is about a brand: 1 - product of (1 - weight) over the
 * distinct kinds of evidence, as if they were independent. The weights are fixed and ordered by how
 * deliberately a person must act to leave the evidence; they are not fitted probabilities.
 */
public final class BrandRelevance {
  private BrandRelevance() {}

  /** The relevance that these kinds of evidence give together, from 0 to 1. */
  public static double of(Set<BrandEvidence> evidence) {
    double doubt = 1;
    for (BrandEvidence kind : BrandEvidence.values()) {
      if (evidence.contains(kind)) {
        doubt *= 1 - weight(kind);
      }
    }
    return 1 - doubt;
  }

  private static double weight(BrandEvidence kind) {
    return switch (kind) {
      case REPLY_TO_OWN_ACCOUNT -> 0.95;
      case HANDLE -> 0.9;
      case DOMAIN -> 0.8;
      case HASHTAG -> 0.7;
      case ALIAS -> 0.6;
    };
  }
}
