package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.tables.TableSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that holds a user's tables, held by one run at a time. Names that begin with an
 * underscore are Earshot's own: readers of Parquet skip them.
 */
public final class OutputFolder implements Output {
  private static final Logger LOG = LoggerFactory.getLogger(OutputFolder.class);
  private static final String LOCK = "_lock";
  private static final String STAGING = "_staging";
  private static final String RUNS = "_runs";
  private static final String JOB = "job";

  private final Path root;
  private final FileChannel lockFile;
  private final FileLock lock;

  /** Tells this attempt from an earlier one whose job may still be writing somewhere. */
  private final String attempt = UUID.randomUUID().toString();

  private final List<String> abandoned = new ArrayList<>();

  private OutputFolder(Path root, FileChannel lockFile, FileLock lock) {
    this.root = root;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /**
   * Takes the folder, makes it where it is missing, and completes or clears away what an
   * interrupted run left.
   *
   * @throws OutputInUseException where another run holds it
   * @throws IOException where it cannot be written
   */
  public static OutputFolder open(Path root) throws IOException {
    Files.createDirectories(root);
    FileChannel channel =
        FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      throw OutputInUseException.held(root);
    }
    OutputFolder folder = new OutputFolder(root, channel, lock);
    Publication.completeInterrupted(folder);
    folder.abandoned.addAll(folder.readJobs());
    folder.clearStaging();
    return folder;
  }

  private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel)
      throws IOException {
    try {
      return channel.tryLock();
    } catch (java.nio.channels.OverlappingFileLockException e) {
      return null;
    }
  }

  /** The folder itself. */
  public Path root() {
    return root;
  }

  /** Where a run writes before it publishes; no other run, nor the same run again, writes there. */
  public Path staging(String runId) {
    return root.resolve(STAGING).resolve(runId + "-" + attempt);
  }

  @Override
  public String stage(String runId) throws IOException {
    return Files.createDirectories(staging(runId)).toString();
  }

  @Override
  public void noteJob(String runId, String job) throws IOException {
    Files.writeString(staging(runId).resolve(JOB), job);
  }

  @Override
  public Set<String> published() throws IOException {
    return Publication.partitions(root);
  }

  @Override
  public String publish(
      String runId, PublicationPlan plan, RunSummary summary, ManifestWriter manifest)
      throws IOException {
    return Publication.publish(this, runId, plan, manifest.of(summary), Publication::rename)
        .toString();
  }

  @Override
  public List<String> files(TableSchema table) throws IOException {
    Path folder = root.resolve(table.name());
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".parquet"))
          ? List.of(folder + "/**/*.parquet")
          : List.of();
    }
  }

  @Override
  public String put(String name, String text) throws IOException {
    Path draft = root.resolve("_" + name);
    Files.writeString(draft, text);
    return Files.move(draft, root.resolve(name), StandardCopyOption.ATOMIC_MOVE).toString();
  }

  @Override
  public List<String> abandonedJobs() {
    return List.copyOf(abandoned);
  }

  private List<String> readJobs() throws IOException {
    List<String> jobs = new ArrayList<>();
    if (Files.isDirectory(root.resolve(STAGING))) {
      try (DirectoryStream<Path> runs = Files.newDirectoryStream(root.resolve(STAGING))) {
        for (Path run : runs) {
          if (Files.exists(run.resolve(JOB))) {
            jobs.add(Files.readString(run.resolve(JOB)));
          }
        }
      }
    }
    return jobs;
  }

  /** A staging folder by its name, this run's or an earlier one's. */
  Path staged(String name) {
    return root.resolve(STAGING).resolve(name);
  }

  /** Where the manifest of a run stands. */
  public Path run(String runId) {
    return root.resolve(RUNS).resolve(runId);
  }

  /** Removes a folder and all that it holds; nothing happens where there is none. */
  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Removes what this and earlier runs staged. Where the job of a run that died is still writing,
   * something may stay behind; a later run removes it.
   */
  private void clearStaging() throws IOException {
    try {
      deleteTree(root.resolve(STAGING));
    } catch (DirectoryNotEmptyException | NoSuchFileException e) {
      LOG.warn("{} is still being written to, by the job of a run that died", e.getFile());
    }
  }

  @Override
  public void close() throws IOException {
    clearStaging();
    lock.release();
    lockFile.close();
  }
}
