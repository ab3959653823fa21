package dev.earshot.pipelines.measure.relationship;

import dev.earshot.pipelines.facts.RelationFact;
import dev.earshot.pipelines.facts.SourceKind;
import dev.earshot.pipelines.measure.coverage.CoveredDays;
import dev.earshot.pipelines.measure.coverage.InputCoverage;
import dev.earshot.pipelines.measure.kit.Facts.NoKey;
import dev.earshot.pipelines.measure.kit.Groups;
import dev.earshot.pipelines.measure.kit.InputContext;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.run.Reach;
import dev.earshot.pipelines.tables.BrandSwitchingMonthlyRow;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** {@code brand_switching_monthly}: who leaves a brand for which other, and who comes from it. */
public final class BrandSwitchingMonthly {
  private static final int LONGEST_MONTH_DAYS = 31;

  /** A month, of all brands: their pairs are tested together. */
  record SwitchMonth(int firstDay) {
    Month month() {
      return Month.of(firstDay);
    }
  }

  private static final Groups<SwitchMonth, RelationFact> MONTHS =
      Groups.<NoKey, RelationFact, SwitchMonth, RelationFact>of(
          "SwitchesByMonth",
          BrandRelationshipsMonthly.RELATIONS,
          SwitchMonth.class,
          RelationFact.class,
          BrandSwitchingMonthly::months);

  public static final Measure<BrandSwitchingMonthlyRow> MEASURE =
      Measure.of(BrandSwitchingMonthlyRow.class)
          .reaching(InputContext.MENTION.over(Reach.ofWindow(LONGEST_MONTH_DAYS)))
          .lookingUp(InputCoverage.BY_SOURCE)
          .from(MONTHS)
          .rows(BrandSwitchingMonthly::rows);

  private BrandSwitchingMonthly() {}

  private static void months(
      NoKey none, RelationFact fact, RunContext run, BiConsumer<SwitchMonth, RelationFact> out) {
    Month month = Month.of(fact.day());
    if (fact.switchedTo() != null && run.publishes(month.lastDay())) {
      out.accept(new SwitchMonth(month.firstDay()), fact);
    }
  }

  private static Stream<BrandSwitchingMonthlyRow> rows(
      SwitchMonth key, Iterable<RelationFact> switches, RunContext run) {
    SwitchFlows flows = new SwitchFlows();
    switches.forEach(flows::add);
    Month month = key.month();
    return flows.pairs().stream().map(flow -> flow.row(month, covered(flow, month, run), run));
  }

  /** Days on which the input covers both brands. */
  private static int covered(SwitchFlows.Flow flow, Month month, RunContext run) {
    CoveredDays one = InputCoverage.of(run, flow.brandId(), SourceKind.MENTIONS);
    CoveredDays other = InputCoverage.of(run, flow.otherBrandId(), SourceKind.MENTIONS);
    return Math.min(
        one.count(month.firstDay(), month.lastDay()),
        other.count(month.firstDay(), month.lastDay()));
  }
}
