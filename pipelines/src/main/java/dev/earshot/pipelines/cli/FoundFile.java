package dev.earshot.pipelines.cli;

import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * What a pattern or a folder named.
 *
 * @param location what Beam's file systems open
 * @param sizeBytes its size
 * @param modifiedMillis when a file of this machine was last written; 0 where it lies elsewhere
 * @param problem why it cannot be read, in words, or null
 */
record FoundFile(String location, long sizeBytes, long modifiedMillis, @Nullable String problem) {
  /** The file for Beam; of a file with a problem there is none. */
  ResourceId resource() {
    return FileSystems.matchNewResource(location, false);
  }
}
