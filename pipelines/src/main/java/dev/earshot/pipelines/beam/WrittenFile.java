package dev.earshot.pipelines.beam;

/**
 * A staged output file.
 *
 * @param table its table
 * @param path below the staging folder
 * @param rows the number of rows
 * @param bytes its size
 * @param sha256 hex digest of its bytes
 */
public record WrittenFile(String table, String path, long rows, long bytes, String sha256) {}
