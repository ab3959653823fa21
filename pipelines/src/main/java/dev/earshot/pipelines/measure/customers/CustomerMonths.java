package dev.earshot.pipelines.measure.customers;

import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.proportions.WilsonInterval;
import dev.earshot.models.statistics.survival.Durations;
import dev.earshot.models.statistics.survival.KaplanMeier;
import dev.earshot.pipelines.measure.kit.Estimates;
import dev.earshot.pipelines.run.DateScope;
import dev.earshot.pipelines.tables.BrandCustomerMonthlyRow;
import dev.earshot.pipelines.tables.BrandRetentionMonthlyRow;
import dev.earshot.pipelines.tables.Tables;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The customers of a brand month by month; every customer has bought at least once. */
final class CustomerMonths {
  private static final int REPEAT_DAYS = 90;
  private static final int LEAST_HISTORY_DAYS = 365;
  private static final int RELIABLE_FROM = 30;

  /**
   * Months without a purchase beyond which those between are not shown: one order that is dated
   * decades before all others would make hundreds of them.
   */
  private static final int LONGEST_GAP = 3;

  private final String brandId;
  private final Iterable<CustomerHistory> customers;
  private final AliveCustomers alive;
  private final int lastDay;
  private final @Nullable Integer socialFrom;
  private final String runId;
  private final int firstDay;
  private final YearMonth firstMonth;
  private final Month[] months;
  private final long[][] active;
  private final boolean[] isShown;

  /** Counts of one month. */
  private static final class Month {
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
   * @param customers read several times, and once more for each month of the rows
   * @param alive the estimate at the end of the last day
   */
  CustomerMonths(
      BrandAsOf horizon, Iterable<CustomerHistory> customers, AliveCustomers alive, String runId) {
    this.alive = alive;
    this.brandId = horizon.brandId();
    this.customers = customers;
    this.lastDay = horizon.lastDay();
    this.socialFrom = horizon.socialFrom();
    this.runId = runId;
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

  private int lastDayOf(int index) {
    return (int) firstMonth.plusMonths(index).atEndOfMonth().toEpochDay();
  }

  private int firstDayOf(int index) {
    return (int) firstMonth.plusMonths(index).atDay(1).toEpochDay();
  }

  /** Rows of the months whose last day the run publishes. */
  List<BrandCustomerMonthlyRow> monthly(DateScope dates) {
    List<BrandCustomerMonthlyRow> rows = new ArrayList<>();
    for (int i = 0; i < months.length; i++) {
      if (isShown[i] && dates.holds(lastDayOf(i))) {
        rows.add(row(i));
      }
    }
    return rows;
  }

  private BrandCustomerMonthlyRow row(int index) {
    Month month = months[index];
    Interval returning = WilsonInterval.of(month.returning, month.buyers);
    Estimate unrepeated = KaplanMeier.of(month.untilRepeat).survivalAt(REPEAT_DAYS);
    AliveCustomers then =
        lastDayOf(index) < lastDay ? AliveCustomers.at(customers, lastDayOf(index)) : alive;
    long known = 0;
    for (int cohort = 0; cohort <= index; cohort++) {
      known += active[cohort][cohort];
    }
    int history = firstDayOf(index) - firstDay;
    boolean isLinked = socialFrom != null;
    boolean isRead = socialFrom != null && socialFrom <= firstDayOf(index);
    return new BrandCustomerMonthlyRow(
        brandId,
        runId,
        then.missingReason(),
        !isLinked ? "no_identities" : isRead ? null : "month_partly_read",
        Tables.METRIC_VERSION,
        month.buyers,
        month.returning,
        month.buyers - month.returning,
        month.purchases,
        Estimates.rate(month.returning, month.buyers),
        Estimates.lower(returning),
        Estimates.upper(returning),
        month.untilRepeat.eventCount(),
        month.untilRepeat.censoredCount(),
        unrepeated == null ? null : Double.valueOf(1 - unrepeated.value()),
        unrepeated == null ? null : Double.valueOf(1 - unrepeated.interval().upper()),
        unrepeated == null ? null : Double.valueOf(1 - unrepeated.interval().lower()),
        known,
        then.count(),
        Estimates.lower(then.interval()),
        Estimates.upper(then.interval()),
        isLinked ? Long.valueOf(month.linked) : null,
        isLinked ? Long.valueOf(month.linkedReturning) : null,
        isRead ? Long.valueOf(month.engaged) : null,
        isRead ? Long.valueOf(month.engagedReturning) : null,
        Math.max(0, history),
        history < LEAST_HISTORY_DAYS,
        lastDayOf(index) <= lastDay,
        month.buyers >= RELIABLE_FROM && history >= LEAST_HISTORY_DAYS,
        firstDayOf(index),
        lastDayOf(index),
        lastDayOf(index));
  }

  /** Rows of the months of activity whose last day the run publishes. */
  List<BrandRetentionMonthlyRow> retention(DateScope dates) {
    List<BrandRetentionMonthlyRow> rows = new ArrayList<>();
    for (int cohort = 0; cohort < months.length; cohort++) {
      long size = active[cohort][cohort];
      for (int index = cohort; size > 0 && index < months.length; index++) {
        if (isShown[index] && dates.holds(lastDayOf(index))) {
          Interval interval = WilsonInterval.of(active[cohort][index], size);
          rows.add(
              new BrandRetentionMonthlyRow(
                  brandId,
                  runId,
                  Tables.METRIC_VERSION,
                  index - cohort,
                  size,
                  active[cohort][index],
                  Estimates.rate(active[cohort][index], size),
                  Estimates.lower(interval),
                  Estimates.upper(interval),
                  firstDayOf(cohort) - firstDay < LEAST_HISTORY_DAYS,
                  lastDayOf(index) <= lastDay,
                  firstDayOf(cohort),
                  lastDayOf(index),
                  lastDayOf(index)));
        }
      }
    }
    return rows;
  }
}
