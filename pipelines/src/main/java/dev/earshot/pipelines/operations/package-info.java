/** What a run tells those who watch over it: figures for Prometheus, events for OpenLineage. */
@NullMarked
package dev.earshot.pipelines.operations;

import org.jspecify.annotations.NullMarked;
