/** The sliding windows: swept from deltas, summed by author, trailing rates. */
@NullMarked
package dev.earshot.pipelines.measure.windows;

import org.jspecify.annotations.NullMarked;
