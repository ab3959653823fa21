/** What every method gives or needs: estimates, intervals, quantiles, a seeded generator. */
@NullMarked
package dev.earshot.models.statistics.basics;

import org.jspecify.annotations.NullMarked;
