package dev.earshot.pipelines.publish;

/**
 * A part of a run that is over, for people who wait: no row depends on it.
 *
 * @param name {@code find}, {@code read}, {@code write} (grouping and writing), {@code process}
 *     (both, on a cluster), {@code check} or {@code publish}
 * @param seconds how long it took
 * @param count how much it was about
 * @param unit of what: files, records, rows
 */
public record Stage(String name, double seconds, long count, String unit) {}
