package dev.earshot.pipelines.measure.windows;

/**
 * A brand's net sentiment over the 90 days that end on a day, on all networks, in all languages and
 * dimensions.
 *
 * @param rate (positive - negative) / classified mentions
 * @param standardError of the rate, author-clustered
 * @param mentions classified mentions
 */
public record TrailingRate(double rate, double standardError, long mentions) {}
