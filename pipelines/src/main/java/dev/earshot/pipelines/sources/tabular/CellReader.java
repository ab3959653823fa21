package dev.earshot.pipelines.sources.tabular;

import dev.earshot.pipelines.sources.fields.Draft;
import dev.earshot.pipelines.sources.fields.HtmlEntities;
import dev.earshot.pipelines.sources.fields.RecordField;
import dev.earshot.pipelines.sources.fields.Values;
import dev.earshot.pipelines.sources.times.Timestamps;

/** Reads cells of a CSV file into drafts. */
final class CellReader {
  private final Timestamps timestamps;
  private final boolean unescapesHtml;

  CellReader(Timestamps timestamps, boolean unescapesHtml) {
    this.timestamps = timestamps;
    this.unescapesHtml = unescapesHtml;
  }

  void read(Draft draft, RecordField field, String cell) {
    switch (field.kind()) {
      case ID -> Values.setIdFromCell(draft, field, cell);
      case COUNT -> Values.setCountFromCell(draft, field, cell);
      case FLAG -> Values.setFlagFromCell(draft, field, cell);
      case DECIMAL -> Values.setDecimal(draft, field, cell);
      case TIMESTAMP -> {
        if (cell.isBlank()) {
          draft.remove(field);
        } else {
          Values.setTimestamp(draft, field, timestamps.parse(cell));
        }
      }
      case TEXT -> Values.setText(draft, field, unescapesHtml ? HtmlEntities.unescape(cell) : cell);
      default -> Values.setText(draft, field, cell);
    }
  }
}
