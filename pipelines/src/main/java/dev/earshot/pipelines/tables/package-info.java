/** Each table declared once, as a record; schema and documentation derive from it. */
@NullMarked
package dev.earshot.pipelines.tables;

import org.jspecify.annotations.NullMarked;
