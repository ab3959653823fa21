/** Month by month: does a brand listen, does it give as much as it takes. */
@NullMarked
package dev.earshot.pipelines.measure.relationship;

import org.jspecify.annotations.NullMarked;
