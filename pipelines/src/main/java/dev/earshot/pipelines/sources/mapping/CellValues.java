package dev.earshot.pipelines.sources.mapping;

import java.io.Serializable;
import java.util.Map;

/**
 * What values of cells stand for.
 *
 * @param byColumn by the column's name: what each value stands for, by the value in lower case
 */
public record CellValues(Map<String, Map<String, String>> byColumn) implements Serializable {
  /** Stands for every value that is neither listed nor empty. */
  static final String OTHERS = "*";

  /** Copies the map. */
  public CellValues {
    byColumn = Map.copyOf(byColumn);
  }

  /** What the cell stands for; the cell itself where nothing is said of it. */
  public String of(String column, String cell) {
    Map<String, String> values = byColumn.get(column);
    if (values == null) {
      return cell;
    }
    String value = RowFilters.folded(cell);
    String known = values.get(value);
    if (known != null) {
      return known;
    }
    return value.isEmpty() ? cell : values.getOrDefault(OTHERS, cell);
  }
}
