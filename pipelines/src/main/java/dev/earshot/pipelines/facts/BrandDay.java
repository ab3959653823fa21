package dev.earshot.pipelines.facts;

/**
 * A brand on a day.
 *
 * @param day local date of the brand, days since the epoch
 */
public record BrandDay(String brandId, int day) {}
