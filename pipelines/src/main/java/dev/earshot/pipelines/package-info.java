/** The whole graph: {@link dev.earshot.pipelines.EarshotPipeline}. */
@NullMarked
package dev.earshot.pipelines;

import org.jspecify.annotations.NullMarked;
