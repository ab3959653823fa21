/** Times and dates as files write them, and the order of day and month. */
@NullMarked
package dev.earshot.pipelines.sources.times;

import org.jspecify.annotations.NullMarked;
