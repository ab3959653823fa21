package dev.earshot.pipelines.measure;

import dev.earshot.pipelines.benchmark.Workers;
import dev.earshot.pipelines.facts.CellContribution;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.PhraseHistory;
import dev.earshot.pipelines.listen.BareListen;
import dev.earshot.pipelines.measure.coverage.InputCoverage;
import dev.earshot.pipelines.measure.engagement.OwnPosts;
import dev.earshot.pipelines.measure.inbox.BrandInbox;
import dev.earshot.pipelines.measure.kit.InMemory;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.relationship.BrandRelationshipsMonthly;
import dev.earshot.pipelines.measure.reputation.BrandKeyPhrasesDaily;
import dev.earshot.pipelines.measure.windows.SlidingWindows;
import dev.earshot.pipelines.measure.windows.WindowState;
import dev.earshot.pipelines.measure.windows.WindowSweep;
import dev.earshot.pipelines.run.BrandBooks;
import dev.earshot.pipelines.run.RunSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All measures as plain calls: those of posts and messages have rows. */
public final class BareMeasures {
  private BareMeasures() {}

  /** Makes the rows of the measures from what was listened to. */
  public static void run(BareListen.Result listened, RunSettings settings) throws IOException {
    Long clock = settings.clock().asOfMicros();
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
        new InMemory(settings, clock == null ? listened.latestMicros() : clock)
            .with(OwnPosts.FACTS, listened.ownPosts())
            .with(BrandRelationshipsMonthly.RELATIONS, listened.relations())
            .with(BrandInbox.CONVERSATIONS, listened.inbox());
    windows.forEach(
        (cell, states) -> states.forEach(state -> facts.add(SlidingWindows.STATES, cell, state)));
    PhraseHistory.all(listened.phrases())
        .forEach((text, history) -> facts.add(BrandKeyPhrasesDaily.PHRASES, text, history));
    facts.with(InputCoverage.SOURCES, listened.sources());
    for (Measure<?> measure : Measures.ALL) {
      run(facts.tasks(measure), listened);
    }
  }

  private static <R extends Record> void run(
      List<Supplier<Stream<R>>> tasks, BareListen.Result listened) throws IOException {
    Workers.run(listened.rows(), tasks.size(), (rows, i) -> tasks.get(i).get().forEach(rows::add));
  }
}
