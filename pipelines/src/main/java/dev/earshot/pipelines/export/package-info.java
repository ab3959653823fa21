/** Published tables as files for spreadsheets. */
@NullMarked
package dev.earshot.pipelines.export;

import org.jspecify.annotations.NullMarked;
