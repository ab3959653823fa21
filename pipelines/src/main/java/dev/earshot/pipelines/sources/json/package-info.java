/** Documents of JSON, element by element, without holding a whole file. */
@NullMarked
package dev.earshot.pipelines.sources.json;

import org.jspecify.annotations.NullMarked;
