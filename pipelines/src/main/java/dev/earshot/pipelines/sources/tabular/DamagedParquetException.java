package dev.earshot.pipelines.sources.tabular;

import java.io.IOException;

/** The Parquet library could not read the file. */
final class DamagedParquetException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedParquetException(Throwable cause) {
    super(cause);
  }
}
