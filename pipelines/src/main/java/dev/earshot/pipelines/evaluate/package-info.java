/** Labelled files read, understood and held against their labels. */
@NullMarked
package dev.earshot.pipelines.evaluate;

import org.jspecify.annotations.NullMarked;
