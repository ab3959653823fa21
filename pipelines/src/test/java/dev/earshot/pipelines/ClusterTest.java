package dev.earshot.pipelines;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.pipelines.ClusterUnderTest.Launcher;
import dev.earshot.pipelines.EarshotRun.Arguments;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * A cluster of separate processes loses some of them. {@code mvn -Pcluster verify} runs it; {@code
 * -Dearshot.cluster.posts=300000} sizes the run that loses a worker.
 */
class ClusterTest extends OnACluster {
  private static final ClusterInput INPUT = new ClusterInput(FOLDER, true);
  private static final int POSTS = Integer.getInteger("earshot.cluster.posts", 300_000);
  private static final int FEW_POSTS = 3_000;
  private static final int SEED = 23;
  private static final int TERMINATED = 128 + 15;
  private static final int TRY_AGAIN = 75;

  /** What anybody can see in an output folder: no name that begins with an underscore. */
  private static List<String> visible(Path output) {
    String[] names = output.toFile().list((folder, name) -> !name.startsWith("_"));
    return names == null ? List.of() : Stream.of(names).sorted().toList();
  }

  /** Tasks that ran more than once. */
  private static int repeated(String job) {
    int repeated = 0;
    for (JsonNode step : cluster.ask("/jobs/" + job).path("vertices")) {
      JsonNode tasks = cluster.ask("/jobs/" + job + "/vertices/" + step.path("id").asText());
      for (JsonNode task : tasks.path("subtasks")) {
        repeated += task.path("attempt").asInt() > 0 ? 1 : 0;
      }
    }
    return repeated;
  }

  /** The run that loses a worker when a part of its tasks is done; also meets the truth. */
  @Nested
  class AWorkerIsKilled extends TruthContract {
    @Override
    Path set() {
      return INPUT.set(POSTS, SEED);
    }

    @Override
    Path output() {
      Path output = FOLDER.resolve("disturbed");
      if (!output.toFile().exists()) {
        try {
          runAndKill(output);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      return output;
    }

    private void runAndKill(Path output) throws InterruptedException {
      Launcher run = cluster.launch(INPUT.run(set(), output));
      String job = run.job();
      ClusterUnderTest.await(() -> cluster.finished(job) >= 100);
      cluster.kill("taskmanager-1");
      assertEquals(List.of(), visible(output), "nothing half-written is visible");
      cluster.start();
      assertEquals(0, run.exitCode(), run.said());
      int all = 0;
      for (JsonNode step : cluster.ask("/jobs/" + job).path("vertices")) {
        all += step.path("parallelism").asInt();
      }
      int repeated = repeated(job);
      assertTrue(repeated > 0, "some tasks ran again");
      assertTrue(repeated < all / 2, repeated + " of " + all + " tasks ran again");
      System.out.printf("a killed worker: %d of %d tasks ran again%n", repeated, all);
      assertTrue(run.said().matches("(?s).* records in .* accepted, .*"), run.said());
    }

    @Test
    void everyTableIsThatOfAnUndisturbedRun() {
      ClusterInput.assertSameTables(INPUT.undisturbed(set()), FOLDER.resolve("disturbed"));
    }

    /** The killed task manager, the one that took its place and its log, and the other. */
    @Test
    void modelsAreMadeOnceInAProcess() {
      String run = sql().rows("SELECT DISTINCT run_id FROM pipeline_runs").get(0);
      Map<String, Long> made =
          cluster.logged("models and brands of run " + run).stream()
              .collect(groupingBy(line -> line.substring(0, line.indexOf(' ')), counting()));
      assertEquals(Map.of("taskmanager-1.log", 2L, "taskmanager-2.log", 1L), made);
    }
  }

  @Test
  void aKilledJobManagerFailsTheRunAndTheNextSucceeds() throws InterruptedException {
    Path set = INPUT.set(FEW_POSTS, SEED);
    Path output = DemoRuns.copy(INPUT.undisturbed(set), FOLDER.resolve("job-manager-killed"));
    Map<String, String> before = ClusterInput.tables(output);
    Launcher run = cluster.launch(INPUT.run(set, output));
    String job = run.job();
    ClusterUnderTest.await(() -> cluster.finished(job) >= 20);
    cluster.kill("jobmanager");
    assertEquals(TRY_AGAIN, run.exitCode(), run.said());
    assertTrue(run.said().contains("was lost"), run.said());
    assertTrue(run.said().contains("nothing was published"), run.said());
    assertEquals(before, ClusterInput.tables(output));
    cluster.start();
    Launcher next = cluster.launch(INPUT.run(set, output));
    next.job();
    EarshotRun other =
        Arguments.run(set.resolve("brands.yaml"), output, FOLDER)
            .with("--posts", set + "/posts/*")
            .execute();
    assertEquals(TRY_AGAIN, other.exitCode(), "two runs over the same dates at once");
    assertTrue(other.err().contains("another run is writing here"), other.err());
    assertEquals(0, next.exitCode(), next.said());
    ClusterInput.assertSameTables(INPUT.undisturbed(set), output);
  }

  @Test
  void flinksOwnClientRunsTheJar() throws InterruptedException {
    Path set = INPUT.set(FEW_POSTS, SEED);
    Path output = FOLDER.resolve("flink-run");
    Launcher run = cluster.launchByFlink(INPUT.run(set, output));
    assertEquals(0, run.exitCode(), run.said());
    assertTrue(run.said().contains("Job has been submitted"), run.said());
    ClusterInput.assertSameTables(INPUT.undisturbed(set), output);
  }

  @Test
  void aLauncherThatIsToldToStopCancelsItsJob() throws InterruptedException {
    Path set = INPUT.set(FEW_POSTS, SEED);
    Path output = DemoRuns.copy(INPUT.undisturbed(set), FOLDER.resolve("stopped"));
    Map<String, String> before = ClusterInput.tables(output);
    Launcher run = cluster.launch(INPUT.run(set, output));
    String job = run.job();
    ClusterUnderTest.await(() -> cluster.finished(job) >= 5);
    run.process().destroy();
    assertEquals(TERMINATED, run.exitCode(), run.said());
    assertTrue(
        run.said()
            .contains(
                "job "
                    + job
                    + " was cancelled; nothing was published, the tables in "
                    + output
                    + " are as they were"),
        run.said());
    ClusterUnderTest.await(
        () -> cluster.ask("/jobs/" + job).path("state").asText().equals("CANCELED"));
    assertEquals(before, ClusterInput.tables(output));
  }

  @Test
  void aKilledLauncherLeavesTheTablesAndTheNextRunSucceeds() throws InterruptedException {
    Path set = INPUT.set(FEW_POSTS, SEED);
    Path output = DemoRuns.copy(INPUT.undisturbed(set), FOLDER.resolve("launcher-killed"));
    Launcher run = cluster.launch(INPUT.run(set, output));
    String job = run.job();
    ClusterUnderTest.await(() -> cluster.finished(job) >= 5);
    run.process().destroyForcibly();
    run.exitCode();
    ClusterInput.assertSameTables(INPUT.undisturbed(set), output);
    // The job that was left behind is still writing, to a folder of its own.
    Launcher next = cluster.launch(INPUT.run(set, output));
    assertEquals(0, next.exitCode(), next.said());
    ClusterInput.assertSameTables(INPUT.undisturbed(set), output);
  }
}
