package dev.earshot.pipelines.measure;

import dev.earshot.pipelines.benchmark.Workers;
import dev.earshot.pipelines.facts.BrandDay;
import dev.earshot.pipelines.facts.CellContribution;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.listen.BareListen;
import dev.earshot.pipelines.measure.engagement.OwnPosts;
import dev.earshot.pipelines.measure.engagement.WeeklyEngagement;
import dev.earshot.pipelines.measure.inbox.BrandInbox;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.measure.kit.InMemory;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.WeeklyFigure;
import dev.earshot.pipelines.measure.reputation.BrandKeyPhrasesDaily;
import dev.earshot.pipelines.measure.reputation.WeeklyReputation;
import dev.earshot.pipelines.measure.scorecard.BrandScorecardsWeekly;
import dev.earshot.pipelines.measure.scorecard.Scorecard;
import dev.earshot.pipelines.measure.windows.SlidingWindows;
import dev.earshot.pipelines.measure.windows.TrailingRate;
import dev.earshot.pipelines.measure.windows.TrailingRates;
import dev.earshot.pipelines.measure.windows.WindowState;
import dev.earshot.pipelines.measure.windows.WindowSweep;
import dev.earshot.pipelines.run.BrandBooks;
import dev.earshot.pipelines.run.RunSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The four measures as plain calls. */
public final class BareMeasures {
  private final RunSettings settings;
  private final long asOf;

  private BareMeasures(RunSettings settings, long asOf) {
    this.settings = settings;
    this.asOf = asOf;
  }

  /** Makes the rows of the measures from what was listened to. */
  public static void run(BareListen.Result listened, RunSettings settings) throws IOException {
    Long clock = settings.asOfMicros();
    BareMeasures measures =
        new BareMeasures(settings, clock == null ? listened.latestMicros() : clock);
    List<Map.Entry<MentionCell, List<CellContribution>>> cells =
        List.copyOf(listened.windows().entrySet());
    Map<MentionCell, List<WindowState>> windows = new ConcurrentHashMap<>();
    Workers.run(
        listened.rows(),
        cells.size(),
        (rows, i) -> {
          List<WindowState> states = new ArrayList<>();
          new WindowSweep(BrandBooks.dimensions(settings).ids().size(), states::add)
              .sweep(cells.get(i).getKey(), cells.get(i).getValue());
          windows.put(cells.get(i).getKey(), states);
        });
    InMemory facts =
        new InMemory(settings, measures.asOf).with(OwnPosts.FACTS, listened.ownPosts());
    windows.forEach(
        (cell, states) -> states.forEach(state -> facts.add(SlidingWindows.STATES, cell, state)));
    listened.phrases().forEach((key, count) -> facts.add(BrandKeyPhrasesDaily.PHRASES, key, count));
    facts.with(BrandInbox.CONVERSATIONS, listened.inbox());
    for (Measure<?> measure : Measures.ALL) {
      run(facts.tasks(measure), listened);
    }
    measures.scorecards(listened, windows, facts.sideTable(TrailingRates.BY_DAY));
  }

  private static <R extends Record> void run(
      List<Supplier<Stream<R>>> tasks, BareListen.Result listened) throws IOException {
    Workers.run(listened.rows(), tasks.size(), (rows, i) -> tasks.get(i).get().forEach(rows::add));
  }

  private void scorecards(
      BareListen.Result listened,
      Map<MentionCell, List<WindowState>> windows,
      Map<BrandDay, TrailingRate> trailing) {
    Map<String, List<WeeklyFigure>> figures = new HashMap<>();
    Consumer<WeeklyFigure> add =
        figure -> figures.computeIfAbsent(figure.brandId(), b -> new ArrayList<>()).add(figure);
    windows.forEach(
        (key, states) -> {
          if (key.isTotal()) {
            String brand = key.brandId();
            for (WindowState state : states) {
              WeeklyReputation.forEach(
                  settings,
                  brand,
                  state,
                  day -> trailing.get(new BrandDay(brand, day)),
                  lastDay(brand),
                  add);
            }
          }
        });
    listened.ownPosts().stream()
        .collect(Collectors.groupingBy(WeeklyEngagement::week))
        .forEach(
            (week, posts) -> {
              WeeklyFigure figure = WeeklyEngagement.of(week, posts, lastDay(week.brandId()), asOf);
              if (figure != null) {
                add.accept(figure);
              }
            });
    listened
        .spans()
        .forEach((brand, known) -> BrandScorecardsWeekly.bounds(settings, brand, known, add));
    figures.forEach(
        (brand, all) ->
            Scorecard.rows(settings.runId(), brand, all, lastDay(brand))
                .forEach(listened.rows().get(0)::add));
  }

  private int lastDay(String brandId) {
    return Clock.lastDay(asOf, BrandBooks.brand(settings, brandId).zone());
  }
}
