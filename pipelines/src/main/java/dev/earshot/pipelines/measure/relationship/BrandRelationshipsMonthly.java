package dev.earshot.pipelines.measure.relationship;

import dev.earshot.pipelines.facts.RelationFact;
import dev.earshot.pipelines.measure.coverage.InputCoverage;
import dev.earshot.pipelines.measure.kit.Facts;
import dev.earshot.pipelines.measure.kit.Facts.NoKey;
import dev.earshot.pipelines.measure.kit.Groups;
import dev.earshot.pipelines.measure.kit.InputContext;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.run.Context;
import dev.earshot.pipelines.run.Reach;
import dev.earshot.pipelines.tables.BrandRelationshipMonthlyRow;
import java.util.Comparator;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** {@code brand_relationships_monthly}: does a brand listen, does it give as much as it takes. */
public final class BrandRelationshipsMonthly {
  /** What brands and persons do in the open, of all days. */
  public static final Facts<NoKey, RelationFact> RELATIONS =
      Facts.of("Relations", RelationFact.class);

  private static final int LONGEST_MONTHS_DAYS = 62;

  /**
   * A month, the one before it for the change, and the weeks after in which an answer counts; of
   * what is said of a brand, the quarter that ends with the month.
   */
  private static final Context CONTEXT =
      InputContext.MENTION
          .or(InputContext.PUBLIC_CONVERSATION)
          .over(new Reach(LONGEST_MONTHS_DAYS - 1, PersonMetric.RECIPROCITY_DAYS))
          .or(InputContext.MENTION.over(Reach.ofWindow(Month.TRAILING_DAYS)));

  /** Facts of a month that are held in memory, of some 300 bytes each; others on disk. */
  private static final int FACTS_IN_MEMORY = 60_000;

  private static final Comparator<RelationFact.Person> PERSON =
      Comparator.comparing(RelationFact.Person::network)
          .thenComparing(RelationFact.Person::personId);

  private static final Comparator<RelationFact> BY_PERSON =
      Comparator.comparing(RelationFact::person, Comparator.nullsFirst(PERSON));

  private static final Groups<MonthKey, RelationFact> MONTHS =
      Groups.<NoKey, RelationFact, MonthKey, RelationFact>of(
              "RelationsByMonth",
              RELATIONS,
              MonthKey.class,
              RelationFact.class,
              BrandRelationshipsMonthly::months)
          .lookingUp(InputCoverage.BY_SOURCE)
          .sorted((one, other) -> BY_PERSON.compare(one, other), FACTS_IN_MEMORY);

  public static final Measure<BrandRelationshipMonthlyRow> MEASURE =
      Measure.of(BrandRelationshipMonthlyRow.class)
          .reaching(CONTEXT)
          .from(MONTHS)
          .rows((key, facts, run) -> RelationMonth.of(key, facts, run).rows());

  private BrandRelationshipsMonthly() {}

  /**
   * A fact counts in its month, beside the month after, and perhaps as an answer to what was said
   * in the one before; a recommendation in every month that its quarter reaches.
   */
  private static void months(
      NoKey none, RelationFact fact, RunContext run, BiConsumer<MonthKey, RelationFact> out) {
    if (fact.switchedTo() != null) {
      return;
    }
    Month own = Month.of(fact.day());
    int waiting = fact.said() == null ? PersonMetric.RECIPROCITY_DAYS : 0;
    boolean recommends = fact.said() != null && fact.said().recommendations() > 0;
    Stream.concat(
            Stream.of(own, own.after(), Month.of(fact.day() - waiting)),
            Stream.iterate(own, Month::after)
                .takeWhile(month -> recommends && month.trails(fact.day())))
        .distinct()
        .filter(month -> run.publishes(month.lastDay()))
        .filter(month -> month.firstDay() <= run.lastDay(fact.brandId()))
        .forEach(month -> out.accept(MonthKey.of(fact.brandId(), month, run), fact));
  }
}
