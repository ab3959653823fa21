/** Notes of Misskey and its kin. */
@NullMarked
package dev.earshot.pipelines.sources.platforms.misskey;

import org.jspecify.annotations.NullMarked;
