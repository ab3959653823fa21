package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.beam.WrittenFile;
import dev.earshot.pipelines.run.DateScope;
import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which partitions a run puts in place and which it removes; all others stay. A partition is a
 * folder: {@code brand_mentions/dt=2026-03-01}, {@code orders/month=2026-03}, or {@code
 * metric_definitions} for a table that has none. A month that the run replaces in part was staged
 * with the rows of its other days.
 *
 * @param placed what the run has staged, sorted
 * @param removed what there is before, is of the run's dates and was not staged, sorted
 * @param lost what would have no rows any more
 */
public record PublicationPlan(Set<String> placed, Set<String> removed, LostRows lost) {
  /** What the rows of a file are about whose manifest does not say it. */
  static final String UNKNOWN = "";

  private static final Map<String, TableSchema> SCHEMAS =
      Tables.ALL.stream().collect(Collectors.toMap(TableSchema::name, Function.identity()));

  /**
   * The plan of a run.
   *
   * @param published what there is
   * @param staged the files of the run
   * @param dates the dates that it replaces
   */
  static PublicationPlan of(Published published, Collection<WrittenFile> staged, DateScope dates) {
    Published after = Published.of(staged, null);
    Set<String> placed = new TreeSet<>(after.partitions());
    Set<String> removed = new TreeSet<>();
    Set<String> replaced = new TreeSet<>();
    for (String partition : published.partitions()) {
      boolean isPlaced = placed.contains(partition);
      if (!isPlaced && isReplaced(partition, dates)) {
        removed.add(partition);
      }
      if ((isPlaced || removed.contains(partition)) && isMissed(partition)) {
        replaced.add(partition);
      }
    }
    placeEmptyFilesWhereNothingElseIs(published, placed, removed);
    return new PublicationPlan(placed, removed, LostRows.between(replaced, published, after));
  }

  /**
   * A table by date has its file without rows as long as it has no other, whatever the runs were
   * that left it so.
   */
  private static void placeEmptyFilesWhereNothingElseIs(
      Published published, Set<String> placed, Set<String> removed) {
    Set<String> others = new TreeSet<>(published.partitions());
    others.removeAll(removed);
    others.addAll(placed);
    for (TableSchema table : Tables.ALL) {
      String empty = table.name() + "/" + table.emptyPartition("");
      others.remove(empty);
      if (table.isDated() && others.stream().anyMatch(partition -> isOf(table, partition))) {
        placed.remove(empty);
        if (published.partitions().contains(empty)) {
          removed.add(empty);
        }
      }
    }
  }

  /** What a run has written, without the files that are not put in place. */
  RunSummary published(RunSummary written) {
    return written.with(
        written.files().stream().filter(file -> placed.contains(partitionOf(file))).toList());
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

  private static boolean isOf(TableSchema table, String partition) {
    return table(partition).equals(table.name());
  }

  /** The table of a partition. */
  static String table(String partition) {
    int end = partition.indexOf('/');
    return end < 0 ? partition : partition.substring(0, end);
  }

  /** Whether a partition is of a table by date, and of a date that is not replaced. */
  static boolean isKept(String partition, DateScope dates) {
    TableSchema table = SCHEMAS.get(table(partition));
    if (table == null || !table.isDated()) {
      return false;
    }
    String folder = partition.substring(partition.indexOf('/') + 1);
    boolean isMonth =
        table.isByMonth() && isMonth(table, folder) && !folder.equals(table.emptyPartition(""));
    return isMonth ? !isWithin(month(folder), dates) : !isReplaced(partition, dates);
  }

  /** Rows that follow texts come and go with corrections; an outage shows in other tables too. */
  static boolean isMissed(String partition) {
    TableSchema table = SCHEMAS.get(table(partition));
    return table != null
        && table.isAboutBrands()
        && !table.followsTexts()
        && (!table.isByMonth() || isMonth(table, partition.substring(partition.indexOf('/') + 1)));
  }

  /** A table by run keeps the rows of other runs; a table by date loses the replaced dates. */
  static boolean isReplaced(String partition, DateScope dates) {
    TableSchema table = SCHEMAS.get(table(partition));
    if (table == null || !table.isDated()) {
      return table != null && table.partition() == null;
    }
    String folder = partition.substring(partition.indexOf('/') + 1);
    if (folder.equals(table.emptyPartition(""))) {
      return false;
    }
    if (!table.isByMonth()) {
      return dates.holds((int) LocalDate.parse(value(folder)).toEpochDay());
    }
    if (!isMonth(table, folder)) {
      return true;
    }
    YearMonth month = month(folder);
    return dates.meets((int) month.atDay(1).toEpochDay(), (int) month.atEndOfMonth().toEpochDay());
  }

  /** Earlier versions had days for tables that lie in months now; a run has carried them over. */
  private static boolean isMonth(TableSchema table, String folder) {
    return folder.startsWith(table.folderColumn() + "=");
  }

  /** Whether a run replaces every day of a month. */
  static boolean isWithin(YearMonth month, DateScope dates) {
    return dates.holds((int) month.atDay(1).toEpochDay())
        && dates.holds((int) month.atEndOfMonth().toEpochDay());
  }

  /** The month of a folder, {@code month=2026-03}. */
  static YearMonth month(String folder) {
    return YearMonth.parse(value(folder));
  }

  private static String value(String folder) {
    return folder.substring(folder.indexOf('=') + 1);
  }
}
