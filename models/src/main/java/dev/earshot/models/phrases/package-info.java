/** Phrases that a data file declares, found in tokens in one pass. */
@NullMarked
package dev.earshot.models.phrases;

import org.jspecify.annotations.NullMarked;
