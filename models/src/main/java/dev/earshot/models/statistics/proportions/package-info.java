/** Shares and counts of independent units, and of units that a test may mistake. */
@NullMarked
package dev.earshot.models.statistics.proportions;

import org.jspecify.annotations.NullMarked;
