/** Topics from an editable taxonomy. */
@NullMarked
package dev.earshot.models.topics;

import org.jspecify.annotations.NullMarked;
