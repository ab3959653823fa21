package dev.earshot.pipelines.sources.mapping;

import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rows of a table that are no records, by a cell: a desk's private notes, its activity lines.
 *
 * @param skipped values of rows that are none, in lower case, by the column's name
 * @param kept values of rows that are records, where a row with any other is none
 */
public record RowFilters(Map<String, Set<String>> skipped, Map<String, Set<String>> kept)
    implements Serializable {
  /** Copies the maps. */
  public RowFilters {
    skipped = Map.copyOf(skipped);
    kept = Map.copyOf(kept);
  }

  /** The columns that tell, in the order of the alphabet. */
  public Set<String> columns() {
    Set<String> columns = new TreeSet<>(skipped.keySet());
    columns.addAll(kept.keySet());
    return columns;
  }

  /** Whether a row with this cell in this column may be a record. */
  public boolean pass(String column, String cell) {
    String value = folded(cell);
    Set<String> wanted = kept.get(column);
    return !skipped.getOrDefault(column, Set.of()).contains(value)
        && (wanted == null || wanted.contains(value));
  }

  /** As cells are compared: without white space around them, in lower case. */
  static String folded(String cell) {
    return cell.strip().toLowerCase(Locale.ROOT);
  }
}
