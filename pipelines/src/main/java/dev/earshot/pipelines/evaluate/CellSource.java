package dev.earshot.pipelines.evaluate;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The wanted cells of a labelled file, record by record. */
interface CellSource extends Closeable {

  /** Goes to the next record; false at the end. */
  boolean next() throws IOException;

  /** What is wrong with the record, in words that follow its line; null for a good one. */
  @Nullable String fault();

  /** The line where the record begins, from 1. */
  long line();

  /** A wanted cell, in the order of the wanted columns; empty where the record has none. */
  String cell(int wanted);
}
