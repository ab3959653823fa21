/**
 * Mapping files: which column of a table is which field of a record, and how its times are written.
 */
@NullMarked
package dev.earshot.pipelines.sources.mapping;

import org.jspecify.annotations.NullMarked;
