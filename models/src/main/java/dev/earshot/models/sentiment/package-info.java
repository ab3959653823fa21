/** Sentiment of a text and toward a target. */
@NullMarked
package dev.earshot.models.sentiment;

import org.jspecify.annotations.NullMarked;
