package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.beam.WrittenFile;
import dev.earshot.pipelines.tables.RejectedRecordRow;
import dev.earshot.pipelines.tables.TableSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * The rejected records of runs that published nothing, in {@code _failed/<run id>/rejected_records}
 * of an output: what they would have been as a table, which no reader of the tables looks at. The
 * {@value #KEPT} newest runs are kept.
 */
final class FailedRuns {
  static final String FOLDER = "_failed/";
  static final int KEPT = 5;
  private static final String BINARY = "application/octet-stream";
  static final String TABLE = TableSchema.of(RejectedRecordRow.class).name();

  private FailedRuns() {}

  /**
   * Copies the staged files of a run there, in the place of those of the same run before.
   *
   * @param root of the output, with a slash at its end
   * @return where they are
   */
  static String keep(String root, String staging, String runId, RunSummary summary)
      throws IOException {
    String folder = root + FOLDER + runId + "/";
    FileSystems.delete(objects(folder).stream().map(Metadata::resourceId).toList());
    for (WrittenFile file : summary.files()) {
      if (file.table().equals(TABLE)) {
        copy(staging + "/" + file.path(), folder + file.path());
      }
    }
    removeOldest(root, runId);
    return folder + TABLE;
  }

  private static void copy(String from, String to) throws IOException {
    try (InputStream in =
            Channels.newInputStream(FileSystems.open(FileSystems.matchNewResource(from, false)));
        OutputStream out =
            Channels.newOutputStream(
                FileSystems.create(FileSystems.matchNewResource(to, false), BINARY))) {
      in.transferTo(out);
    }
  }

  private static void removeOldest(String root, String runId) throws IOException {
    Map<String, List<Metadata>> runs = new HashMap<>();
    for (Metadata object : objects(root + FOLDER)) {
      String path = object.resourceId().toString().substring((root + FOLDER).length());
      String run = path.substring(0, Math.max(0, path.indexOf('/')));
      runs.computeIfAbsent(run, first -> new ArrayList<>()).add(object);
    }
    runs.remove(runId);
    runs.remove("");
    List<ResourceId> old =
        runs.values().stream()
            .sorted(Comparator.comparingLong(FailedRuns::writtenAt).reversed())
            .skip(KEPT - 1L)
            .flatMap(List::stream)
            .map(Metadata::resourceId)
            .toList();
    FileSystems.delete(old);
  }

  private static long writtenAt(List<Metadata> objects) {
    return objects.stream().mapToLong(Metadata::lastModifiedMillis).max().orElse(0);
  }

  private static List<Metadata> objects(String folder) throws IOException {
    return FileSystems.match(folder + "**", EmptyMatchTreatment.ALLOW).metadata();
  }
}
