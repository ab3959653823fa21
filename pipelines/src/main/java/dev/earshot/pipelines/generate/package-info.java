/** Fictional posts and messages with the figures that a run over them must show. */
@NullMarked
package dev.earshot.pipelines.generate;

import org.jspecify.annotations.NullMarked;
