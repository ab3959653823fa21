package dev.earshot.pipelines.generate;

import java.util.List;

/**
 * A customer of a brand's shop.
 *
 * @param brand whose customer it is
 * @param id the shop's id
 * @param isGuest true for one who orders without an id
 * @param accounts those behind which the customer agreed to be known
 */
record Shopper(FictionalBrand brand, String id, boolean isGuest, List<Account> accounts) {
  /** An account, by its author's place in the pool. */
  record Account(Network network, int author) {}
}
