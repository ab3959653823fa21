/** Posts, comments and messages of LinkedIn. */
@NullMarked
package dev.earshot.pipelines.sources.platforms.linkedin;

import org.jspecify.annotations.NullMarked;
