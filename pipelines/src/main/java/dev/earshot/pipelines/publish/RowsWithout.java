package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.beam.Peeking;
import dev.earshot.pipelines.tables.StoredRow;
import java.util.Iterator;
import java.util.function.Predicate;

/** Stored rows in their order, but for some. */
final class RowsWithout implements Iterator<StoredRow> {
  private final Peeking<StoredRow> rows;
  private final Predicate<StoredRow> isLeftOut;

  RowsWithout(Iterator<StoredRow> rows, Predicate<StoredRow> isLeftOut) {
    this.rows = new Peeking<>(rows);
    this.isLeftOut = isLeftOut;
    skip();
  }

  private void skip() {
    while (rows.nextIs(isLeftOut)) {
      rows.next();
    }
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public StoredRow next() {
    StoredRow row = rows.next();
    skip();
    return row;
  }
}
