/** Messages of a Discord export. */
@NullMarked
package dev.earshot.pipelines.sources.platforms.discord;

import org.jspecify.annotations.NullMarked;
