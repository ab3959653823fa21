package dev.earshot.pipelines.measure;

import dev.earshot.models.statistics.AuthorTallies;
import dev.earshot.models.statistics.ClusteredRate;
import dev.earshot.models.statistics.Estimate;
import dev.earshot.pipelines.benchmark.RowFiles;
import dev.earshot.pipelines.benchmark.Workers;
import dev.earshot.pipelines.listen.BareListen;
import dev.earshot.pipelines.listen.BrandBooks;
import dev.earshot.pipelines.listen.CellKey;
import dev.earshot.pipelines.listen.InboxFact;
import dev.earshot.pipelines.listen.ListenSettings;
import dev.earshot.pipelines.listen.OwnPostFact;
import dev.earshot.pipelines.listen.WindowDelta;
import dev.earshot.pipelines.tables.BrandReputationDailyRow;
import dev.earshot.pipelines.tables.BrandTopicDailyRow;
import dev.earshot.pipelines.tables.Tables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
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
    Workers.run(
        listened.rows(),
        cells.size(),
        (rows, i) -> measures.sweep(cells.get(i).getKey(), cells.get(i).getValue(), rows));
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

  private void sweep(CellKey key, List<WindowDelta> deltas, RowFiles rows) {
    int lastDay = Clock.lastDay(asOf, BrandBooks.brand(settings, key.brandId()).zone());
    new WindowSweep(deltas)
        .forEach(
            lastDay,
            (window, day, cell) -> {
              if (settings.dates().holds(day)) {
                rows.add(
                    key.topic() == null
                        ? reputation(key, window, day, cell)
                        : topic(key, key.topic(), window, day, cell));
              }
            });
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

  private BrandReputationDailyRow reputation(
      CellKey key, int window, int day, WindowSweep.Cell cell) {
    AuthorTallies tallies = cell.tallies();
    long seed = Seeds.of("reputation", key.brandId(), key.network(), key.language(), window, day);
    Estimate net = ClusteredRate.net(tallies, seed);
    Estimate opinion = ClusteredRate.opinionPositive(tallies, seed);
    boolean isReliable = ClusteredRate.isNetReliable(tallies);
    return new BrandReputationDailyRow(
        key.brandId(),
        settings.runId(),
        key.network(),
        key.language(),
        BrandReputationDaily.missingReason(cell, isReliable),
        Tables.METRIC_VERSION,
        window,
        cell.mentionCount(),
        cell.repostCount(),
        cell.authorCount(),
        tallies.positiveCount(),
        tallies.neutralCount(),
        tallies.negativeCount(),
        cell.unclassifiedCount(),
        Estimates.value(net),
        Estimates.lower(net),
        Estimates.upper(net),
        Estimates.value(opinion),
        Estimates.lower(opinion),
        Estimates.upper(opinion),
        net == null ? null : 50 + 50 * net.value(),
        isReliable,
        day,
        day);
  }

  private BrandTopicDailyRow topic(
      CellKey key, String topic, int window, int day, WindowSweep.Cell cell) {
    AuthorTallies tallies = cell.tallies();
    Estimate net =
        ClusteredRate.net(tallies, Seeds.of("topics", key.brandId(), topic, window, day));
    boolean isReliable = ClusteredRate.isNetReliable(tallies);
    return new BrandTopicDailyRow(
        key.brandId(),
        topic,
        settings.runId(),
        "taxonomy",
        BrandReputationDaily.missingReason(cell, isReliable),
        Tables.METRIC_VERSION,
        window,
        cell.mentionCount(),
        cell.authorCount(),
        tallies.positiveCount(),
        tallies.neutralCount(),
        tallies.negativeCount(),
        cell.unclassifiedCount(),
        Estimates.value(net),
        Estimates.lower(net),
        Estimates.upper(net),
        isReliable,
        day,
        day);
  }
}
