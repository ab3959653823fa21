/** Posts and messages of X: pages of its interface, statuses and the archive. */
@NullMarked
package dev.earshot.pipelines.sources.platforms.x;

import org.jspecify.annotations.NullMarked;
