package dev.earshot.pipelines.measure.alerts;

import dev.earshot.models.statistics.basics.BenjaminiHochberg;
import dev.earshot.models.statistics.surveillance.RevoltWatch;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.SourceKind;
import dev.earshot.pipelines.measure.coverage.CoveredDays;
import dev.earshot.pipelines.measure.coverage.InputCoverage;
import dev.earshot.pipelines.measure.kit.Facts;
import dev.earshot.pipelines.measure.kit.Facts.NoKey;
import dev.earshot.pipelines.measure.kit.Groups;
import dev.earshot.pipelines.measure.kit.InputContext;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.measure.windows.AuthorGroup;
import dev.earshot.pipelines.measure.windows.SlidingWindows;
import dev.earshot.pipelines.measure.windows.WindowState;
import dev.earshot.pipelines.run.Context;
import dev.earshot.pipelines.run.Reach;
import dev.earshot.pipelines.tables.BrandAlertRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code brand_alerts}: days in a row on which more people complain of a brand than is usual. */
public final class BrandAlerts {
  /** Where the alert of a day begins and ends, and what each of its days is judged by. */
  private static final Context CONTEXT =
      InputContext.MENTION.over(AlertDays.REACH.plus(Reach.back(RevoltWatch.DAYS_BEFORE)));

  private static final Groups<WatchKey, ComplaintDay> COMPLAINTS =
      Groups.of(
              "ComplaintDays",
              SlidingWindows.STATES,
              WatchKey.class,
              ComplaintDay.class,
              BrandAlerts::complaints)
          .lookingUp(InputCoverage.BY_SOURCE);

  private static final Facts<NoKey, WatchedDay> WATCHED =
      Facts.made(
          "WatchedDays",
          WatchedDay.class,
          List.of(
              Measure.ofFacts("WatchedDays", WatchedDay.class)
                  .reaching(CONTEXT)
                  .from(COMPLAINTS)
                  .rows((key, days, run) -> AlertDays.of(key, days, run).stream())));

  public static final Measure<BrandAlertRow> MEASURE =
      Measure.of(BrandAlertRow.class)
          .reaching(CONTEXT)
          .from(Groups.of("WatchedBrands", WATCHED, Day.class, watched -> new Day(watched.day())))
          .rows((day, brands, run) -> alerts(brands));

  private BrandAlerts() {}

  /** A brand and the days that the input covers, which travel in the key (decision 0071). */
  record WatchKey(String brandId, CoveredDays covered) {}

  /** A day of all brands. */
  record Day(int day) {}

  /**
   * A day on which a brand was watched.
   *
   * @param pValue the chance of its score where nothing happens
   * @param alert what opened on it, or null
   */
  record WatchedDay(int day, double pValue, @Nullable BrandAlertRow alert) {}

  private static void complaints(
      MentionCell cell, WindowState state, RunContext run, BiConsumer<WatchKey, ComplaintDay> out) {
    boolean isOfAll =
        cell.network().equals(MentionCell.ALL) && cell.language().equals(MentionCell.ALL);
    if (!isOfAll || state.window() != 1) {
      return;
    }
    AuthorGroup group = new AuthorGroup(state.all());
    long negative = group.negativeAuthorCount();
    if (cell.topic() != null && negative == 0) {
      return;
    }
    WatchKey key =
        new WatchKey(cell.brandId(), InputCoverage.of(run, cell.brandId(), SourceKind.MENTIONS));
    IntStream.rangeClosed(state.firstDay(), state.lastDay())
        .forEach(
            day ->
                out.accept(
                    key,
                    new ComplaintDay(cell.topic(), day, negative, group.authorCount() - negative)));
  }

  private static Stream<BrandAlertRow> alerts(Iterable<WatchedDay> brands) {
    List<WatchedDay> all = new ArrayList<>();
    brands.forEach(all::add);
    double[] qValues =
        BenjaminiHochberg.qValues(all.stream().mapToDouble(WatchedDay::pValue).toArray());
    return IntStream.range(0, all.size())
        .filter(i -> all.get(i).alert() != null)
        .mapToObj(i -> Objects.requireNonNull(all.get(i).alert()).withQValue(qValues[i]));
  }
}
