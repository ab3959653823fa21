package dev.earshot.pipelines.sources.tabular;

import dev.earshot.models.domain.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * A value of a Parquet file.
 *
 * @param text the value the way a CSV file would have it; of one at fault, what tells it from
 *     others
 * @param fault why the value cannot stand in its field, or null
 */
record ParquetCell(String text, @Nullable RejectionReason fault) {
  static ParquetCell of(String text) {
    return new ParquetCell(text, null);
  }
}
