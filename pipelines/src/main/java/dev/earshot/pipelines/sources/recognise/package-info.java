/** Which format a file has, and what opens each format. */
@NullMarked
package dev.earshot.pipelines.sources.recognise;

import org.jspecify.annotations.NullMarked;
