package dev.earshot.pipelines.measure.customers;

import dev.earshot.pipelines.measure.coverage.CoveredDays;

/**
 * A brand that has customers, and the days of its orders that the input covers. These travel in the
 * key of all its customers, since a side input would keep them from streaming (decision 0071).
 */
record CoveredBrand(CustomerBrand brand, CoveredDays orders) {
  String brandId() {
    return brand.brandId();
  }
}
