package dev.earshot.pipelines.query;

import java.io.IOException;
import java.io.Writer;

/** How the rows of a query are written. */
public enum ResultFormat {
  /** Columns side by side, for people. */
  TEXT,

  /** RFC 4180 in UTF-8, for spreadsheets: no cell becomes a formula. */
  CSV,

  /** One array with an object for each row. */
  JSON;

  /** Writes all rows. */
  public void write(Selection rows, Writer out) throws IOException, QueryException {
    switch (this) {
      case TEXT -> TextResult.write(rows, out);
      case CSV -> CsvResult.write(rows, out);
      case JSON -> JsonResult.write(rows, out);
    }
    out.flush();
  }
}
