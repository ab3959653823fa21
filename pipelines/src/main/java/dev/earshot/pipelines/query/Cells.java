package dev.earshot.pipelines.query;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cells of a row as text. */
public final class Cells {
  /** What a spreadsheet takes for the beginning of a formula, the wide forms of Japanese too. */
  private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private Cells() {}

  /** A cell as a text, the same in all formats; a null is empty. */
  public static String text(@Nullable Object cell) {
    if (cell == null) {
      return "";
    }
    if (cell instanceof List<?> list) {
      return list.stream().map(Cells::text).collect(Collectors.joining(", ", "[", "]"));
    }
    if (cell instanceof OffsetDateTime time) {
      return time.toInstant().toString();
    }
    return cell.toString();
  }

  /**
   * A text that no spreadsheet runs: an apostrophe stands before what would begin a formula, as
   * OWASP's page on CSV injection advises. Numbers stay as they are.
   */
  public static String forSpreadsheet(@Nullable Object cell) {
    String text = text(cell);
    boolean isHarmless =
        cell instanceof Number || text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0;
    return isHarmless ? text : "'" + text;
  }
}
