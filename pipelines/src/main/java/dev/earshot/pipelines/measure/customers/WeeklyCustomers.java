package dev.earshot.pipelines.measure.customers;

import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.proportions.WilsonInterval;
import dev.earshot.pipelines.measure.kit.Estimates;
import dev.earshot.pipelines.measure.kit.Kpi;
import dev.earshot.pipelines.measure.kit.Week;
import dev.earshot.pipelines.measure.kit.WeeklyFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Returning customers by week: of those who bought in the week, those who had bought before it. The
 * purchases of a customer on one day are one.
 */
public final class WeeklyCustomers {
  /** Customers from which on a week is reliable. */
  static final int RELIABLE_CUSTOMERS = 30;

  /** With less history, old customers look new. */
  static final int HISTORY_DAYS = 365;

  private WeeklyCustomers() {}

  /**
   * Customers of a brand who bought in a week.
   *
   * @param sunday last day of the week
   * @param buyers all of them
   * @param returning those who had bought before the week
   */
  public record Buyers(String brandId, int sunday, long buyers, long returning) {
    private Buyers plus(boolean isReturning) {
      return new Buyers(brandId, sunday, buyers + 1, returning + (isReturning ? 1 : 0));
    }
  }

  /** The figures of the weeks with a purchase; every customer has bought at least once. */
  static List<WeeklyFigure> figures(
      String brandId, Iterable<CustomerHistory> customers, int lastDay) {
    int firstDay = CustomerHistory.firstDay(customers).orElse(lastDay);
    List<WeeklyFigure> figures = new ArrayList<>();
    for (Buyers week : weeks(brandId, customers)) {
      figures.add(
          week.sunday() < lastDay
              ? figure(week, firstDay)
              : WeeklyFigure.notOver(brandId, Kpi.RETURNING_CUSTOMERS, week.sunday()));
    }
    return figures;
  }

  /** The weeks in which somebody bought. */
  public static List<Buyers> weeks(String brandId, Iterable<CustomerHistory> customers) {
    TreeMap<Integer, Buyers> weeks = new TreeMap<>();
    for (CustomerHistory customer : customers) {
      int first = Week.sunday(customer.days().get(0));
      customer.days().stream()
          .map(Week::sunday)
          .distinct()
          .forEach(
              sunday -> {
                Buyers before = weeks.getOrDefault(sunday, new Buyers(brandId, sunday, 0, 0));
                weeks.put(sunday, before.plus(sunday > first));
              });
    }
    return List.copyOf(weeks.values());
  }

  /**
   * The figure of a week.
   *
   * @param firstDay day of the brand's first purchase in the input
   */
  public static WeeklyFigure figure(Buyers week, int firstDay) {
    Interval interval = WilsonInterval.of(week.returning(), week.buyers());
    String reason = missingReason(week, firstDay);
    return new WeeklyFigure(
        week.brandId(),
        Kpi.RETURNING_CUSTOMERS,
        week.sunday(),
        Estimates.rate(week.returning(), week.buyers()),
        Estimates.lower(interval),
        Estimates.upper(interval),
        week.buyers(),
        reason == null,
        reason);
  }

  private static @Nullable String missingReason(Buyers week, int firstDay) {
    if (week.sunday() - Week.DAYS + 1 - firstDay < HISTORY_DAYS) {
      return "short_history";
    }
    return week.buyers() < RELIABLE_CUSTOMERS ? "too_few_customers" : null;
  }
}
