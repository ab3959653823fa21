/** The weekly figures of all measures side by side. */
@NullMarked
package dev.earshot.pipelines.measure.scorecard;

import org.jspecify.annotations.NullMarked;
