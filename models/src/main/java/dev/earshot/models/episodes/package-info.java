/** Splits what happens one after the other into episodes, such as conversations and visits. */
@NullMarked
package dev.earshot.models.episodes;

import org.jspecify.annotations.NullMarked;
