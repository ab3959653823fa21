package dev.earshot.pipelines.cli;

import org.apache.beam.sdk.io.fs.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * What a pattern or a folder named.
 *
 * @param location what Beam's file systems open
 * @param sizeBytes its size
 * @param problem why it cannot be read, in words, or null
 */
record FoundFile(String location, long sizeBytes, @Nullable String problem) {
  /** The file for Beam; of a file with a problem there is none. */
  ResourceId resource() {
    return org.apache.beam.sdk.io.FileSystems.matchNewResource(location, false);
  }
}
