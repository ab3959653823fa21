package dev.earshot.pipelines.measure.customers;

import org.jspecify.annotations.Nullable;

/**
 * A brand, and the days that the run knows of it.
 *
 * @param lastDay the last day that has begun, since the epoch
 * @param socialFrom the first day of which the run knows what accounts said; null where it does not
 *     know whose they are
 */
record BrandAsOf(String brandId, int lastDay, @Nullable Integer socialFrom) {}
