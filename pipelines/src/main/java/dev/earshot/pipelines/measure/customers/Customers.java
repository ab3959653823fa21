package dev.earshot.pipelines.measure.customers;

import dev.earshot.models.statistics.buying.PurchaseHistory;
import dev.earshot.models.statistics.location.Quintiles;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.tables.CellColumns;
import dev.earshot.pipelines.tables.CustomerRow;
import dev.earshot.pipelines.tables.CustomerRow.History;
import dev.earshot.pipelines.tables.CustomerRow.Scores;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code customers}: recency, frequency and monetary fifths of the customers of a brand, and how
 * likely each is still there, at the run's clock.
 */
public final class Customers {
  public static final Measure<CustomerRow> MEASURE =
      Measure.of(CustomerRow.class).from(CustomerHistory.BY_BRAND).rows(Customers::rows);

  private final AliveCustomers.Alive alive;
  private final int lastDay;
  private final CellColumns cell;
  private final Quintiles recency;
  private final Quintiles frequency;
  private final @Nullable Quintiles monetary;

  private Customers(CellColumns cell, Iterable<CustomerHistory> customers, int lastDay) {
    this.cell = cell;
    this.lastDay = lastDay;
    alive = new AliveCustomers(customers).at(lastDay);
    recency = fifths(customers, Customers::last);
    frequency = fifths(customers, customer -> customer.days().size());
    monetary =
        areOfOneCurrency(customers)
            ? fifths(customers, customer -> Objects.requireNonNull(customer.spentMinor()))
            : null;
  }

  private static Stream<CustomerRow> rows(
      CoveredBrand brand, Iterable<CustomerHistory> customers, RunContext run) {
    CellColumns cell = CellColumns.of(brand.brandId(), run.runId());
    Customers measure = new Customers(cell, customers, run.lastDay(brand.brandId()));
    return CustomerHistory.stream(customers).map(measure::row);
  }

  private static boolean areOfOneCurrency(Iterable<CustomerHistory> customers) {
    String currency = customers.iterator().next().currency();
    return currency != null
        && CustomerHistory.stream(customers).allMatch(c -> currency.equals(c.currency()));
  }

  private static Quintiles fifths(
      Iterable<CustomerHistory> customers, ToLongFunction<CustomerHistory> value) {
    return Quintiles.of(CustomerHistory.stream(customers).mapToLong(value));
  }

  private static int last(CustomerHistory customer) {
    return customer.days().get(customer.days().size() - 1);
  }

  private CustomerRow row(CustomerHistory customer) {
    PurchaseHistory history =
        Objects.requireNonNull(CutHistories.upTo(customer, lastDay), "it has bought");
    return new CustomerRow(
        cell,
        customer.customerId(),
        customer.currency(),
        alive.missingReason(),
        new History(
            customer.days().size(),
            customer.orderCount(),
            customer.spentMinor(),
            history.recency(),
            history.age()),
        new Scores(
            recency.of(last(customer)),
            frequency.of(customer.days().size()),
            monetary == null || customer.spentMinor() == null
                ? null
                : Integer.valueOf(monetary.of(customer.spentMinor()))),
        alive.model() == null ? null : Double.valueOf(alive.model().aliveProbability(history)),
        customer.days().get(0),
        last(customer));
  }
}
