package dev.earshot.pipelines.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Charts as static SVG. Every figure in them stands in the table that follows or holds them. */
final class Charts {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 190;
  private static final int LEFT = 56;
  private static final int RIGHT = 10;
  private static final int TOP = 12;
  private static final int BOTTOM = 28;
  private static final int CELL_WIDTH = 160;
  private static final int CELL_HEIGHT = 20;

  private Charts() {}

  /** A scale that holds all values and ends, with the line of no effect where it is given. */
  record Scale(double low, double high) {
    static Scale of(List<ReadCells> rows, String column, @Nullable Double reference) {
      double low = reference == null ? Double.POSITIVE_INFINITY : reference;
      double high = reference == null ? Double.NEGATIVE_INFINITY : reference;
      for (ReadCells row : rows) {
        for (String end : List.of(column, column + "_lower", column + "_upper")) {
          Double value = row.number(end);
          if (value != null) {
            low = Math.min(low, value);
            high = Math.max(high, value);
          }
        }
      }
      return low < high ? new Scale(low, high) : new Scale(low - 1, low + 1);
    }

    double at(double value, double from, double to) {
      return from + (to - from) * (value - low) / (high - low);
    }
  }

  /** A value by day as a line, its interval as a band; days without a value are gaps. */
  static void line(
      Html html, String label, ReportPeriod period, List<ReadCells> rows, String column) {
    Scale scale = Scale.of(rows, column, 0.0);
    html.open(
        "svg",
        "viewBox",
        "0 0 " + WIDTH + " " + HEIGHT,
        "class",
        "line",
        "role",
        "img",
        "aria-label",
        label);
    for (double value : List.of(scale.low, scale.high, 0.0)) {
      String y = number(y(scale, value));
      html.open("line", "x1", LEFT, "x2", WIDTH - RIGHT, "y1", y, "y2", y, "class", "grid").close();
      html.element(
          "text",
          String.format(Locale.ROOT, "%+.2f", value),
          "x",
          LEFT - 6,
          "y",
          number(y(scale, value) + 4),
          "class",
          "left");
    }
    List<ReadCells> piece = new ArrayList<>();
    LocalDate last = null;
    for (ReadCells row : rows) {
      LocalDate date = date(row);
      boolean follows = last != null && ChronoUnit.DAYS.between(last, date) == 1;
      if (row.number(column) == null || !follows) {
        piece(html, scale, period, piece, column);
        piece.clear();
      }
      if (row.number(column) != null) {
        piece.add(row);
      }
      last = date;
    }
    piece(html, scale, period, piece, column);
    html.element("text", period.from().toString(), "x", LEFT, "y", HEIGHT - 8);
    html.element(
        "text", period.to().toString(), "x", WIDTH - RIGHT, "y", HEIGHT - 8, "class", "left");
    html.close();
  }

  private static void piece(
      Html html, Scale scale, ReportPeriod period, List<ReadCells> rows, String column) {
    if (rows.isEmpty()) {
      return;
    }
    StringBuilder line = new StringBuilder();
    StringBuilder upper = new StringBuilder();
    StringBuilder lower = new StringBuilder();
    for (ReadCells row : rows) {
      String x = number(x(period, date(row)));
      double value = orElse(row.number(column), 0);
      line.append(x).append(',').append(number(y(scale, value))).append(' ');
      double high = orElse(row.number(column + "_upper"), value);
      double low = orElse(row.number(column + "_lower"), value);
      upper.append(x).append(',').append(number(y(scale, high))).append(' ');
      lower.insert(0, x + "," + number(y(scale, low)) + " ");
    }
    html.open("polygon", "points", upper + lower.toString().strip(), "class", "band").close();
    html.open("polyline", "points", line.toString().strip(), "class", "value").close();
  }

  /** A value as a dot on its interval, in a cell of a table. */
  static void dot(
      Html html, Scale scale, ReadCells row, String column, @Nullable Double reference) {
    Double value = row.number(column);
    cell(html);
    if (reference != null) {
      String x = number(scale.at(reference, 6, CELL_WIDTH - 6));
      html.open("line", "x1", x, "x2", x, "y1", 0, "y2", CELL_HEIGHT, "class", "grid").close();
    }
    if (value != null) {
      double low = orElse(row.number(column + "_lower"), value);
      double high = orElse(row.number(column + "_upper"), value);
      html.open(
              "line",
              "x1",
              number(scale.at(low, 6, CELL_WIDTH - 6)),
              "x2",
              number(scale.at(high, 6, CELL_WIDTH - 6)),
              "y1",
              CELL_HEIGHT / 2,
              "y2",
              CELL_HEIGHT / 2,
              "class",
              "whisker")
          .close();
      html.open(
              "circle",
              "cx",
              number(scale.at(value, 6, CELL_WIDTH - 6)),
              "cy",
              CELL_HEIGHT / 2,
              "r",
              5,
              "class",
              "dot")
          .close();
    }
    html.close();
  }

  /** Counts as one bar, the first of them filled, the others in outline. */
  static void bar(Html html, double most, long filled, long rest) {
    cell(html);
    double unit = most == 0 ? 0 : (CELL_WIDTH - 2) / most;
    html.open(
            "rect",
            "x",
            1,
            "y",
            3,
            "width",
            number(filled * unit),
            "height",
            CELL_HEIGHT - 6,
            "class",
            "filled")
        .close();
    html.open(
            "rect",
            "x",
            number(1 + filled * unit),
            "y",
            3,
            "width",
            number(rest * unit),
            "height",
            CELL_HEIGHT - 6,
            "class",
            "outline")
        .close();
    html.close();
  }

  /** The days of a period: filled where something is known, hatched where not. */
  static void days(Html html, ReportPeriod period, Set<LocalDate> known) {
    long count = ChronoUnit.DAYS.between(period.from(), period.to()) + 1;
    double width = (double) (WIDTH - 2) / count;
    html.open("svg", "viewBox", "0 0 " + WIDTH + " 18", "class", "days", "aria-hidden", "true");
    for (long i = 0; i < count; i++) {
      html.open(
              "rect",
              "x",
              number(1 + i * width),
              "y",
              1,
              "width",
              number(Math.max(0.5, width - 1)),
              "height",
              16,
              "class",
              known.contains(period.from().plusDays(i)) ? "filled" : "gap")
          .close();
    }
    html.close();
  }

  private static void cell(Html html) {
    html.open(
        "svg",
        "viewBox",
        "0 0 " + CELL_WIDTH + " " + CELL_HEIGHT,
        "class",
        "cell",
        "aria-hidden",
        "true");
  }

  private static LocalDate date(ReadCells row) {
    return LocalDate.parse(row.text("date"));
  }

  private static double x(ReportPeriod period, LocalDate date) {
    double days = Math.max(1, ChronoUnit.DAYS.between(period.from(), period.to()));
    long day = ChronoUnit.DAYS.between(period.from(), date);
    return LEFT + (WIDTH - LEFT - RIGHT) * day / days;
  }

  private static double y(Scale scale, double value) {
    return scale.at(value, HEIGHT - BOTTOM, TOP);
  }

  private static double orElse(@Nullable Double value, double other) {
    return value == null ? other : value;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
