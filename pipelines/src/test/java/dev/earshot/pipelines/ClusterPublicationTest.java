package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.ClusterUnderTest.Launcher;
import dev.earshot.pipelines.EarshotRun.Arguments;
import dev.earshot.pipelines.publish.OutputFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Runs on a cluster of separate processes whose tables do not reach their place at once. {@code mvn
 * -Pcluster verify} runs it.
 */
class ClusterPublicationTest extends OnACluster {
  private static final ClusterInput INPUT = new ClusterInput(FOLDER, false);
  private static final int POSTS = 1_000;
  private static final int SEED = 1;
  private static final int POINTS = 10;

  /** Disks that fail under the workers of a cluster. */
  @Nested
  class OnAFailingDisk extends FailingDiskContract {
    @Override
    String[] engine() {
      return cluster.engine();
    }
  }

  /**
   * Runs with and without the texts of public posts take turns in one output; all their files
   * differ, as rows name their run. The launcher is killed before its first rename, which puts the
   * plan in place, and at nine points evenly spread over the others. Of each partition there is one
   * run's or the other's, whole, or, between its two renames, nothing; who opens the output next
   * finds what was planned.
   */
  @Test
  void aLauncherKilledAtTenPointsOfItsPublicationLeavesWholePartitions() throws Exception {
    boolean hasTexts = true;
    Path output = DemoRuns.copy(undisturbed(!hasTexts), FOLDER.resolve("published"));
    int renames = publish(hasTexts, output, Integer.MAX_VALUE);
    ClusterInput.assertSameTables(tables(hasTexts), ClusterInput.tables(output));
    for (int point = 0; point < POINTS; point++) {
      int last = 1 + point * (renames - 1) / POINTS;
      assertEquals(last, publish(!hasTexts, output, last));
      assertWholePartitions(tables(hasTexts), tables(!hasTexts), ClusterInput.tables(output));
      hasTexts ^= point > 0;
      OutputFolder.open(output).close();
      ClusterInput.assertSameTables(tables(hasTexts), ClusterInput.tables(output));
    }
  }

  private static Arguments run(boolean keepsTexts, Path output) {
    Arguments run = INPUT.run(INPUT.set(POSTS, SEED), output);
    return keepsTexts ? run.with("--keep-text") : run;
  }

  /** Runs until the launcher has renamed so often. */
  private static int publish(boolean keepsTexts, Path output, int last)
      throws IOException, InterruptedException {
    Launcher run = cluster.launch(run(keepsTexts, output), Debugged.OPTION);
    int renames =
        run.debug().killBefore(last, "dev.earshot.pipelines.publish.Publication", "rename");
    assertEquals(renames == last ? 128 + 9 : 0, run.exitCode(), run.said());
    return renames;
  }

  /** The output of an undisturbed run in this process. */
  private static Path undisturbed(boolean keepsTexts) {
    Path output = FOLDER.resolve("undisturbed-" + keepsTexts);
    if (!output.toFile().exists()) {
      EarshotRun run = run(keepsTexts, output).execute();
      assertEquals(0, run.exitCode(), run.err());
    }
    return output;
  }

  /** The tables of one run, in an output that keeps what tells of the other. */
  private static Map<String, String> tables(boolean keepsTexts) {
    Map<String, String> tables = ClusterInput.tables(undisturbed(!keepsTexts));
    tables.keySet().removeIf(file -> !file.contains("run_id="));
    tables.putAll(ClusterInput.tables(undisturbed(keepsTexts)));
    return tables;
  }

  private static void assertWholePartitions(
      Map<String, String> before, Map<String, String> planned, Map<String, String> found) {
    Map<String, Map<String, String>> old = partitions(before);
    Map<String, Map<String, String>> fresh = partitions(planned);
    Map<String, Map<String, String>> now = partitions(found);
    now.forEach(
        (partition, files) ->
            assertTrue(
                files.equals(old.get(partition)) || files.equals(fresh.get(partition)),
                partition + " is neither what it was nor what was planned"));
    TreeSet<String> absent = new TreeSet<>(old.keySet());
    absent.removeAll(now.keySet());
    assertTrue(absent.size() <= 1, absent + " are absent");
  }

  /** The files of each folder. */
  private static Map<String, Map<String, String>> partitions(Map<String, String> tables) {
    Map<String, Map<String, String>> partitions = new TreeMap<>();
    tables.forEach(
        (file, bytes) ->
            partitions
                .computeIfAbsent(
                    Objects.requireNonNull(Path.of(file).getParent()).toString(),
                    folder -> new TreeMap<>())
                .put(file, bytes));
    return partitions;
  }
}
