package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.beam.RecordCoder;
import dev.earshot.pipelines.beam.WrittenFile;
import dev.earshot.pipelines.listen.read.SourceBalance;
import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.FileSystems;
import org.jspecify.annotations.Nullable;

/**
 * What a run wrote and counted, computed as data: metrics of a runner count attempts.
 *
 * @param files staged files, sorted by path
 * @param accounts of the sources that had records, sorted by source
 * @param latestMicros the latest time in the input, or null where it is empty
 */
public record RunSummary(
    List<WrittenFile> files, List<SourceAccount> accounts, @Nullable Long latestMicros) {
  static final String FILE_NAME = "summary.bin";

  /** The account of one source. */
  public record SourceAccount(int source, SourceBalance account) {}

  /** Reads the summary that the pipeline left in its staging folder. */
  public static RunSummary read(String staging) throws IOException {
    try (InputStream in =
        new BufferedInputStream(
            Channels.newInputStream(
                FileSystems.open(
                    FileSystems.matchNewResource(staging + "/" + FILE_NAME, false))))) {
      return RecordCoder.of(RunSummary.class).decode(in);
    }
  }

  /** The same accounts with other files. */
  RunSummary with(List<WrittenFile> other) {
    return new RunSummary(List.copyOf(other), accounts, latestMicros);
  }

  /** The rows of all files. */
  public long rowCount() {
    return files.stream().mapToLong(WrittenFile::rows).sum();
  }

  /** Whether a table by date has a row: those about the run itself are by run. */
  public boolean hasDatedRows() {
    Set<String> dated =
        Tables.ALL.stream()
            .filter(TableSchema::isDated)
            .map(TableSchema::name)
            .collect(Collectors.toSet());
    return files.stream().anyMatch(file -> file.rows() > 0 && dated.contains(file.table()));
  }

  /** The account of a source; a source without a record has an empty one. */
  public SourceBalance account(int source) {
    int at =
        Collections.binarySearch(
            accounts,
            new SourceAccount(source, SourceBalance.NONE),
            Comparator.comparingInt(SourceAccount::source));
    return at < 0 ? SourceBalance.NONE : accounts.get(at).account();
  }

  /** The sum of all accounts. */
  public SourceBalance total() {
    return accounts.stream()
        .map(SourceAccount::account)
        .reduce(SourceBalance.NONE, SourceBalance::plus);
  }
}
