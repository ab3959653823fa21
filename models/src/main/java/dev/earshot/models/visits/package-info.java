/** From requests to visits of a site, and who of the visitors is a person. */
@NullMarked
package dev.earshot.models.visits;

import org.jspecify.annotations.NullMarked;
