package dev.earshot.pipelines.tables;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as it lies in a file, without the record that it was made of.
 *
 * @param values a value, boxed as {@link TableColumn#valueOf} gives it, for each column of its
 *     table in their order
 */
public record StoredRow(List<@Nullable Object> values) {}
