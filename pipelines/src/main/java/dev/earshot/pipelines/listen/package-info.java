/** From raw records to detail rows: read, deduplicate, resolve brands, understand, pseudonymise. */
@NullMarked
package dev.earshot.pipelines.listen;

import org.jspecify.annotations.NullMarked;
