package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.beam.ParquetSink;
import dev.earshot.pipelines.beam.WrittenFile;
import dev.earshot.pipelines.sources.bytes.ChannelInputFile;
import dev.earshot.pipelines.tables.PipelineRunRow;
import dev.earshot.pipelines.tables.StoredRow;
import dev.earshot.pipelines.tables.StoredRows;
import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * Published tables without the rows of some persons. What is left of a partition is written anew
 * and published in its place, all tables at once, as a run publishes; a partition of which nothing
 * is left goes. Files of older versions keep the columns that they have. One row group of a file is
 * in memory.
 */
public final class Erasure {
  private static final Map<String, TableSchema> SCHEMAS =
      Tables.ALL.stream().collect(Collectors.toMap(TableSchema::name, Function.identity()));
  private static final String DAY = "dt";
  private static final String DAY_FOLDER = DAY + "=";

  /** What tells whose a row is, and its day where a folder has a month. */
  private static final Set<String> LOOKED_AT =
      Stream.concat(PersonRows.PERSONS.stream(), Stream.of(PersonRows.POST, DAY))
          .collect(Collectors.toUnmodifiableSet());

  private final ErasureRequest request;
  private final List<StoredFile> files;
  private final PersonRows persons;
  private final Map<String, RemovedRows> removed = new TreeMap<>();
  private final Set<String> partitions = new TreeSet<>();

  private Erasure(ErasureRequest request, List<StoredFile> files) {
    this.request = request;
    this.files = files;
    this.persons = new PersonRows(request.persons());
  }

  /** Looks for rows of these persons in what is published. */
  public static Erasure find(Output output, ErasureRequest request) throws IOException {
    List<StoredFile> sorted = new ArrayList<>(output.files());
    sorted.sort(
        Comparator.comparing((StoredFile file) -> PublicationPlan.partitionOf(file.file()))
            .thenComparing(StoredFile::location));
    Erasure erasure = new Erasure(request, List.copyOf(sorted));
    erasure.look();
    return erasure;
  }

  private void look() throws IOException {
    for (StoredFile file : files) {
      TableSchema table = schema(file);
      if (persons.namesPersons(table)) {
        eachRow(file, row -> persons.note(table, row));
      }
    }
    for (StoredFile file : files) {
      TableSchema table = schema(file);
      if (persons.mayHave(table)) {
        TableSchema stored = StoredRows.schema(table);
        Integer folderDay = folderDay(file);
        eachRow(
            file,
            row -> {
              if (persons.has(table, row)) {
                Integer day = table.isByMonth() ? (Integer) stored.day(row) : folderDay;
                removed.merge(table.name(), RemovedRows.one(day), RemovedRows::plus);
                partitions.add(PublicationPlan.partitionOf(file.file()));
              }
            });
      }
    }
  }

  /** What would go or went, by table; empty where nothing is of them. */
  public Map<String, RemovedRows> removed() {
    return Map.copyOf(removed);
  }

  /** The hashes of which there is a row. */
  public Set<Object> found() {
    return persons.found();
  }

  /** All rows that go. */
  public long rowCount() {
    return removed.values().stream().mapToLong(RemovedRows::rows).sum();
  }

  /** What the erasure is called, as a run. */
  public String runId() {
    return request.runId(files);
  }

  /** The newest day that a folder has; null where none has one. */
  public @Nullable LocalDate lastDay() {
    LocalDate last = null;
    for (StoredFile file : files) {
      Integer day = folderDay(file);
      if (day != null && (last == null || day > last.toEpochDay())) {
        last = LocalDate.ofEpochDay(day);
      }
    }
    return last;
  }

  /**
   * Publishes the tables without them.
   *
   * @return where the manifest is
   */
  public String publish(Output output) throws IOException {
    String runId = runId();
    String staging = output.stage(runId);
    List<WrittenFile> written = new ArrayList<>();
    Set<String> gone = new TreeSet<>();
    for (String partition : partitions) {
      List<WrittenFile> left = left(partition, staging);
      written.addAll(left);
      if (left.isEmpty()) {
        gone.add(partition);
      }
    }
    for (TableSchema table : Tables.ALL) {
      boolean lost = gone.stream().anyMatch(partition -> isOf(table, partition));
      if (lost && files.stream().noneMatch(file -> staysOf(table, file, gone))) {
        written.add(
            OperationTables.write(staging, table, table.emptyPartition(runId), List.<Record>of()));
      }
    }
    written.add(
        OperationTables.write(
            staging,
            TableSchema.of(PipelineRunRow.class),
            List.of(request.row(runId, persons.found().size(), rowCount()))));
    written.sort(Comparator.comparing(WrittenFile::path));
    Set<String> placed =
        written.stream()
            .map(PublicationPlan::partitionOf)
            .collect(Collectors.toCollection(TreeSet::new));
    gone.removeAll(placed);
    return output.publish(
        runId,
        new PublicationPlan(placed, gone, LostRows.NONE),
        new RunSummary(List.copyOf(written), List.of(), null),
        summary -> request.manifest(runId, rowCount(), summary));
  }

  /** Writes what is left of a partition. */
  private List<WrittenFile> left(String partition, String staging) throws IOException {
    List<WrittenFile> written = new ArrayList<>();
    for (StoredFile file : files) {
      if (PublicationPlan.partitionOf(file.file()).equals(partition)) {
        TableSchema table = schema(file);
        try (SeekableByteChannel channel = channel(file);
            StoredRows rows =
                StoredRows.openAsWritten(
                    table, new ChannelInputFile(channel), folderDay(file), file.location())) {
          Iterator<StoredRow> others = new RowsWithout(rows, row -> persons.has(table, row));
          if (others.hasNext()) {
            String path =
                String.format(Locale.ROOT, "%s/part-%05d.parquet", partition, written.size());
            written.add(ParquetSink.write(rows.written(), others, staging, path));
          }
        } catch (UncheckedIOException e) {
          throw e.getCause();
        }
      }
    }
    return written;
  }

  private static boolean isOf(TableSchema table, String partition) {
    return PublicationPlan.table(partition).equals(table.name());
  }

  private static boolean staysOf(TableSchema table, StoredFile file, Set<String> gone) {
    return file.file().table().equals(table.name())
        && !gone.contains(PublicationPlan.partitionOf(file.file()));
  }

  private static TableSchema schema(StoredFile file) {
    TableSchema table = SCHEMAS.get(file.file().table());
    if (table == null) {
      throw new IllegalStateException(file.file().table());
    }
    return table;
  }

  /** The day of all rows of a file, where its folder says it. */
  private static @Nullable Integer folderDay(StoredFile file) {
    String partition = PublicationPlan.partitionOf(file.file());
    String folder = partition.substring(partition.indexOf('/') + 1);
    boolean isDay = folder.matches(DAY_FOLDER + "[0-9]{4}-[0-9]{2}-[0-9]{2}");
    return isDay
        ? (Integer) (int) LocalDate.parse(folder.substring(DAY_FOLDER.length())).toEpochDay()
        : null;
  }

  private interface RowAction {
    void take(StoredRow row);
  }

  private static void eachRow(StoredFile file, RowAction action) throws IOException {
    try (SeekableByteChannel channel = channel(file);
        StoredRows rows =
            StoredRows.open(
                schema(file),
                LOOKED_AT,
                new ChannelInputFile(channel),
                folderDay(file),
                file.location())) {
      while (rows.hasNext()) {
        action.take(rows.next());
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static SeekableByteChannel channel(StoredFile file) throws IOException {
    ResourceId resource = FileSystems.matchNewResource(file.location(), false);
    return (SeekableByteChannel) FileSystems.open(resource);
  }
}
