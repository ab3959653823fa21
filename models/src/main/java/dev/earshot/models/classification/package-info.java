/** Texts put into classes by linear models that training found. */
@NullMarked
package dev.earshot.models.classification;

import org.jspecify.annotations.NullMarked;
