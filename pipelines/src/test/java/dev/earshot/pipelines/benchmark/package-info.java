/**
 * What {@code scripts/benchmark} compares a pipeline with: the same job as a plain program with two
 * threads, maps in memory instead of shuffles, and neither a runner nor coders.
 */
@NullMarked
package dev.earshot.pipelines.benchmark;

import org.jspecify.annotations.NullMarked;
