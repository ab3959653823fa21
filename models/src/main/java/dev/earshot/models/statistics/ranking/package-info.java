/** Who is ahead of whom, and where nobody can say. */
@NullMarked
package dev.earshot.models.statistics.ranking;

import org.jspecify.annotations.NullMarked;
