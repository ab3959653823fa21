/** Messages of a Telegram export. */
@NullMarked
package dev.earshot.pipelines.sources.platforms.telegram;

import org.jspecify.annotations.NullMarked;
