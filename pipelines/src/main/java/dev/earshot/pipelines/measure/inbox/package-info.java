/** Conversations with a brand: how many, how fast answered. */
@NullMarked
package dev.earshot.pipelines.measure.inbox;

import org.jspecify.annotations.NullMarked;
