/** Earshot's own JSON lines: posts, messages, orders and identities. */
@NullMarked
package dev.earshot.pipelines.sources.canonical;

import org.jspecify.annotations.NullMarked;
