package dev.earshot.pipelines.measure.inbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A table so small that all tables that agree with what is published of it can be counted through.
 *
 * @param isNew people by day and network, on their first day in the block
 */
@SuppressWarnings("ArrayRecordComponent") // read, never compared
record SmallTable(Size size, long[][] isNew, PeopleTable decided) {

  /**
   * How large a table is.
   *
   * @param minimum people who are not a small cell
   */
  record Size(long minimum, int daysPerWeek, int weeks, int networks) {
    int days() {
      return daysPerWeek * weeks;
    }

    int columns() {
      return networks + 1;
    }

    int cell(int period, int column) {
      return period * columns() + column;
    }

    int firstDay(int cell) {
      int period = cell / columns();
      return period < days() ? period : period == days() + weeks ? 0 : weekOf(period);
    }

    int lastDay(int cell) {
      int period = cell / columns();
      boolean isBlock = period == days() + weeks;
      return period < days() ? period : isBlock ? days() - 1 : weekOf(period) + daysPerWeek - 1;
    }

    private int weekOf(int period) {
      return (period - days()) * daysPerWeek;
    }
  }

  private static String name(int network) {
    return "n" + network;
  }

  private static SmallTable of(Size size, long[][] isNew, List<InboxPeople> people) {
    PeopleTable table = new PeopleTable(size.daysPerWeek(), size.weeks(), people);
    return new SmallTable(size, isNew, Suppression.decided(size.minimum(), table, size.days()));
  }

  /** A table of people who come once, by day and network. */
  static SmallTable ofPeopleWhoComeOnce(Size size, long[][] byDay) {
    List<InboxPeople> people = new ArrayList<>();
    for (int i = 0; i < size.networks(); i++) {
      int network = i;
      long[] days = Arrays.stream(byDay).mapToLong(day -> day[network]).toArray();
      people.add(new InboxPeople(name(network), days, days, days));
    }
    return of(size, byDay, people);
  }

  /** A table some of whose people come again. */
  static SmallTable random(Random random, Size size) {
    long[][] isNew = new long[size.days()][size.networks()];
    List<InboxPeople> people = new ArrayList<>();
    for (int network = 0; network < size.networks(); network++) {
      long[] ofDay = new long[size.days()];
      long[] newInWeek = new long[size.days()];
      long[] newInBlock = new long[size.days()];
      for (int day = 0; day < size.days(); day++) {
        newInBlock[day] = random.nextInt(5);
        long known = day == 0 ? 0 : Math.min(2, newInBlock[0]);
        newInWeek[day] =
            newInBlock[day] + (day < size.daysPerWeek() ? 0 : random.nextLong(known + 1));
        ofDay[day] = newInWeek[day] + random.nextLong(known + 1);
        isNew[day][network] = newInBlock[day];
      }
      people.add(new InboxPeople(name(network), ofDay, newInWeek, newInBlock));
    }
    return of(size, isNew, people);
  }

  /** The cells of somebody, but of fewer people than may be told. */
  IntStream smallCells() {
    return decided
        .cells()
        .filter(cell -> decided.people(cell) > 0 && decided.people(cell) < size.minimum());
  }

  /** The least and the greatest value of a cell. */
  record Range(long least, long most) {
    Range and(Range other) {
      return new Range(Math.min(least, other.least), Math.max(most, other.most));
    }
  }

  /**
   * What small cells are in the tables that agree with the published cells.
   *
   * @param isTold whether the reader knows beside these which cells are small
   */
  Map<Integer, Range> ranges(boolean isTold) {
    Map<Integer, Range> ranges = new TreeMap<>();
    fill(new long[size.days()][size.networks()], 0, isTold, ranges);
    return ranges;
  }

  private void fill(long[][] other, int place, boolean isTold, Map<Integer, Range> ranges) {
    int day = place / size.networks();
    int network = place % size.networks();
    if (network == 0 && day > 0 && !agrees(day - 1, other, isTold)) {
      return;
    }
    if (day == size.days()) {
      smallCells()
          .forEach(
              cell -> {
                long value = value(cell, other);
                ranges.merge(cell, new Range(value, value), Range::and);
              });
      return;
    }
    // What lies further from the truth would only widen what is wide enough.
    long truth = isNew[day][network];
    long most = day < firstDay() ? 0 : truth + size.minimum();
    for (long value = Math.max(0, truth - size.minimum()); value <= most; value++) {
      other[day][network] = value;
      fill(other, place + 1, isTold, ranges);
    }
  }

  private int firstDay() {
    return (int) Arrays.stream(isNew).takeWhile(day -> Arrays.stream(day).sum() == 0).count();
  }

  /** Whether what ends on a day is as published, and somebody comes on the first with anybody. */
  private boolean agrees(int day, long[][] other, boolean isTold) {
    return (day != firstDay() || value(size.cell(day, 0), other) > 0)
        && decided
            .cells()
            .filter(cell -> size.lastDay(cell) == day)
            .allMatch(
                cell ->
                    isPublished(cell)
                        ? value(cell, other) == value(cell, isNew)
                        : !isTold
                            || decided.people(cell) >= size.minimum()
                            || value(cell, other) < size.minimum());
  }

  boolean isPublished(int cell) {
    int column = cell % size.columns();
    return decided
        .publishedColumns(cell / size.columns())
        .contains(column == 0 ? "all" : name(column - 1));
  }

  /** A cell's number of people who are new in the block. */
  long value(int cell) {
    return value(cell, isNew);
  }

  private long value(int cell, long[][] table) {
    int column = cell % size.columns();
    return Arrays.stream(table, size.firstDay(cell), size.lastDay(cell) + 1)
        .mapToLong(day -> column == 0 ? Arrays.stream(day).sum() : day[column - 1])
        .sum();
  }

  /** All that a reader sees. */
  String published() {
    StringBuilder text = new StringBuilder("from day " + firstDay());
    decided
        .cells()
        .filter(this::isPublished)
        .forEach(cell -> text.append(", ").append(cell).append(": ").append(value(cell)));
    return text.toString();
  }

  @Override
  public String toString() {
    return Arrays.deepToString(isNew) + ", published " + published();
  }
}
