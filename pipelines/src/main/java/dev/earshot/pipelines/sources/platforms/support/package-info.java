/** Conversations of a support desk. */
@NullMarked
package dev.earshot.pipelines.sources.platforms.support;

import org.jspecify.annotations.NullMarked;
