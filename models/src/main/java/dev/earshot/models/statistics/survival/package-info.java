/** How long until an event where some were not observed to the end. */
@NullMarked
package dev.earshot.models.statistics.survival;

import org.jspecify.annotations.NullMarked;
