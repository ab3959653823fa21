/** Reviews of products and places, as stores and portals give them to whoever owns these. */
@NullMarked
package dev.earshot.pipelines.sources.platforms.reviews;

import org.jspecify.annotations.NullMarked;
