/** Posts and messages of TikTok. */
@NullMarked
package dev.earshot.pipelines.sources.platforms.tiktok;

import org.jspecify.annotations.NullMarked;
