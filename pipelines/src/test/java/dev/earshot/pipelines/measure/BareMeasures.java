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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    Workers.run(
        listened.rows(), ownPosts.size(), (rows, i) -> measures.engagement(ownPosts.get(i), rows));
    List<List<InboxFact>> inbox =
        groups(
            listened.inbox(), fact -> fact.brandId() + '\n' + fact.day() + '\n' + fact.isDirect());
    Workers.run(listened.rows(), inbox.size(), (rows, i) -> measures.inbox(inbox.get(i), rows));
  }

  private static <T> List<List<T>> groups(List<T> facts, Function<T, String> key) {
    return List.copyOf(facts.stream().collect(Collectors.groupingBy(key)).values());
  }

  private static <T> Map<String, List<T>> byNetwork(List<T> facts, Function<T, String> network) {
    Map<String, List<T>> byNetwork = new TreeMap<>();
    for (T fact : facts) {
      byNetwork.computeIfAbsent(network.apply(fact), n -> new ArrayList<>()).add(fact);
      byNetwork.computeIfAbsent(CellKey.ALL, n -> new ArrayList<>()).add(fact);
    }
    return byNetwork;
  }

  private void sweep(
      CellKey key,
      List<WindowDelta> deltas,
      Map<String, Map<Integer, TrailingRate>> trailing,
      RowFiles rows) {
    int lastDay = Clock.lastDay(asOf, BrandBooks.brand(settings, key.brandId()).zone());
    if (key.topic() == null) {
      Map<Integer, TrailingRate> rates = trailing.getOrDefault(key.brandId(), Map.of());
      new ReputationCell(settings, key, rates::get).forEachRow(deltas, lastDay, rows::add);
    } else {
      new TopicCell(settings, key).forEachRow(deltas, lastDay, rows::add);
    }
  }

  private void engagement(List<OwnPostFact> facts, RowFiles rows) {
    byNetwork(facts, OwnPostFact::network)
        .forEach(
            (network, posts) -> {
              posts.sort(
                  Comparator.comparing(OwnPostFact::network).thenComparing(OwnPostFact::postId));
              rows.add(new EngagementCell(network, posts, asOf).row(settings.runId()));
            });
  }

  private void inbox(List<InboxFact> facts, RowFiles rows) {
    Map<String, InboxCell> cells = new TreeMap<>();
    Map<String, Long> people = new TreeMap<>();
    byNetwork(facts, InboxFact::network)
        .forEach(
            (network, some) -> {
              InboxCell cell = InboxCell.of(settings, network, some, asOf);
              cells.put(network, cell);
              people.put(network, cell.personCount());
            });
    Set<String> hidden = facts.get(0).isDirect() ? Suppression.hidden(people) : Set.of();
    cells.forEach(
        (network, cell) -> rows.add(cell.row(settings.runId(), hidden.contains(network))));
  }
}
