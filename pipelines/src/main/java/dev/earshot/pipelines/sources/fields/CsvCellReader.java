package dev.earshot.pipelines.sources.fields;

import dev.earshot.pipelines.sources.times.Timestamps;

/** Texts of cells, and constants of mappings that stand for them, as fields of a record draft. */
public final class CsvCellReader {
  private final Timestamps timestamps;
  private final boolean unescapesHtml;
  private final boolean hasDecimalComma;

  /**
   * @param timestamps reads moments
   * @param unescapesHtml whether texts hold HTML entities for characters
   * @param hasDecimalComma whether amounts are written as 1.234,50
   */
  public CsvCellReader(Timestamps timestamps, boolean unescapesHtml, boolean hasDecimalComma) {
    this.timestamps = timestamps;
    this.unescapesHtml = unescapesHtml;
    this.hasDecimalComma = hasDecimalComma;
  }

  /** Sets a field from the text of its cell, or marks it as faulty. */
  public void read(RecordDraft draft, RecordField field, String cell) {
    switch (field.kind()) {
      case ID -> TextFields.setIdFromCell(draft, field, cell);
      case COUNT -> TextFields.setCountFromCell(draft, field, cell);
      case FLAG -> TextFields.setFlagFromCell(draft, field, cell);
      case DECIMAL -> TextFields.setDecimal(draft, field, MoneyCell.number(cell, hasDecimalComma));
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
