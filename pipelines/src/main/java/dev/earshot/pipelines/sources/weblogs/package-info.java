/** Hits of a site from access logs and JSON lines. */
@NullMarked
package dev.earshot.pipelines.sources.weblogs;

import org.jspecify.annotations.NullMarked;
