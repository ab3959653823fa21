/** The recipes that make the artifacts. */
@NullMarked
package dev.earshot.models.training;

import org.jspecify.annotations.NullMarked;
