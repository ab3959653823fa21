/** What holds for a whole run: settings, shared tools, dates, pseudonyms. */
@NullMarked
package dev.earshot.pipelines.run;

import org.jspecify.annotations.NullMarked;
