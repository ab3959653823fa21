package dev.earshot.pipelines.measure;

import dev.earshot.pipelines.benchmark.RowFiles;
import dev.earshot.pipelines.benchmark.Workers;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.OwnPostFact;
import dev.earshot.pipelines.facts.WindowDelta;
import dev.earshot.pipelines.listen.BareListen;
import dev.earshot.pipelines.measure.engagement.EngagementCell;
import dev.earshot.pipelines.measure.engagement.SizeAdjustment;
import dev.earshot.pipelines.measure.engagement.WeeklyEngagement;
import dev.earshot.pipelines.measure.inbox.ConversationOutcome;
import dev.earshot.pipelines.measure.inbox.InboxCell;
import dev.earshot.pipelines.measure.inbox.InboxKey;
import dev.earshot.pipelines.measure.kit.Clock;
import dev.earshot.pipelines.measure.kit.WeeklyFigure;
import dev.earshot.pipelines.measure.reputation.ReputationCell;
import dev.earshot.pipelines.measure.reputation.TopicCell;
import dev.earshot.pipelines.measure.reputation.WeeklyReputation;
import dev.earshot.pipelines.measure.scorecard.Scorecard;
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
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    List<Map.Entry<MentionCell, List<WindowDelta>>> cells =
        List.copyOf(listened.windows().entrySet());
    Map<MentionCell, List<WindowState>> windows = new ConcurrentHashMap<>();
    Workers.run(
        listened.rows(),
        cells.size(),
        (rows, i) -> {
          List<WindowState> states = new ArrayList<>();
          new WindowSweep(BrandBooks.dimensions(settings).ids().size(), states::add)
              .sweep(cells.get(i).getValue());
          windows.put(cells.get(i).getKey(), states);
        });
    Map<String, TrailingRate> trailing = trailing(windows);
    List<MentionCell> keys = List.copyOf(windows.keySet());
    Workers.run(
        listened.rows(),
        keys.size(),
        (rows, i) -> measures.measure(keys.get(i), windows.get(keys.get(i)), trailing, rows));
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
    measures.scorecards(listened, windows, trailing);
    Map<InboxKey, List<ConversationOutcome>> inbox =
        listened.inbox().stream()
            .collect(
                Collectors.groupingBy(
                    InboxKey::of,
                    Collectors.mapping(
                        fact ->
                            ConversationOutcome.of(
                                BrandBooks.brand(settings, fact.brandId()), fact, measures.asOf),
                        Collectors.toList())));
    List<InboxKey> days = List.copyOf(inbox.keySet());
    Workers.run(
        listened.rows(),
        days.size(),
        (rows, i) ->
            InboxCell.rows(settings.runId(), days.get(i), inbox.get(days.get(i)))
                .forEach(rows::add));
  }

  private static <T> List<List<T>> groups(List<T> facts, Function<T, String> key) {
    return List.copyOf(facts.stream().collect(Collectors.groupingBy(key)).values());
  }

  private static Map<String, TrailingRate> trailing(Map<MentionCell, List<WindowState>> windows) {
    Map<String, TrailingRate> trailing = new HashMap<>();
    windows.forEach(
        (key, states) -> {
          if (key.isTotal()) {
            for (WindowState state : states) {
              TrailingRates.forEach(
                  state, rate -> trailing.put(TrailingRates.key(key.brandId(), rate.day()), rate));
            }
          }
        });
    return trailing;
  }

  private static IntFunction<@Nullable TrailingRate> of(
      String brandId, Map<String, TrailingRate> trailing) {
    return day -> trailing.get(TrailingRates.key(brandId, day));
  }

  private void measure(
      MentionCell key,
      List<WindowState> states,
      Map<String, TrailingRate> trailing,
      RowFiles rows) {
    int lastDay = lastDay(key.brandId());
    if (key.topic() == null) {
      ReputationCell cell = new ReputationCell(settings, key, of(key.brandId(), trailing));
      states.forEach(state -> cell.forEachRow(state, lastDay, rows::add));
    } else {
      TopicCell cell = new TopicCell(settings, key);
      states.forEach(state -> cell.forEachRow(state, lastDay, rows::add));
    }
  }

  private void scorecards(
      BareListen.Result listened,
      Map<MentionCell, List<WindowState>> windows,
      Map<String, TrailingRate> trailing) {
    Map<String, List<WeeklyFigure>> figures = new HashMap<>();
    Consumer<WeeklyFigure> add =
        figure -> figures.computeIfAbsent(figure.brandId(), b -> new ArrayList<>()).add(figure);
    windows.forEach(
        (key, states) -> {
          if (key.isTotal()) {
            String brand = key.brandId();
            for (WindowState state : states) {
              WeeklyReputation.forEach(
                  settings, brand, state, of(brand, trailing), lastDay(brand), add);
            }
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
