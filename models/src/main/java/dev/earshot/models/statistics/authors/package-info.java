/** Rates over mentions whose units are authors, because one author's mentions belong together. */
@NullMarked
package dev.earshot.models.statistics.authors;

import org.jspecify.annotations.NullMarked;
