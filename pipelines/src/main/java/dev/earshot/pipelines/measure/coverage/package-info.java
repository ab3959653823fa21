/** Which days the input covers, and what it has of them. */
@NullMarked
package dev.earshot.pipelines.measure.coverage;

import org.jspecify.annotations.NullMarked;
