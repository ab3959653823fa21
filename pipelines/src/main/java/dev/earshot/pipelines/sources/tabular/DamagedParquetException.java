package dev.earshot.pipelines.sources.tabular;

import java.io.IOException;

/** Failure of the Parquet library to read a file. */
public final class DamagedParquetException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedParquetException(Throwable cause) {
    super(cause);
  }
}
