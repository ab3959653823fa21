package dev.earshot.pipelines.measure.customers;

import dev.earshot.models.statistics.survival.Durations;
import dev.earshot.pipelines.measure.coverage.Covered;
import dev.earshot.pipelines.measure.coverage.CoveredDays;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Counts of the customers of a brand month by month, from the month of the first purchase to that
 * of the brand's last day. Months are numbered from zero.
 */
final class CustomerMonths {
  /** With less history, old customers look new. */
  static final int LEAST_HISTORY_DAYS = 365;

  /**
   * Months without a purchase beyond which those between are not shown: one order that is dated
   * decades before all others would make hundreds of them.
   */
  private static final int LONGEST_GAP = 3;

  private final int lastDay;
  private final int firstDay;
  private final YearMonth firstMonth;
  private final Month[] months;
  private final long[][] active;
  private final boolean[] isShown;

  /** Counts of one month. */
  static final class Month {
    long buyers;
    long returning;
    long purchases;
    long linked;
    long linkedReturning;
    long engaged;
    long engagedReturning;
    final Durations untilRepeat = new Durations();
  }

  /**
   * The months up to a brand's last day.
   *
   * @param customers read twice
   */
  CustomerMonths(Iterable<CustomerHistory> customers, int lastDay) {
    this.lastDay = lastDay;
    firstDay = CustomerHistory.firstDay(customers).orElse(lastDay);
    firstMonth = YearMonth.from(LocalDate.ofEpochDay(firstDay));
    months = new Month[month(lastDay) + 1];
    for (int i = 0; i < months.length; i++) {
      months[i] = new Month();
    }
    active = new long[months.length][months.length];
    customers.forEach(this::add);
    isShown = shown();
  }

  private boolean[] shown() {
    boolean[] shown = new boolean[months.length];
    int last = -1;
    for (int i = 0; i < months.length; i++) {
      if (months[i].buyers > 0 || i == months.length - 1) {
        Arrays.fill(shown, i - last - 1 > LONGEST_GAP ? i : last + 1, i + 1, true);
        last = i;
      }
    }
    return shown;
  }

  private int month(int day) {
    return (int) firstMonth.until(YearMonth.from(LocalDate.ofEpochDay(day)), ChronoUnit.MONTHS);
  }

  private void add(CustomerHistory customer) {
    List<Integer> days = customer.days();
    int first = days.get(0);
    int cohort = month(first);
    if (days.size() > 1) {
      months[cohort].untilRepeat.addEvents(days.get(1) - first, 1);
    } else {
      months[cohort].untilRepeat.addCensored(lastDay - first, 1);
    }
    TreeSet<Integer> engagedMonths = new TreeSet<>();
    customer.engagedDays().forEach(day -> engagedMonths.add(monthOrNone(day)));
    int previous = -1;
    for (int day : days) {
      int index = month(day);
      Month month = months[index];
      month.purchases++;
      if (index == previous) {
        continue;
      }
      previous = index;
      boolean isReturning = index > cohort;
      boolean isEngaged = engagedMonths.contains(index);
      month.buyers++;
      month.returning += isReturning ? 1 : 0;
      month.linked += customer.isLinked() ? 1 : 0;
      month.linkedReturning += customer.isLinked() && isReturning ? 1 : 0;
      month.engaged += isEngaged ? 1 : 0;
      month.engagedReturning += isEngaged && isReturning ? 1 : 0;
      active[cohort][index]++;
    }
  }

  private int monthOrNone(int day) {
    return day < firstDay || day > lastDay ? -1 : month(day);
  }

  /** The months to be shown. */
  IntStream shownMonths() {
    return IntStream.range(0, months.length).filter(index -> isShown[index]);
  }

  Month of(int index) {
    return months[index];
  }

  /** Customers whose first purchase is in one month and who bought in another. */
  long active(int cohort, int index) {
    return active[cohort][index];
  }

  /** Customers who had bought by the end of a month. */
  long known(int index) {
    return IntStream.rangeClosed(0, index).mapToLong(cohort -> active[cohort][cohort]).sum();
  }

  int firstDayOf(int index) {
    return (int) firstMonth.plusMonths(index).atDay(1).toEpochDay();
  }

  int lastDayOf(int index) {
    return (int) firstMonth.plusMonths(index).atEndOfMonth().toEpochDay();
  }

  /** How much of a month is among days that are covered. */
  Covered covered(CoveredDays days, int index) {
    return days.window(lastDayOf(index) - firstDayOf(index) + 1, lastDayOf(index));
  }

  /** Days from the first purchase of any customer to the first of the month; may be negative. */
  int historyDays(int index) {
    return firstDayOf(index) - firstDay;
  }

  /** Whether little is known of the time before a month. */
  boolean isLeftTruncated(int index) {
    return historyDays(index) < LEAST_HISTORY_DAYS;
  }

  /** Whether the brand's last day has reached the end of a month. */
  boolean isComplete(int index) {
    return lastDayOf(index) <= lastDay;
  }
}
