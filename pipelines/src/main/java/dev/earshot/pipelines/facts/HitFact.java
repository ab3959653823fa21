package dev.earshot.pipelines.facts;

import dev.earshot.models.visits.Hit;
import dev.earshot.pipelines.beam.Fingerprints;

/**
 * A request to a brand's site on its way to the visitor's others; without the visitor's address.
 *
 * @param brandId whose site it is
 * @param visitorId pseudonym of the visitor
 * @param hit the request, as the rules for visits want it
 */
public record HitFact(String brandId, String visitorId, Hit hit) {

  /** A short key under which the requests of a visitor meet; others may share it. */
  public long key() {
    return Fingerprints.of(brandId, visitorId);
  }

  /** The visitor of a brand, among others under the same key. */
  public record Visitor(String brandId, String visitorId) {}

  /** What tells one visitor of a brand from another under the same key. */
  public Visitor visitor() {
    return new Visitor(brandId, visitorId);
  }
}
