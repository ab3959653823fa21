/** Reading social text: normalising, tokenising, language. */
@NullMarked
package dev.earshot.models.text;

import org.jspecify.annotations.NullMarked;
