package dev.earshot.pipelines.measure.customers;

import dev.earshot.models.statistics.buying.PurchaseHistory;
import dev.earshot.models.statistics.location.Quintiles;
import dev.earshot.pipelines.tables.CustomerRow;
import dev.earshot.pipelines.tables.Tables;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Recency, frequency and monetary fifths of the customers of a brand, at the run's clock. */
final class CustomerScores {
  private final Iterable<CustomerHistory> customers;
  private final AliveCustomers alive;
  private final int lastDay;
  private final String runId;

  /**
   * The scores.
   *
   * @param customers at least one; read several times
   * @param alive the estimate at the end of {@code lastDay}
   */
  CustomerScores(
      Iterable<CustomerHistory> customers, AliveCustomers alive, int lastDay, String runId) {
    this.customers = customers;
    this.alive = alive;
    this.lastDay = lastDay;
    this.runId = runId;
  }

  void rows(Consumer<CustomerRow> out) {
    Quintiles recency = fifths(CustomerScores::last);
    Quintiles frequency = fifths(customer -> customer.days().size());
    String currency = customers.iterator().next().currency();
    boolean isOneCurrency =
        currency != null
            && CustomerHistory.stream(customers).allMatch(c -> currency.equals(c.currency()));
    Quintiles monetary =
        isOneCurrency ? fifths(customer -> Objects.requireNonNull(customer.spentMinor())) : null;
    customers.forEach(customer -> out.accept(row(customer, recency, frequency, monetary)));
  }

  private Quintiles fifths(ToLongFunction<CustomerHistory> value) {
    return Quintiles.of(CustomerHistory.stream(customers).mapToLong(value));
  }

  private static int last(CustomerHistory customer) {
    return customer.days().get(customer.days().size() - 1);
  }

  private CustomerRow row(
      CustomerHistory customer,
      Quintiles recency,
      Quintiles frequency,
      @Nullable Quintiles monetary) {
    PurchaseHistory history =
        Objects.requireNonNull(AliveCustomers.history(customer, lastDay), "it has bought");
    int last = last(customer);
    return new CustomerRow(
        customer.brandId(),
        customer.customerId(),
        runId,
        customer.currency(),
        alive.missingReason(),
        Tables.METRIC_VERSION,
        customer.days().size(),
        customer.orderCount(),
        customer.spentMinor(),
        history.recency(),
        history.age(),
        recency.of(last),
        frequency.of(customer.days().size()),
        monetary == null || customer.spentMinor() == null
            ? null
            : Integer.valueOf(monetary.of(customer.spentMinor())),
        alive.model() == null ? null : Double.valueOf(alive.model().aliveProbability(history)),
        customer.days().get(0),
        last);
  }
}
