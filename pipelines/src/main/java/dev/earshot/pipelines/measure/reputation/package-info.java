/** Sentiment, topics and key phrases by brand. */
@NullMarked
package dev.earshot.pipelines.measure.reputation;

import org.jspecify.annotations.NullMarked;
