package dev.earshot.pipelines.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts the staged partitions of a run in the place of the published ones.
 *
 * <p>The plan is written down before the first rename: the run, its staging folder, and one line
 * per partition, {@code +} to put in place and {@code -} to remove. A run that dies between two
 * renames is completed by the next one, since everything that it needs was staged and checked
 * before.
 */
final class Publication {
  private static final String PLAN = "_publishing";
  private static final String SUCCESS = "_SUCCESS";
  static final String MANIFEST = "manifest.json";

  private Publication() {}

  /** Gives a file or folder another name, in one step of the file system. */
  interface Renaming {
    void rename(Path from, Path to) throws IOException;
  }

  static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  static Path publish(
      OutputFolder folder, String runId, PublicationPlan plan, String manifest, Renaming renaming)
      throws IOException {
    Path staging = folder.staging(runId);
    Files.writeString(staging.resolve(MANIFEST), manifest);
    String text =
        runId + "\n" + staging.getFileName() + "\n" + String.join("\n", plan.steps()) + "\n";
    Path planned = staging.resolve(PLAN);
    Files.writeString(planned, text);
    DurableFiles.force(staging);
    renaming.rename(planned, folder.root().resolve(PLAN));
    DurableFiles.forceOne(folder.root());
    carryOut(folder, renaming);
    return folder.run(runId).resolve(MANIFEST);
  }

  /** Whether a publication has begun and not ended. */
  static boolean isUnderWay(Path root) {
    return Files.exists(root.resolve(PLAN));
  }

  /** Completes the publication that an interrupted run has begun, if any. */
  static void completeInterrupted(OutputFolder folder) throws IOException {
    if (isUnderWay(folder.root())) {
      carryOut(folder, Publication::rename);
    }
  }

  private static void carryOut(OutputFolder folder, Renaming renaming) throws IOException {
    Path root = folder.root();
    List<String> plan = Files.readAllLines(root.resolve(PLAN));
    String runId = plan.get(0);
    Files.deleteIfExists(root.resolve(SUCCESS));
    Path staging = folder.staged(plan.get(1));
    Path replaced = staging.resolve("_replaced");
    for (String step : plan.subList(2, plan.size())) {
      if (!step.isEmpty()) {
        String partition = step.substring(1);
        boolean isNew = step.charAt(0) == '+';
        if (!isNew || Files.exists(staging.resolve(partition))) {
          moveAway(root.resolve(partition), replaced.resolve(partition), renaming);
        }
        if (isNew && Files.exists(staging.resolve(partition))) {
          move(staging.resolve(partition), root.resolve(partition), renaming);
        }
      }
    }
    if (Files.exists(staging.resolve(MANIFEST))) {
      move(staging.resolve(MANIFEST), folder.run(runId).resolve(MANIFEST), renaming);
    }
    Path success = staging.resolve(SUCCESS);
    Files.createDirectories(staging);
    Files.write(success, (runId + "\n").getBytes(StandardCharsets.UTF_8));
    forceNames(folder, runId, plan.subList(2, plan.size()));
    move(success, root.resolve(SUCCESS), renaming);
    DurableFiles.forceOne(root);
    Files.delete(root.resolve(PLAN));
  }

  /** The names of what was put in place. */
  private static void forceNames(OutputFolder folder, String runId, List<String> steps)
      throws IOException {
    Path root = folder.root();
    Set<Path> changed = new TreeSet<>(List.of(root, folder.run(runId)));
    for (String step : steps) {
      if (!step.isEmpty()) {
        changed.add(root.resolve(step.substring(1)).getParent());
      }
    }
    for (Path names : changed) {
      if (Files.isDirectory(names)) {
        DurableFiles.forceOne(names);
      }
    }
  }

  private static void moveAway(Path from, Path to, Renaming renaming) throws IOException {
    if (Files.exists(from)) {
      OutputFolder.deleteTree(to);
      move(from, to, renaming);
    }
  }

  private static void move(Path from, Path to, Renaming renaming) throws IOException {
    Files.createDirectories(to.getParent());
    renaming.rename(from, to);
  }
}
