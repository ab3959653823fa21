package dev.earshot.pipelines.sources.mapping;

import java.io.Serializable;
import java.util.List;

/**
 * Where a field of a record comes from.
 *
 * @param columns names of the columns that feed it, joined where there are several, or in a file
 *     without a header their places counted from one
 * @param isOptional whether a file may lack them
 */
public record FieldSource(List<String> columns, boolean isOptional) implements Serializable {
  /** Copies the list. */
  public FieldSource {
    columns = List.copyOf(columns);
  }
}
