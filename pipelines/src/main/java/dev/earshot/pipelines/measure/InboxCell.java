package dev.earshot.pipelines.measure;

import dev.earshot.models.domain.Brand;
import dev.earshot.models.domain.Intent;
import dev.earshot.models.statistics.AuthorTallies;
import dev.earshot.models.statistics.AuthorTally;
import dev.earshot.models.statistics.ClusteredRate;
import dev.earshot.models.statistics.Durations;
import dev.earshot.models.statistics.Estimate;
import dev.earshot.models.statistics.Interval;
import dev.earshot.models.statistics.KaplanMeier;
import dev.earshot.models.statistics.WilsonInterval;
import dev.earshot.pipelines.listen.BrandBooks;
import dev.earshot.pipelines.listen.BusinessClock;
import dev.earshot.pipelines.listen.InboxFact;
import dev.earshot.pipelines.listen.ListenSettings;
import dev.earshot.pipelines.tables.BrandInboxDailyRow;
import dev.earshot.pipelines.tables.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The conversations of one brand, day, channel and network. */
final class InboxCell {
  private static final long LISTEN_MICROS = 72L * 3600 * 1_000_000;
  private static final int RELIABLE_CONVERSATIONS = 30;

  private final String network;
  private final List<InboxFact> facts;
  private final InboxFact first;
  private final long personCount;
  private final long asOf;
  private final Brand brand;

  private InboxCell(
      String network, List<InboxFact> facts, long personCount, long asOf, Brand brand) {
    this.network = network;
    this.facts = facts;
    this.first = facts.get(0);
    this.personCount = personCount;
    this.asOf = asOf;
    this.brand = brand;
  }

  /** The rows of one brand, day and channel, by network and for all of them. */
  static List<BrandInboxDailyRow> rows(
      ListenSettings settings, Iterable<InboxFact> facts, long asOfMicros) {
    Map<String, InboxCell> cells = new TreeMap<>();
    Map<String, Long> people = new TreeMap<>();
    ByNetwork.of(facts, InboxFact::network)
        .forEach(
            (network, some) -> {
              InboxCell cell = of(settings, network, some, asOfMicros);
              cells.put(network, cell);
              people.put(network, cell.personCount);
            });
    boolean isDirect = cells.values().stream().anyMatch(cell -> cell.first.isDirect());
    Set<String> hidden = isDirect ? Suppression.hidden(people) : Set.of();
    List<BrandInboxDailyRow> rows = new ArrayList<>();
    cells.forEach(
        (network, cell) -> rows.add(cell.row(settings.runId(), hidden.contains(network))));
    return rows;
  }

  private static InboxCell of(
      ListenSettings settings, String network, List<InboxFact> facts, long asOfMicros) {
    long people =
        facts.stream().map(fact -> fact.network() + '\n' + fact.personId()).distinct().count();
    Brand brand = BrandBooks.brand(settings, facts.get(0).brandId());
    return new InboxCell(network, facts, people, asOfMicros, brand);
  }

  private BrandInboxDailyRow row(String runId, boolean isHidden) {
    return isHidden ? hiddenRow(runId) : fullRow(runId);
  }

  private String channel() {
    return first.isDirect() ? "direct_message" : "public";
  }

  private BrandInboxDailyRow fullRow(String runId) {
    long classified = count(fact -> !fact.intents().isEmpty());
    long compliments = count(has(Intent.COMPLIMENT));
    long technical = count(has(Intent.TECHNICAL_ISSUE));
    Interval compliment = WilsonInterval.of(compliments, classified);
    Interval technicalIssue = WilsonInterval.of(technical, classified);
    Estimate health = health();
    long answered = count(fact -> fact.firstResponseAtMicros() != null);
    KaplanMeier responses = KaplanMeier.of(durations());
    KaplanMeier.Quantile median = responses.quantile(0.5);
    long observed = count(this::isObserved);
    long listened = count(fact -> isObserved(fact) && isListened(fact));
    Interval listen = WilsonInterval.of(listened, observed);
    boolean isReliable = facts.size() >= RELIABLE_CONVERSATIONS;
    return new BrandInboxDailyRow(
        first.brandId(),
        runId,
        network,
        channel(),
        isReliable ? null : "too_few_conversations",
        Tables.METRIC_VERSION,
        (long) facts.size(),
        personCount,
        facts.stream().mapToLong(InboxFact::inboundCount).sum(),
        facts.stream().mapToLong(InboxFact::outboundCount).sum(),
        classified,
        compliments,
        count(InboxCell::isComplimentOnly),
        technical,
        count(has(Intent.COMPLAINT)),
        count(has(Intent.QUESTION)),
        count(has(Intent.ORDER)),
        count(has(Intent.SUGGESTION)),
        count(has(Intent.CHURN_INTENT)),
        count(has(Intent.PRIVACY_CONCERN)),
        count(has(Intent.PRICE)),
        Estimates.rate(compliments, classified),
        Estimates.lower(compliment),
        Estimates.upper(compliment),
        Estimates.rate(technical, classified),
        Estimates.lower(technicalIssue),
        Estimates.upper(technicalIssue),
        Estimates.value(health),
        Estimates.lower(health),
        Estimates.upper(health),
        answered,
        facts.size() - answered,
        real(median.value()),
        real(median.lower()),
        real(median.upper()),
        real(responses.quantile(0.9).value()),
        observed,
        listened,
        Estimates.rate(listened, observed),
        Estimates.lower(listen),
        Estimates.upper(listen),
        isReliable,
        first.day(),
        first.day());
  }

  private BrandInboxDailyRow hiddenRow(String runId) {
    return new BrandInboxDailyRow(
        first.brandId(),
        runId,
        network,
        channel(),
        "suppressed",
        Tables.METRIC_VERSION,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        first.day(),
        first.day());
  }

  private long count(Predicate<InboxFact> condition) {
    return facts.stream().filter(condition).count();
  }

  private static Predicate<InboxFact> has(Intent intent) {
    return fact -> fact.intents().contains(intent);
  }

  private static boolean isComplimentOnly(InboxFact fact) {
    return fact.intents().contains(Intent.COMPLIMENT)
        && !fact.intents().contains(Intent.COMPLAINT)
        && !fact.intents().contains(Intent.TECHNICAL_ISSUE);
  }

  /** Compliment-only against technical conversations, clustered by person. */
  private @Nullable Estimate health() {
    Map<String, AuthorTally> people = new HashMap<>();
    for (InboxFact fact : facts) {
      if (!fact.intents().isEmpty()) {
        boolean isTechnical = fact.intents().contains(Intent.TECHNICAL_ISSUE);
        boolean isPraise = isComplimentOnly(fact);
        AuthorTally one =
            new AuthorTally(isPraise ? 1 : 0, isPraise || isTechnical ? 0 : 1, isTechnical ? 1 : 0);
        people.merge(
            fact.network() + '\n' + fact.personId(),
            one,
            (a, b) ->
                new AuthorTally(
                    a.positive() + b.positive(),
                    a.neutral() + b.neutral(),
                    a.negative() + b.negative()));
      }
    }
    AuthorTallies tallies = new AuthorTallies();
    people.values().forEach(tally -> tallies.add(tally, 1));
    return ClusteredRate.net(tallies);
  }

  /**
   * Business seconds to the first response; a conversation without one is censored at the clock.
   */
  private Durations durations() {
    Durations durations = new Durations();
    for (InboxFact fact : facts) {
      Long response = fact.firstResponseAtMicros();
      long end = response == null ? Math.max(asOf, fact.firstInboundAtMicros()) : response;
      long seconds = BusinessClock.seconds(brand, fact.firstInboundAtMicros(), end);
      if (response == null) {
        durations.addCensored(seconds, 1);
      } else {
        durations.addEvents(seconds, 1);
      }
    }
    return durations;
  }

  private boolean isObserved(InboxFact fact) {
    boolean asks =
        fact.isDirect()
            || fact.intents().contains(Intent.QUESTION)
            || fact.intents().contains(Intent.COMPLAINT);
    return asks && fact.firstInboundAtMicros() + LISTEN_MICROS <= asOf;
  }

  private static boolean isListened(InboxFact fact) {
    Long response = fact.firstResponseAtMicros();
    return response != null && response - fact.firstInboundAtMicros() <= LISTEN_MICROS;
  }

  private static @Nullable Double real(@Nullable Long value) {
    return value == null ? null : Double.valueOf(value);
  }
}
