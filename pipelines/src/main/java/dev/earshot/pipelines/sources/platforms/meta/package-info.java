/** Posts and messages of Facebook and Instagram. */
@NullMarked
package dev.earshot.pipelines.sources.platforms.meta;

import org.jspecify.annotations.NullMarked;
