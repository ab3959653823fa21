package dev.earshot.pipelines.measure.customers;

import dev.earshot.models.statistics.proportions.WilsonInterval;
import dev.earshot.pipelines.measure.kit.Kpi;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.measure.kit.Week;
import dev.earshot.pipelines.measure.kit.WeeklyFigure;
import dev.earshot.pipelines.tables.Estimated;
import dev.earshot.pipelines.tables.MissingReason;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Returning customers by week: of those who bought in the week, those who had bought before it. The
 * purchases of a customer on one day are one.
 */
public final class WeeklyCustomers {
  /** Customers from which on a week is reliable. */
  private static final int RELIABLE_CUSTOMERS = 30;

  public static final Measure<WeeklyFigure> WEEKS =
      Measure.ofFacts("WeeklyCustomers", WeeklyFigure.class)
          .from(CustomerHistory.BY_BRAND)
          .rows(WeeklyCustomers::weeks);

  private WeeklyCustomers() {}

  /**
   * Customers of a brand who bought in a week.
   *
   * @param sunday last day of the week
   * @param buyers all of them
   * @param returning those who had bought before the week
   */
  private record Buyers(String brandId, int sunday, long buyers, long returning) {
    private Buyers plus(boolean isReturning) {
      return new Buyers(brandId, sunday, buyers + 1, returning + (isReturning ? 1 : 0));
    }
  }

  /** The weeks with a purchase that are over. */
  private static Stream<WeeklyFigure> weeks(
      CoveredBrand brand, Iterable<CustomerHistory> customers, RunContext run) {
    String id = brand.brandId();
    int lastDay = run.lastDay(id);
    int firstDay = CustomerHistory.firstDay(customers).orElse(lastDay);
    return weeks(id, customers).stream()
        .filter(week -> week.sunday() < lastDay)
        .map(week -> figure(week, firstDay));
  }

  /** The weeks in which somebody bought. */
  private static List<Buyers> weeks(String brandId, Iterable<CustomerHistory> customers) {
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
  private static WeeklyFigure figure(Buyers week, int firstDay) {
    MissingReason reason = missingReason(week, firstDay);
    return new WeeklyFigure(
        week.brandId(),
        Kpi.RETURNING_CUSTOMERS,
        week.sunday(),
        Estimated.rate(
            week.returning(), week.buyers(), WilsonInterval.of(week.returning(), week.buyers())),
        week.buyers(),
        reason == null,
        reason);
  }

  private static @Nullable MissingReason missingReason(Buyers week, int firstDay) {
    if (week.sunday() - Week.DAYS + 1 - firstDay < CustomerMonths.LEAST_HISTORY_DAYS) {
      return MissingReason.SHORT_HISTORY;
    }
    return week.buyers() < RELIABLE_CUSTOMERS ? MissingReason.TOO_FEW_CUSTOMERS : null;
  }
}
