/** Near duplicates among posts, and the clusters that they form. */
@NullMarked
package dev.earshot.pipelines.listen.duplicates;

import org.jspecify.annotations.NullMarked;
