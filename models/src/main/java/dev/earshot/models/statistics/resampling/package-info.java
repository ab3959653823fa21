/** Intervals from drawing the units again or leaving some out: bootstrap and jackknife. */
@NullMarked
package dev.earshot.models.statistics.resampling;

import org.jspecify.annotations.NullMarked;
