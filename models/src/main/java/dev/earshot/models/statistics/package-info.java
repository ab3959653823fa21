/** Intervals, survival and resampling: each a named method with its paper. */
@NullMarked
package dev.earshot.models.statistics;

import org.jspecify.annotations.NullMarked;
