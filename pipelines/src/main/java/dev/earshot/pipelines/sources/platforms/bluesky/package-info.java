/** Posts as Bluesky's interface gives them. */
@NullMarked
package dev.earshot.pipelines.sources.platforms.bluesky;

import org.jspecify.annotations.NullMarked;
