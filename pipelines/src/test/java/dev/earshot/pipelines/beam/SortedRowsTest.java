package dev.earshot.pipelines.beam;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedRowsTest {
  /** Many rows share a key. */
  record Row(int key, String text) {}

  private static final Comparator<Row> ORDER =
      Comparator.comparingInt(Row::key).thenComparing(Row::text);

  private static List<Row> read(Iterable<Row> rows) {
    List<Row> read = new ArrayList<>();
    rows.forEach(read::add);
    return read;
  }

  /** In memory, in runs that end with the last record, and in runs that do not. */
  @ParameterizedTest
  @ValueSource(ints = {2_000, 100, 64})
  void rowsAreReadInOrderAsOftenAsWanted(int runRows) throws IOException {
    Random random = new Random(5);
    List<Row> rows = new ArrayList<>();
    try (SortedRows<Row> sorted = new SortedRows<>(Row.class, ORDER, runRows)) {
      for (int i = 0; i < 1_000; i++) {
        Row row = new Row(random.nextInt(50), "é" + random.nextInt());
        rows.add(row);
        sorted.add(row);
      }
      rows.sort(ORDER);
      assertEquals(rows.get(0), sorted.iterator().next());
      assertEquals(rows, read(sorted));
      assertEquals(rows, read(sorted));
    }
  }
}
