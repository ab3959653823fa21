/** Messages and mentions by person: conversations, windows, key phrases. */
@NullMarked
package dev.earshot.pipelines.listen.people;

import org.jspecify.annotations.NullMarked;
