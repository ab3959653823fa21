/** Shares of classes from the answers of a classifier that errs. */
@NullMarked
package dev.earshot.models.quantification;

import org.jspecify.annotations.NullMarked;
