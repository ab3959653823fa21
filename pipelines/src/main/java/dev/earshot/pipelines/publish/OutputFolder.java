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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
   * @throws ForeignFilesException where a table's folder holds what no run has written
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
    try {
      Publication.completeInterrupted(folder);
      folder.content().requireOwn();
      folder.abandoned.addAll(folder.readJobs());
      folder.clearStaging();
      return folder;
    } catch (IOException | RuntimeException e) {
      folder.release();
      throw e;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
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
    Path shared = Files.createDirectories(root.resolve(STAGING));
    if (Files.getFileStore(shared).supportsFileAttributeView("posix")) {
      // What fails may be there for a while, and not only what would have been published.
      Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwx------"));
    }
    return Files.createDirectories(staging(runId)).toString();
  }

  @Override
  public void noteJob(String runId, String job) throws IOException {
    Files.writeString(staging(runId).resolve(JOB), job);
  }

  @Override
  public List<StoredFile> files() throws IOException {
    // Looked through again: what somebody has put here meanwhile stays, too.
    return content().requireOwn().files().stream()
        .map(file -> new StoredFile(root.resolve(file.path()).toString(), file))
        .toList();
  }

  @Override
  public @Nullable String keyId() throws IOException {
    return content().keyId();
  }

  @Override
  public @Nullable Double writePace() throws IOException {
    return content().writePace();
  }

  /** What is published in a folder, which may be missing. */
  static Published look(Path root) throws IOException {
    FolderContent content = FolderContent.of(root, root.resolve(RUNS)).requireOwn();
    return Published.of(content.files(), content.keyId());
  }

  private FolderContent content() throws IOException {
    return FolderContent.of(root, root.resolve(RUNS));
  }

  @Override
  public String publish(
      String runId, PublicationPlan plan, RunSummary summary, ManifestWriter manifest)
      throws IOException {
    return Publication.publish(
            this, runId, plan, manifest.of(plan.published(summary)), Publication::rename)
        .toString();
  }

  @Override
  public String keepRejected(String runId, RunSummary summary) throws IOException {
    String kept = FailedRuns.keep(root + "/", staging(runId).toString(), runId, summary);
    // Stores have no folders; here those of the oldest run are left, without a file.
    try (DirectoryStream<Path> runs = Files.newDirectoryStream(root.resolve(FailedRuns.FOLDER))) {
      for (Path run : runs) {
        if (!hasFile(run)) {
          deleteTree(run);
        }
      }
    }
    return kept;
  }

  private static boolean hasFile(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.anyMatch(Files::isRegularFile);
    }
  }

  /**
   * DuckDB reads relative paths from where it was started. So the folder is looked for there, below
   * there, and where it was written, and known by the manifest of the run, wherever it was moved.
   */
  @Override
  public String locate(String runId) {
    String name = String.valueOf(root.getFileName());
    String manifest = "/" + RUNS + "/" + runId + "/" + Publication.MANIFEST;
    List<String> folders = List.of(".", name, root.toString());
    StringBuilder places = new StringBuilder();
    for (int i = 0; i < folders.size(); i++) {
      places
          .append(i == 0 ? "" : "\n        union all ")
          .append("select ")
          .append(i)
          .append(" as place, ")
          .append(Views.quoted(folders.get(i)))
          .append(" as folder from glob(")
          .append(Views.quoted(folders.get(i) + manifest))
          .append(")");
    }
    return """
    -- Start DuckDB in the folder that holds this file or in the one above. From elsewhere, once
    -- the folder was moved: set variable earshot_folder = 'where it is'; before this is read.
    set variable earshot_folder = coalesce(
        getvariable('earshot_folder'),
        (select folder from (
            %s)
         order by place limit 1),
        error('views.sql: the tables of run %s are not here; start DuckDB in the folder that holds them, or first: set variable earshot_folder = ''where they are'';'));

    """
        .formatted(places, runId);
  }

  @Override
  public String files(TableSchema table) {
    // Views in a database file outlive the variable: then the place of before is the best guess.
    return "coalesce(getvariable('earshot_folder'), "
        + Views.quoted(root.toString())
        + ") || "
        + Views.quoted("/" + table.name() + "/**/*.parquet");
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

  private void release() throws IOException {
    lock.release();
    lockFile.close();
  }

  @Override
  public void close() throws IOException {
    clearStaging();
    release();
  }
}
