package dev.earshot.pipelines.sources.tabular;

import dev.earshot.pipelines.sources.fields.HtmlEntities;
import dev.earshot.pipelines.sources.fields.RecordDraft;
import dev.earshot.pipelines.sources.fields.RecordField;
import dev.earshot.pipelines.sources.fields.TextFields;
import dev.earshot.pipelines.sources.times.Timestamps;

/** Reads cells of a CSV file into drafts. */
final class CsvCellReader {
  private final Timestamps timestamps;
  private final boolean unescapesHtml;

  CsvCellReader(Timestamps timestamps, boolean unescapesHtml) {
    this.timestamps = timestamps;
    this.unescapesHtml = unescapesHtml;
  }

  void read(RecordDraft draft, RecordField field, String cell) {
    switch (field.kind()) {
      case ID -> TextFields.setIdFromCell(draft, field, cell);
      case COUNT -> TextFields.setCountFromCell(draft, field, cell);
      case FLAG -> TextFields.setFlagFromCell(draft, field, cell);
      case DECIMAL -> TextFields.setDecimal(draft, field, cell);
      case TIMESTAMP -> {
        if (cell.isBlank()) {
          draft.remove(field);
        } else {
          TextFields.setTimestamp(draft, field, timestamps.parse(cell));
        }
      }
      case TEXT ->
          TextFields.setText(draft, field, unescapesHtml ? HtmlEntities.unescape(cell) : cell);
      default -> TextFields.setText(draft, field, cell);
    }
  }
}
