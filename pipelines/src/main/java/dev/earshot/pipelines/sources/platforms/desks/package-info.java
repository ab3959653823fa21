/** Conversations of support desks with customers, as their APIs give them. */
@NullMarked
package dev.earshot.pipelines.sources.platforms.desks;

import org.jspecify.annotations.NullMarked;
