/** What counts as an engagement, by network and date. */
@NullMarked
package dev.earshot.models.engagement;

import org.jspecify.annotations.NullMarked;
