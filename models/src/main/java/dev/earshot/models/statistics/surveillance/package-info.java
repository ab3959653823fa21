/** Whether counts of today are more than is usual. */
@NullMarked
package dev.earshot.models.statistics.surveillance;

import org.jspecify.annotations.NullMarked;
