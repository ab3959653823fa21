/** One interface from a text to what it means, and its implementations. */
@NullMarked
package dev.earshot.models.understanding;

import org.jspecify.annotations.NullMarked;
