/** Posts of Mastodon: statuses and an account's outbox. */
@NullMarked
package dev.earshot.pipelines.sources.platforms.mastodon;

import org.jspecify.annotations.NullMarked;
