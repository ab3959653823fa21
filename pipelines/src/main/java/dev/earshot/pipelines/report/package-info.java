/** The page that an agency hands to its client: one HTML file of figures that stand in tables. */
@NullMarked
package dev.earshot.pipelines.report;

import org.jspecify.annotations.NullMarked;
