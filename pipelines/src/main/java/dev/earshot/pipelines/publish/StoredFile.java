package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.beam.WrittenFile;

/**
 * A published file.
 *
 * @param location where it can be read
 * @param file what its manifest says of it
 */
record StoredFile(String location, WrittenFile file) {}
