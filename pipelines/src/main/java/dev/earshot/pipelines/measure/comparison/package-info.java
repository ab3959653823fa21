/** Brands against one another, over persons who may speak of several. */
@NullMarked
package dev.earshot.pipelines.measure.comparison;

import org.jspecify.annotations.NullMarked;
