package dev.earshot.pipelines.beam;

import java.util.List;

/**
 * A staged output file.
 *
 * @param table its table
 * @param path below the staging folder
 * @param rows the number of rows
 * @param bytes its size
 * @param sha256 hex digest of its bytes
 * @param subjects what its rows are about, sorted; see {@link Subjects}
 */
public record WrittenFile(
    String table, String path, long rows, long bytes, String sha256, List<String> subjects) {

  /** The same file at another path. */
  public WrittenFile at(String other) {
    return new WrittenFile(table, other, rows, bytes, sha256, subjects);
  }
}
