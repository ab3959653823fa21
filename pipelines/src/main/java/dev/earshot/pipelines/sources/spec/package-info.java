/** What a format declares of itself: how users get it, what marks it, and what reads it. */
@NullMarked
package dev.earshot.pipelines.sources.spec;

import org.jspecify.annotations.NullMarked;
