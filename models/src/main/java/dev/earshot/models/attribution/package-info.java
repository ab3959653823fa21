/** What clicks and conversations may have had to do with orders. */
@NullMarked
package dev.earshot.models.attribution;

import org.jspecify.annotations.NullMarked;
