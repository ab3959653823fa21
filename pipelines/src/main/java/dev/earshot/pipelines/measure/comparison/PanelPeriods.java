package dev.earshot.pipelines.measure.comparison;

import dev.earshot.pipelines.facts.RelationFact;
import dev.earshot.pipelines.facts.RelationFact.Person;
import dev.earshot.pipelines.facts.RelationFact.Said;
import dev.earshot.pipelines.facts.RelationFact.Talk;
import dev.earshot.pipelines.facts.SourceKind;
import dev.earshot.pipelines.measure.coverage.InputCoverage;
import dev.earshot.pipelines.measure.kit.Facts.NoKey;
import dev.earshot.pipelines.measure.kit.Groups;
import dev.earshot.pipelines.measure.kit.InputContext;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.measure.kit.Week;
import dev.earshot.pipelines.measure.relationship.BrandRelationshipsMonthly;
import dev.earshot.pipelines.run.Context;
import dev.earshot.pipelines.run.Panel;
import dev.earshot.pipelines.run.Reach;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The weeks and months of panels, of which comparisons and rankings are made. */
final class PanelPeriods {
  static final String WEEK = "week";
  static final String MONTH = "month";

  private static final int LONGEST_MONTH_DAYS = 31;
  private static final long DAY_MICROS = 86_400_000_000L;

  /** Days after a period that say whether it is over and observed. */
  private static final int WAITED_DAYS = 2;

  /** The days of a month, and the answers of the day after. */
  static final Context CONTEXT =
      InputContext.MENTION
          .or(InputContext.PUBLIC_CONVERSATION)
          .over(new Reach(LONGEST_MONTH_DAYS - 1, 1));

  /** Acts of a period that are held in memory, of some 200 bytes each; others on disk. */
  private static final int ACTS_IN_MEMORY = 60_000;

  /** Sorted by person. */
  static final Groups<PanelKey, PanelAct> GROUPS =
      Groups.<NoKey, RelationFact, PanelKey, PanelAct>of(
              "PanelPeriods",
              BrandRelationshipsMonthly.RELATIONS,
              PanelKey.class,
              PanelAct.class,
              PanelPeriods::acts)
          .lookingUp(InputCoverage.BY_SOURCE)
          .sorted((one, other) -> PanelAct.BY_PERSON.compare(one, other), ACTS_IN_MEMORY);

  private PanelPeriods() {}

  private static void acts(
      NoKey none, RelationFact fact, RunContext run, BiConsumer<PanelKey, PanelAct> out) {
    Panel panel = run.panel(fact.brandId());
    PanelAct act = panel == null ? null : act(fact, panel.brandIds(), run.asOfMicros());
    if (panel == null || act == null) {
      return;
    }
    int sunday = Week.sunday(fact.day());
    YearMonth month = YearMonth.from(LocalDate.ofEpochDay(fact.day()));
    output(panel, WEEK, sunday - Week.DAYS + 1, sunday, act, run, out);
    int firstOfMonth = (int) month.atDay(1).toEpochDay();
    output(panel, MONTH, firstOfMonth, (int) month.atEndOfMonth().toEpochDay(), act, run, out);
  }

  private static void output(
      Panel panel,
      String kind,
      int firstDay,
      int lastDay,
      PanelAct act,
      RunContext run,
      BiConsumer<PanelKey, PanelAct> out) {
    if (run.publishes(lastDay)) {
      out.accept(key(panel, kind, firstDay, lastDay, run), act);
    }
  }

  private static PanelKey key(Panel panel, String kind, int firstDay, int lastDay, RunContext run) {
    List<Integer> covered =
        panel.brandIds().stream()
            .map(brand -> InputCoverage.of(run, brand, SourceKind.MENTIONS))
            .map(days -> days.count(firstDay, lastDay))
            .toList();
    int over =
        panel.brandIds().stream().mapToInt(brand -> run.lastDay(brand) - lastDay).min().orElse(0);
    int daysOver = Math.max(0, Math.min(WAITED_DAYS, over));
    return new PanelKey(
        panel.version(), panel.brandIds(), kind, firstDay, lastDay, covered, daysOver);
  }

  private static @Nullable PanelAct act(RelationFact fact, List<String> brands, long asOf) {
    Person person = fact.person();
    Said said = fact.said();
    Talk talk = fact.talk();
    int brand = brands.indexOf(fact.brandId());
    if (person != null && said != null && said.mentions() > 0) {
      return new PanelAct(
          brand,
          person.network(),
          person.personId(),
          fact.language(),
          said.mentions(),
          said.positive(),
          said.neutral(),
          said.negative(),
          0,
          0);
    }
    if (person != null && talk != null && isObserved(talk, asOf)) {
      long answered = isAnsweredWithinADay(talk) ? 1 : 0;
      return new PanelAct(
          brand, person.network(), person.personId(), null, 0, 0, 0, 0, 1, answered);
    }
    return null;
  }

  private static boolean isObserved(Talk talk, long asOf) {
    Long asked = talk.askedAtMicros();
    return talk.isAsking() && asked != null && asked + DAY_MICROS <= asOf;
  }

  private static boolean isAnsweredWithinADay(Talk talk) {
    Long asked = talk.askedAtMicros();
    Long answered = talk.answeredAtMicros();
    return asked != null && answered != null && answered - asked <= DAY_MICROS;
  }
}
