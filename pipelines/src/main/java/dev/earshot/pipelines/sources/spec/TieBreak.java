package dev.earshot.pipelines.sources.spec;

import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * Choice between formats that the same content may have, by what is certain besides it. The formats
 * that it chooses between declare the same instance; it is asked where they are the only ones left.
 */
@FunctionalInterface
public interface TieBreak {
  /**
   * Chooses; null if nothing decides.
   *
   * @param kind what the user gave the file as, or null
   * @param path the file as the user named it
   */
  @Nullable Format choose(@Nullable RecordKind kind, String path);
}
