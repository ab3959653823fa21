/** The fields of a record by name, and what is read from their text. */
@NullMarked
package dev.earshot.pipelines.sources.fields;

import org.jspecify.annotations.NullMarked;
