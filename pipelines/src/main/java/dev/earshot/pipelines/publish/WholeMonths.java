package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.beam.ParquetSink;
import dev.earshot.pipelines.beam.Peeking;
import dev.earshot.pipelines.beam.WrittenFile;
import dev.earshot.pipelines.run.DateScope;
import dev.earshot.pipelines.sources.bytes.ChannelInputFile;
import dev.earshot.pipelines.tables.StoredRow;
import dev.earshot.pipelines.tables.StoredRows;
import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * Completes the months that a run over some dates has staged: a table that lies in months gets its
 * published rows of the other days, too, since a month is published as a whole. Rows are merged as
 * they lie in the files, which are in order; a row group of each is in memory.
 */
final class WholeMonths {
  /** Of one file; a month of more has several. */
  private static final int ROWS = 4_000_000;

  private static final String DAY_FOLDER = "dt=";

  private final String staging;
  private final DateScope dates;
  private final TableSchema table;
  private final TableSchema stored;

  private WholeMonths(String staging, DateScope dates, TableSchema table) {
    this.staging = staging;
    this.dates = dates;
    this.table = table;
    this.stored = StoredRows.schema(table);
  }

  /** A file of a month, and the day of all its rows where only its folder says it. */
  private record Part(String location, boolean isStaged, @Nullable Integer folderDay) {}

  /**
   * Completes them in staging.
   *
   * @return the summary, with the files of complete months
   */
  static RunSummary in(
      String staging, RunSummary summary, List<StoredFile> published, DateScope dates)
      throws IOException {
    List<WrittenFile> files = new ArrayList<>(summary.files());
    for (TableSchema table : Tables.ALL) {
      if (table.isByMonth()) {
        new WholeMonths(staging, dates, table).complete(published, files);
      }
    }
    files.sort(Comparator.comparing(WrittenFile::path));
    return summary.with(files);
  }

  private void complete(List<StoredFile> published, List<WrittenFile> files) throws IOException {
    Map<String, List<Part>> months = new TreeMap<>();
    for (StoredFile file : published) {
      String folder = folder(file.file());
      if (file.file().table().equals(table.name()) && needsPart(folder)) {
        boolean isDay = folder.startsWith(DAY_FOLDER);
        Integer day = isDay ? (Integer) (int) day(folder).toEpochDay() : null;
        months
            .computeIfAbsent(isDay ? month(day(folder)) : folder, month -> new ArrayList<>())
            .add(new Part(file.location(), false, day));
      }
    }
    for (Map.Entry<String, List<Part>> month : months.entrySet()) {
      List<WrittenFile> staged =
          files.stream()
              .filter(file -> file.table().equals(table.name()))
              .filter(file -> folder(file).equals(month.getKey()))
              .toList();
      for (WrittenFile file : staged) {
        month.getValue().add(new Part(staging + "/" + file.path(), true, null));
      }
      files.removeAll(staged);
      files.addAll(merge(month.getKey(), month.getValue()));
      delete(staged);
    }
  }

  /** Whether rows of a published folder stay: those of a month of which the run replaces a part. */
  private boolean needsPart(String folder) {
    if (folder.equals(table.emptyPartition(""))) {
      return false;
    }
    if (folder.startsWith(DAY_FOLDER)) {
      return !dates.holds((int) day(folder).toEpochDay());
    }
    YearMonth month = PublicationPlan.month(folder);
    int first = (int) month.atDay(1).toEpochDay();
    int last = (int) month.atEndOfMonth().toEpochDay();
    return dates.meets(first, last) && !PublicationPlan.isWithin(month, dates);
  }

  private static String folder(WrittenFile file) {
    String partition = PublicationPlan.partitionOf(file);
    return partition.substring(partition.indexOf('/') + 1);
  }

  private static LocalDate day(String folder) {
    return LocalDate.parse(folder.substring(DAY_FOLDER.length()));
  }

  private String month(LocalDate day) {
    return table.folderColumn() + "=" + YearMonth.from(day);
  }

  private List<WrittenFile> merge(String month, List<Part> parts) throws IOException {
    List<StoredRows> readers = new ArrayList<>();
    try {
      PriorityQueue<Peeking<StoredRow>> heads =
          new PriorityQueue<>(Comparator.comparing(Peeking::peek, stored.order()));
      for (Part part : parts) {
        StoredRows rows = open(part);
        readers.add(rows);
        Peeking<StoredRow> head =
            new Peeking<>(
                part.isStaged()
                    ? rows
                    : new RowsWithout(rows, row -> dates.holds(stored.day(row))));
        if (head.hasNext()) {
          heads.add(head);
        }
      }
      List<WrittenFile> files = new ArrayList<>();
      while (!heads.isEmpty()) {
        String path =
            String.format(
                Locale.ROOT, "%s/%s/part-merged-%05d.parquet", table.name(), month, files.size());
        files.add(ParquetSink.write(stored, new Merged(heads), staging, path));
      }
      return files;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      for (StoredRows reader : readers) {
        reader.close();
      }
    }
  }

  private StoredRows open(Part part) throws IOException {
    ResourceId resource = FileSystems.matchNewResource(part.location(), false);
    SeekableByteChannel channel = (SeekableByteChannel) FileSystems.open(resource);
    return StoredRows.open(
        table, new ChannelInputFile(channel), part.folderDay(), resource.toString());
  }

  private void delete(List<WrittenFile> staged) throws IOException {
    FileSystems.delete(
        staged.stream()
            .map(file -> FileSystems.matchNewResource(staging + "/" + file.path(), false))
            .toList());
  }

  /** The rows of all files in order, as many as one file takes. */
  private static final class Merged implements Iterator<StoredRow> {
    private final PriorityQueue<Peeking<StoredRow>> heads;
    private int count;

    Merged(PriorityQueue<Peeking<StoredRow>> heads) {
      this.heads = heads;
    }

    @Override
    public boolean hasNext() {
      return count < ROWS && !heads.isEmpty();
    }

    @Override
    public StoredRow next() {
      Peeking<StoredRow> first = heads.poll();
      if (first == null) {
        throw new NoSuchElementException();
      }
      StoredRow row = first.next();
      if (first.hasNext()) {
        heads.add(first);
      }
      count++;
      return row;
    }
  }
}
