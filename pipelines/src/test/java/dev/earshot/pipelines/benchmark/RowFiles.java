package dev.earshot.pipelines.benchmark;

import dev.earshot.pipelines.tables.ParquetFile;
import dev.earshot.pipelines.tables.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.LocalOutputFile;

/** The rows that one thread has made, by table and partition, and the files of all threads. */
public final class RowFiles {
  private final Map<File, List<Record>> rows = new LinkedHashMap<>();

  private record File(Class<? extends Record> type, String partition) {}

  public void add(Record row) {
    TableSchema table = TableSchema.of(row.getClass());
    String partition = table.partitionOf(row);
    rows.computeIfAbsent(new File(row.getClass(), partition), file -> new ArrayList<>()).add(row);
  }

  /** Writes one file per table and partition, sorted by the table's key. */
  public static void write(List<RowFiles> threads, Path folder) throws IOException {
    Map<File, List<Record>> all = new LinkedHashMap<>();
    for (RowFiles thread : threads) {
      thread.rows.forEach(
          (file, rows) -> all.computeIfAbsent(file, f -> new ArrayList<>()).addAll(rows));
      thread.rows.clear();
    }
    List<List<Record>> files = new ArrayList<>(all.values());
    Workers.run(threads, files.size(), (thread, i) -> writeFile(files.set(i, List.of()), folder));
  }

  private static void writeFile(List<Record> rows, Path folder) throws IOException {
    TableSchema table = TableSchema.of(rows.get(0).getClass());
    rows.sort(table.order());
    Path path = folder.resolve(table.name()).resolve(table.partitionOf(rows.get(0)));
    Files.createDirectories(path);
    ParquetFile.write(
        table, rows.iterator(), new LocalOutputFile(path.resolve("part-00000.parquet")));
  }
}
