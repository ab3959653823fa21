package dev.earshot.pipelines.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the wanted columns stand: by the header's names, or by number from 1. A file is taken to
 * have a header where a column goes by name.
 *
 * @param columns indices from 0, in the order of the wanted columns
 * @param isHeader whether the first record names columns and is none itself
 */
record Positions(List<Integer> columns, boolean isHeader) {

  /**
   * Finds the columns.
   *
   * @throws UnreadableLabelsException where a name is neither in the first record nor a number
   */
  static Positions of(List<String> first, List<String> wanted) {
    List<String> names = first.stream().map(String::strip).toList();
    boolean isHeader = false;
    List<Integer> columns = new ArrayList<>();
    for (String column : wanted) {
      int number = number(column);
      int index = number > 0 ? number - 1 : names.indexOf(column);
      isHeader |= number == 0;
      if (index < 0 || index >= names.size()) {
        throw UnreadableLabelsException.noColumn(column, names);
      }
      columns.add(index);
    }
    return new Positions(columns, isHeader);
  }

  /** The number that a text of one to four digits is, else 0. */
  private static int number(String text) {
    boolean isNumber =
        !text.isEmpty()
            && text.length() <= 4
            && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    return isNumber ? Integer.parseInt(text) : 0;
  }

  /** What a record with {@code count} cells lacks; null for nothing. */
  static @Nullable String fault(List<Integer> positions, int count) {
    for (int position : positions) {
      if (position >= count) {
        return "has " + count + " cells, expected at least " + (position + 1);
      }
    }
    return null;
  }
}
