/** What several measures share: the clock, weeks, estimates, grouping. */
@NullMarked
package dev.earshot.pipelines.measure.kit;

import org.jspecify.annotations.NullMarked;
