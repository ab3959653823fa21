/** What the writer of a text wants. */
@NullMarked
package dev.earshot.models.intents;

import org.jspecify.annotations.NullMarked;
