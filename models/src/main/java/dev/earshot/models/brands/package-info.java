/** Reading the brand file and finding the brands that a post is about. */
@NullMarked
package dev.earshot.models.brands;

import org.jspecify.annotations.NullMarked;
