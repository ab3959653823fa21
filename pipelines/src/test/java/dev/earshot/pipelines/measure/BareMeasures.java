package dev.earshot.pipelines.measure;

import dev.earshot.pipelines.benchmark.RowFiles;
import dev.earshot.pipelines.benchmark.Workers;
import dev.earshot.pipelines.listen.BareListen;
import dev.earshot.pipelines.listen.BrandBooks;
import dev.earshot.pipelines.listen.CellKey;
import dev.earshot.pipelines.listen.InboxFact;
import dev.earshot.pipelines.listen.ListenSettings;
import dev.earshot.pipelines.listen.OwnPostFact;
import dev.earshot.pipelines.listen.WindowDelta;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The four measures as plain calls. */
public final class BareMeasures {
  private final ListenSettings settings;
  private final long asOf;

  private BareMeasures(ListenSettings settings, long asOf) {
    this.settings = settings;
    this.asOf = asOf;
  }

  /** Makes the rows of the measures from what was listened to. */
  public static void run(BareListen.Result listened, ListenSettings settings) throws IOException {
    Long clock = settings.asOfMicros();
    BareMeasures measures =
        new BareMeasures(settings, clock == null ? listened.latestMicros() : clock);
    List<Map.Entry<CellKey, List<WindowDelta>>> cells = List.copyOf(listened.windows().entrySet());
    Map<String, Map<Integer, TrailingRate>> trailing = new HashMap<>();
    listened
        .windows()
        .forEach(
            (key, deltas) -> {
              if (key.isTotal()) {
                trailing.put(
                    key.brandId(),
                    TrailingRates.of(deltas).stream()
                        .collect(Collectors.toMap(TrailingRate::day, Function.identity())));
              }
            });
    Workers.run(
        listened.rows(),
        cells.size(),
        (rows, i) ->
            measures.sweep(cells.get(i).getKey(), cells.get(i).getValue(), trailing, rows));
    List<List<OwnPostFact>> ownPosts =
        groups(listened.ownPosts(), post -> post.brandId() + '\n' + post.day());
    List<SizeAdjustment.DayCell> panel =
        listened.ownPosts().stream()
            .map(post -> SizeAdjustment.cell(post, measures.asOf))
            .filter(Objects::nonNull)
            .toList();
    Workers.run(
        listened.rows(),
        ownPosts.size(),
        (rows, i) ->
            EngagementCell.rows(
                    settings.runId(), ownPosts.get(i), new SizeAdjustment(panel), measures.asOf)
                .forEach(rows::add));
    measures.scorecards(listened);
    List<List<InboxFact>> inbox =
        groups(
            listened.inbox(), fact -> fact.brandId() + '\n' + fact.day() + '\n' + fact.isDirect());
    Workers.run(
        listened.rows(),
        inbox.size(),
        (rows, i) -> InboxCell.rows(settings, inbox.get(i), measures.asOf).forEach(rows::add));
  }

  private static <T> List<List<T>> groups(List<T> facts, Function<T, String> key) {
    return List.copyOf(facts.stream().collect(Collectors.groupingBy(key)).values());
  }

  private void sweep(
      CellKey key,
      List<WindowDelta> deltas,
      Map<String, Map<Integer, TrailingRate>> trailing,
      RowFiles rows) {
    int lastDay = lastDay(key.brandId());
    if (key.topic() == null) {
      Map<Integer, TrailingRate> rates = trailing.getOrDefault(key.brandId(), Map.of());
      new ReputationCell(settings, key, rates::get).forEachRow(deltas, lastDay, rows::add);
    } else {
      new TopicCell(settings, key).forEachRow(deltas, lastDay, rows::add);
    }
  }

  private void scorecards(BareListen.Result listened) {
    Map<String, List<WeeklyFigure>> figures = new HashMap<>();
    Consumer<WeeklyFigure> add =
        figure -> figures.computeIfAbsent(figure.brandId(), b -> new ArrayList<>()).add(figure);
    listened
        .windows()
        .forEach(
            (key, deltas) -> {
              if (key.isTotal()) {
                String brand = key.brandId();
                WeeklyReputation.forEach(settings, brand, deltas, lastDay(brand), add);
              }
            });
    for (List<OwnPostFact> posts : groups(listened.ownPosts(), WeeklyEngagement::key)) {
      WeeklyFigure figure = WeeklyEngagement.of(posts, lastDay(posts.get(0).brandId()), asOf);
      if (figure != null) {
        add.accept(figure);
      }
    }
    figures.forEach(
        (brand, all) ->
            Scorecard.rows(settings.runId(), brand, all).forEach(listened.rows().get(0)::add));
  }

  private int lastDay(String brandId) {
    return Clock.lastDay(asOf, BrandBooks.brand(settings, brandId).zone());
  }
}
