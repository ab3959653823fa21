package dev.earshot.pipelines.export;

import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.query.ResultFormat;
import dev.earshot.pipelines.query.Selection;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

/** How a table is exported. */
public enum ExportFormat {
  /** As {@link ResultFormat#CSV}. */
  CSV("csv") {
    @Override
    void write(String table, Selection rows, OutputStream out) throws IOException, QueryException {
      ResultFormat.CSV.write(
          rows, new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    }
  },

  /** An Office Open XML workbook. */
  XLSX("xlsx") {
    @Override
    void write(String table, Selection rows, OutputStream out) throws IOException, QueryException {
      WorkbookFile.write(table, rows, out);
    }
  };

  private final String ending;

  ExportFormat(String ending) {
    this.ending = ending;
  }

  /** The word for it, and the ending of its files. */
  public String ending() {
    return ending;
  }

  abstract void write(String table, Selection rows, OutputStream out)
      throws IOException, QueryException;
}
