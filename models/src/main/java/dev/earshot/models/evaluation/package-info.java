/** What labelled texts say about the quality of an answer: labels, tallies, reports. */
@NullMarked
package dev.earshot.models.evaluation;

import org.jspecify.annotations.NullMarked;
