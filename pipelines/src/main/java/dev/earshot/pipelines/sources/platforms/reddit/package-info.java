/** Posts and comments of Reddit, as JSON and CSV. */
@NullMarked
package dev.earshot.pipelines.sources.platforms.reddit;

import org.jspecify.annotations.NullMarked;
