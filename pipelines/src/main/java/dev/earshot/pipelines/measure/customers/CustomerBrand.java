package dev.earshot.pipelines.measure.customers;

import org.jspecify.annotations.Nullable;

/**
 * A brand that has customers, and what the run knows beside their orders.
 *
 * @param socialFrom the first day of which the run knows what accounts said, since the epoch; null
 *     where it does not know whose they are
 */
public record CustomerBrand(String brandId, @Nullable Integer socialFrom) {}
