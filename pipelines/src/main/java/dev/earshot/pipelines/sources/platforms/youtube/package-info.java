/** Comments and videos of YouTube. */
@NullMarked
package dev.earshot.pipelines.sources.platforms.youtube;

import org.jspecify.annotations.NullMarked;
