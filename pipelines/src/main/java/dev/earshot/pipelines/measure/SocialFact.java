package dev.earshot.pipelines.measure;

import org.jspecify.annotations.Nullable;

/**
 * A customer's account is known, or spoke.
 *
 * @param day on which it spoke of or to the brand; null says only that it is known
 */
record SocialFact(@Nullable Integer day) {}
