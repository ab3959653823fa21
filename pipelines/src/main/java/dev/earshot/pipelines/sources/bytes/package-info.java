/** From a file's bytes to lines: ranges, decompression, encodings, limits. */
@NullMarked
package dev.earshot.pipelines.sources.bytes;

import org.jspecify.annotations.NullMarked;
