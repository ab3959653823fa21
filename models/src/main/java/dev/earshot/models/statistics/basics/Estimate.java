package dev.earshot.models.statistics.basics;

/**
 * A point estimate and its 95 % interval.
 *
 * @param value the point estimate
 * @param interval its interval, in the same unit
 */
public record Estimate(double value, Interval interval) {}
