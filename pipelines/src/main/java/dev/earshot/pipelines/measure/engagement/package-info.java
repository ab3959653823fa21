/** Engagement with a brand's own posts. */
@NullMarked
package dev.earshot.pipelines.measure.engagement;

import org.jspecify.annotations.NullMarked;
