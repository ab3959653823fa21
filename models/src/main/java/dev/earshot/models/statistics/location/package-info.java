/** Where whole values lie: means, medians, fifths, and the effects of groups on them. */
@NullMarked
package dev.earshot.models.statistics.location;

import org.jspecify.annotations.NullMarked;
