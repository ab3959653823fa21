package dev.earshot.pipelines.measure.relationship;

import dev.earshot.models.statistics.basics.BenjaminiHochberg;
import dev.earshot.models.statistics.proportions.ExactBinomial;
import dev.earshot.pipelines.facts.RelationFact;
import dev.earshot.pipelines.measure.coverage.Covered;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.tables.BrandSwitchingMonthlyRow;
import dev.earshot.pipelines.tables.BrandSwitchingMonthlyRow.Flowing;
import dev.earshot.pipelines.tables.BrandSwitchingMonthlyRow.Tested;
import dev.earshot.pipelines.tables.CellColumns;
import dev.earshot.pipelines.tables.Estimated;
import dev.earshot.pipelines.tables.MissingReason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The persons of a month who say to leave one brand for another, by pair of brands. Mutable. */
final class SwitchFlows {
  /** Persons who switch between two brands, either way, for their balance to be relied on. */
  static final long RELIABLE_FROM = 10;

  private final Map<String, Map<String, Set<RelationFact.Person>>> leavers = new TreeMap<>();

  /** Each person counts once for each way between two brands. */
  void add(RelationFact fact) {
    leavers
        .computeIfAbsent(fact.brandId(), brand -> new TreeMap<>())
        .computeIfAbsent(Objects.requireNonNull(fact.switchedTo()), brand -> new HashSet<>())
        .add(Objects.requireNonNull(fact.person()));
  }

  private long count(String from, String to) {
    Set<RelationFact.Person> persons = leavers.getOrDefault(from, Map.of()).get(to);
    return persons == null ? 0 : persons.size();
  }

  /**
   * A pair of brands from the side of one.
   *
   * @param arrivals persons who leave the other for the brand
   * @param departures persons who leave the brand for the other
   * @param pValue two-sided, of as many either way
   * @param qValue over all pairs of the month
   */
  record Flow(
      String brandId,
      String otherBrandId,
      long arrivals,
      long departures,
      double pValue,
      double qValue) {

    BrandSwitchingMonthlyRow row(Month month, int coveredDays, RunContext run) {
      long all = arrivals + departures;
      boolean isOver = month.lastDay() < run.lastDay(brandId);
      MissingReason reason =
          new Covered(coveredDays, month.dayCount()).reasonAfter(missingReason(all, isOver));
      return new BrandSwitchingMonthlyRow(
          CellColumns.of(brandId, run.runId()),
          otherBrandId,
          reason,
          new Flowing(arrivals, departures, arrivals - departures),
          Estimated.rate(arrivals, all, ExactBinomial.interval(arrivals, all)),
          new Tested(pValue, qValue),
          coveredDays,
          isOver,
          reason == null,
          month.firstDay(),
          month.lastDay(),
          month.lastDay());
    }

    private static @Nullable MissingReason missingReason(long all, boolean isOver) {
      if (!isOver) {
        return MissingReason.PERIOD_NOT_OVER;
      }
      return all < RELIABLE_FROM ? MissingReason.TOO_FEW_AUTHORS : null;
    }
  }

  /** Each pair of brands between which somebody switches, from both sides. */
  List<Flow> pairs() {
    List<Flow> pairs = new ArrayList<>();
    Set<String> brands = new HashSet<>(leavers.keySet());
    leavers.values().forEach(others -> brands.addAll(others.keySet()));
    List<String> ordered = brands.stream().sorted().toList();
    for (int i = 0; i < ordered.size(); i++) {
      for (int j = i + 1; j < ordered.size(); j++) {
        long arrivals = count(ordered.get(j), ordered.get(i));
        long departures = count(ordered.get(i), ordered.get(j));
        if (arrivals + departures > 0) {
          double p = ExactBinomial.evenChancePValue(arrivals, arrivals + departures);
          pairs.add(new Flow(ordered.get(i), ordered.get(j), arrivals, departures, p, p));
        }
      }
    }
    double[] q = BenjaminiHochberg.qValues(pairs.stream().mapToDouble(Flow::pValue).toArray());
    List<Flow> sides = new ArrayList<>();
    for (int i = 0; i < q.length; i++) {
      Flow one = pairs.get(i);
      sides.add(
          new Flow(one.brandId, one.otherBrandId, one.arrivals, one.departures, one.pValue, q[i]));
      sides.add(
          new Flow(one.otherBrandId, one.brandId, one.departures, one.arrivals, one.pValue, q[i]));
    }
    return sides;
  }
}
