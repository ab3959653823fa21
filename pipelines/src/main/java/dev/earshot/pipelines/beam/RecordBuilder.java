package dev.earshot.pipelines.beam;

import org.jspecify.annotations.Nullable;

/** Builds a record from its components, boxed. */
interface RecordBuilder {
  Object build(@Nullable Object[] components);
}
