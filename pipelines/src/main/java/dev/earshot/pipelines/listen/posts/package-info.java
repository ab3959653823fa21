/** From versions of a post to resolved, understood mentions and their detail rows. */
@NullMarked
package dev.earshot.pipelines.listen.posts;

import org.jspecify.annotations.NullMarked;
