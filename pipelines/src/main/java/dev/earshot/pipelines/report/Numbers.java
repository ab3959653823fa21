package dev.earshot.pipelines.report;

import dev.earshot.pipelines.query.Cells;
import dev.earshot.pipelines.tables.TableColumn;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as people read them, by the unit that their column declares. */
public final class Numbers {
  /** Rates that lie between -1 and 1. */
  private static final List<String> SIGNED = List.of("net_sentiment_rate", "inbox_health_rate");

  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private Numbers() {}

  /**
   * A cell of a column.
   *
   * @param unit of the value: that of the column, unless the row says another
   */
  public static String text(TableColumn column, String unit, @Nullable Object cell) {
    if (!(cell instanceof Number number)) {
      return cell == null ? "–" : Cells.text(cell);
    }
    double value = number.doubleValue();
    return switch (unit) {
      case "rate" ->
          SIGNED.stream().anyMatch(column.name()::contains)
              ? String.format(Locale.ROOT, "%+.2f", value)
              : percent(value);
      case "seconds" -> duration(Math.round(value));
      case "count", "days", "customers" ->
          value == Math.rint(value)
              ? String.format(Locale.ROOT, "%,d", (long) value)
              : String.format(Locale.ROOT, "%,.1f", value);
      case "ratio" -> String.format(Locale.ROOT, "%.2f", value);
      default -> String.format(Locale.ROOT, "%,.1f", value);
    };
  }

  /** Two digits that count, where a share is small. */
  private static String percent(double rate) {
    double percent = rate * 100;
    int digits = Math.abs(percent) >= 10 || percent == 0 ? 1 : Math.abs(percent) >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + digits + "f %%", percent);
  }

  private static String duration(long seconds) {
    if (seconds >= DAY) {
      return String.format(Locale.ROOT, "%d d %d h", seconds / DAY, seconds % DAY / HOUR);
    }
    if (seconds >= HOUR) {
      return String.format(Locale.ROOT, "%d h %d min", seconds / HOUR, seconds % HOUR / MINUTE);
    }
    return seconds >= MINUTE
        ? String.format(Locale.ROOT, "%d min", seconds / MINUTE)
        : String.format(Locale.ROOT, "%d s", seconds);
  }
}
