/** Models of repeat buying: who buys how often, and who is still there. */
@NullMarked
package dev.earshot.models.statistics.buying;

import org.jspecify.annotations.NullMarked;
