/** Near-duplicate detection. */
@NullMarked
package dev.earshot.models.duplicates;

import org.jspecify.annotations.NullMarked;
