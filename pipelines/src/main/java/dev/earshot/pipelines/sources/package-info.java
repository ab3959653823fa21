/** One class per input format, from bytes to domain records or rejections. */
@NullMarked
package dev.earshot.pipelines.sources;

import org.jspecify.annotations.NullMarked;
