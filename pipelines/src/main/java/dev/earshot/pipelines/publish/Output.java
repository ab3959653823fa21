package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.run.DateScope;
import dev.earshot.pipelines.stores.ObjectStore;
import dev.earshot.pipelines.tables.TableSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a user's tables are, held by one run at a time: a folder, where partitions change places by
 * renames, or an object store, where a pointer goes from one manifest to the next.
 */
public interface Output extends AutoCloseable {
  /**
   * Takes an output for a run.
   *
   * @param location a path, or where in the store
   * @param store the store that it is in, or null for a folder
   * @param clock by which other launchers tell whether this one is alive
   * @throws OutputInUseException where another run holds it
   * @throws ForeignFilesException where files of others lie among the tables
   * @throws IOException where it cannot be written
   */
  static Output open(String location, @Nullable ObjectStore store, InstantSource clock)
      throws IOException {
    return store == null
        ? OutputFolder.open(Path.of(location).toAbsolutePath().normalize())
        : StoreOutput.open(location, store, clock);
  }

  /**
   * What is published at an output that is not taken, as another run may write there; null where a
   * publication is under way or was interrupted, as the next run completes it.
   *
   * @throws ForeignFilesException where files of others lie among the tables
   */
  static @Nullable Published look(String location, @Nullable ObjectStore store) throws IOException {
    return store == null
        ? OutputFolder.look(Path.of(location).toAbsolutePath().normalize())
        : StoreOutput.look(location, store);
  }

  /** Makes room for the files of a run and names it; nothing but this attempt writes there. */
  String stage(String runId) throws IOException;

  /** Notes the job that a run has sent elsewhere, so that the next run can end it. */
  void noteJob(String runId, String job) throws IOException;

  /** What runs that died have noted: their jobs may still be running. */
  List<String> abandonedJobs();

  /**
   * What there is.
   *
   * @throws ForeignFilesException where there is something else, too
   */
  List<StoredFile> files() throws IOException;

  /** The id of the key that the hashes there were made with; null where nothing says it. */
  @Nullable String keyId() throws IOException;

  /**
   * Seconds of grouping and writing for each second of reading, of the run that published last;
   * null where nothing says it.
   */
  @Nullable Double writePace() throws IOException;

  /** What there is, by partition. */
  default Published published() throws IOException {
    return Published.of(files().stream().map(StoredFile::file).toList(), keyId());
  }

  /**
   * Publishes what a run has staged in the place of what was there before.
   *
   * @param manifest describes the files that its argument names
   * @return where the manifest is
   * @throws OutputInUseException where another run has published since this one began
   */
  String publish(String runId, PublicationPlan plan, RunSummary summary, ManifestWriter manifest)
      throws IOException;

  /**
   * Removes what was published before and is not any more, although somebody may still read it.
   * Where publication moves folders, nothing is left by then.
   *
   * @throws IOException where something is left
   */
  default void forgetReplaced() throws IOException {}

  /**
   * Keeps the rejected records of a run that publishes nothing, for whoever looks why.
   *
   * @param summary of what the run has staged
   * @return where they are
   */
  String keepRejected(String runId, RunSummary summary) throws IOException;

  /**
   * Statements for DuckDB that find the tables where they are now; empty where that is certain.
   *
   * @param runId the run that has just published
   */
  String locate(String runId);

  /** What DuckDB reads for a table, as an expression: a pattern or a list of files. */
  String files(TableSchema table);

  /** Puts a file of text beside the tables, in one step; returns where. */
  String put(String name, String text) throws IOException;

  @Override
  void close() throws IOException;

  /**
   * Which partitions a run replaces.
   *
   * @param complete what it has staged, from {@link #completeMonths}
   */
  default PublicationPlan plan(RunSummary complete, DateScope dates) throws IOException {
    return PublicationPlan.of(published(), complete.files(), dates);
  }

  /**
   * Adds to the months that a run has staged what is published of their days that it does not
   * replace.
   *
   * @return the summary with the files that are staged then
   */
  default RunSummary completeMonths(String staging, RunSummary summary, DateScope dates)
      throws IOException {
    return WholeMonths.in(staging, summary, files(), dates);
  }

  /** Writes the manifest of a run. */
  interface ManifestWriter {
    String of(RunSummary summary) throws IOException;
  }
}
