package dev.earshot.pipelines.run;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The times of a run.
 *
 * @param asOfMicros its clock, or null for the latest time in the input
 * @param startedAtMicros when it began; where it has no clock of its own, records that are more
 *     than a day later are rejected
 */
public record RunClock(@Nullable Long asOfMicros, long startedAtMicros) implements Serializable {}
