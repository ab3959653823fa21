/** From detail facts to measures: one transform per output table, named after it. */
@NullMarked
package dev.earshot.pipelines.measure;

import org.jspecify.annotations.NullMarked;
