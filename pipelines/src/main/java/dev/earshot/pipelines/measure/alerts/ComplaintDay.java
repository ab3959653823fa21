package dev.earshot.pipelines.measure.alerts;

import org.jspecify.annotations.Nullable;

/**
 * Who complained of a brand on a day.
 *
 * @param topic of a topic, or null in all
 * @param negative authors with a negative mention
 * @param others the other authors
 */
record ComplaintDay(@Nullable String topic, int day, long negative, long others) {}
