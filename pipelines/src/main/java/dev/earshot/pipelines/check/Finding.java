package dev.earshot.pipelines.check;

import java.util.Locale;

/**
 * Something that does not hold.
 *
 * @param place the table, or the tables that disagree
 * @param says what is wrong
 * @param count in how many rows or cells
 * @param example the first of them: its key, and figures that disagree
 */
public record Finding(String place, String says, long count, String example) {
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s: %s, in %,d rows; the first: %s", place, says, count, example);
  }
}
