/** CSV and Parquet, by a mapping of columns to fields. */
@NullMarked
package dev.earshot.pipelines.sources.tabular;

import org.jspecify.annotations.NullMarked;
