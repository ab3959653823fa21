package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.beam.WrittenFile;
import dev.earshot.pipelines.run.DateScope;
import dev.earshot.pipelines.tables.ColumnType;
import dev.earshot.pipelines.tables.TableColumn;
import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which partitions a run puts in place and which it removes; all others stay. A partition is a
 * folder: {@code brand_mentions/dt=2026-03-01}, or {@code metric_definitions} for a table that has
 * none.
 *
 * @param published what there is before, sorted
 * @param placed what the run has staged, sorted
 * @param removed what there is before, is of the run's dates and was not staged, sorted
 */
public record PublicationPlan(Set<String> published, Set<String> placed, Set<String> removed) {
  private static final Map<String, TableSchema> SCHEMAS =
      Tables.ALL.stream().collect(Collectors.toMap(TableSchema::name, Function.identity()));

  /**
   * The plan of a run.
   *
   * @param published the partitions that there are
   * @param staged the files of the run
   * @param dates the dates that it replaces
   */
  static PublicationPlan of(
      Collection<String> published, Collection<WrittenFile> staged, DateScope dates) {
    Set<String> placed = new TreeSet<>();
    staged.forEach(file -> placed.add(partitionOf(file)));
    Set<String> removed = new TreeSet<>();
    for (String partition : published) {
      if (!placed.contains(partition) && isReplaced(partition, dates)) {
        removed.add(partition);
      }
    }
    return new PublicationPlan(new TreeSet<>(published), placed, removed);
  }

  /** The partition that a file is in, wherever the table lies. */
  static String partitionOf(WrittenFile file) {
    List<String> path = List.of(file.path().split("/"));
    String folder = path.get(path.size() - 2);
    return folder.equals(file.table()) ? folder : file.table() + "/" + folder;
  }

  /** Whether a published partition is not there afterwards, or another one in its place. */
  boolean replaces(String partition) {
    return placed.contains(partition) || removed.contains(partition);
  }

  /**
   * One line a partition, tables in their order: {@code +} to put in place, {@code -} to remove.
   */
  List<String> steps() {
    List<String> steps = new ArrayList<>();
    for (TableSchema table : Tables.ALL) {
      removed.stream().filter(p -> isOf(table, p)).forEach(p -> steps.add("-" + p));
      placed.stream().filter(p -> isOf(table, p)).forEach(p -> steps.add("+" + p));
    }
    return steps;
  }

  /** Dates that are published and of which the run has nothing in any table. */
  public Set<String> missingDates() {
    Set<String> dates = dates(published);
    dates.removeAll(dates(placed));
    return dates;
  }

  private static Set<String> dates(Set<String> partitions) {
    return partitions.stream()
        .filter(partition -> isDated(SCHEMAS.get(table(partition))))
        .map(partition -> partition.substring(partition.indexOf('/') + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isOf(TableSchema table, String partition) {
    return table(partition).equals(table.name());
  }

  private static String table(String partition) {
    int end = partition.indexOf('/');
    return end < 0 ? partition : partition.substring(0, end);
  }

  private static boolean isDated(@Nullable TableSchema table) {
    TableColumn partition = table == null ? null : table.partition();
    return partition != null && partition.type() == ColumnType.DATE;
  }

  /** A table by run keeps the rows of other runs; a table by date loses the replaced dates. */
  private static boolean isReplaced(String partition, DateScope dates) {
    TableSchema table = SCHEMAS.get(table(partition));
    if (!isDated(table)) {
      return table != null && table.partition() == null;
    }
    String date = partition.substring(partition.indexOf('=') + 1);
    return dates.holds((int) LocalDate.parse(date).toEpochDay());
  }
}
