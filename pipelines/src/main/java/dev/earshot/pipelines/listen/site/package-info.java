/** Hits of a site, grouped to visits. */
@NullMarked
package dev.earshot.pipelines.listen.site;

import org.jspecify.annotations.NullMarked;
