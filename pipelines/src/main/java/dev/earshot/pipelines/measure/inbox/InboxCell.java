package dev.earshot.pipelines.measure.inbox;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.statistics.basics.Estimate;
import dev.earshot.models.statistics.basics.Interval;
import dev.earshot.models.statistics.proportions.WilsonInterval;
import dev.earshot.models.statistics.survival.KaplanMeier;
import dev.earshot.pipelines.beam.Peeking;
import dev.earshot.pipelines.beam.SortedRows;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.measure.kit.Estimates;
import dev.earshot.pipelines.tables.BrandInboxDailyRow;
import dev.earshot.pipelines.tables.Tables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The conversations of one brand, day, channel and network. */
public final class InboxCell {
  private static final int RELIABLE_CONVERSATIONS = 30;

  /** Conversations of a brand's day that are held in memory; others on disk. */
  private static final int CONVERSATIONS_IN_MEMORY = 60_000;

  private final String runId;
  private final InboxKey key;
  private final String network;
  private final InboxSums sums;

  private InboxCell(String runId, InboxKey key, String network, InboxSums sums) {
    this.runId = runId;
    this.key = key;
    this.network = network;
    this.sums = sums;
  }

  /**
   * The rows of one brand, day and channel, by network and for all of them.
   *
   * @param conversations in any order; read once
   * @throws IOException where the disk is full
   */
  public static List<BrandInboxDailyRow> rows(
      String runId, InboxKey key, Iterable<ConversationOutcome> conversations) throws IOException {
    Map<String, InboxSums> networks = byNetwork(conversations);
    Map<String, Long> people = new TreeMap<>();
    networks.forEach((network, sums) -> people.put(network, sums.people));
    Set<String> hidden = key.isDirect() ? Suppression.hidden(people) : Set.of();
    List<BrandInboxDailyRow> rows = new ArrayList<>();
    networks.forEach(
        (network, sums) -> {
          InboxCell cell = new InboxCell(runId, key, network, sums);
          rows.add(hidden.contains(network) ? cell.hiddenRow() : cell.fullRow());
        });
    return rows;
  }

  private static Map<String, InboxSums> byNetwork(Iterable<ConversationOutcome> conversations)
      throws IOException {
    Map<String, InboxSums> networks = new TreeMap<>();
    InboxSums all = new InboxSums();
    networks.put(MentionCell.ALL, all);
    try (SortedRows<ConversationOutcome> sorted =
        new SortedRows<>(
            ConversationOutcome.class, ConversationOutcome.ORDER, CONVERSATIONS_IN_MEMORY)) {
      sorted.addAll(conversations);
      Peeking<ConversationOutcome> ordered = sorted.iterator();
      while (ordered.hasNext()) {
        InboxSums own =
            networks.computeIfAbsent(ordered.peek().network(), network -> new InboxSums());
        addPerson(ordered, own, all);
      }
    }
    return networks;
  }

  /** Adds the conversations of one person, whose compliments are clustered by them. */
  private static void addPerson(
      Peeking<ConversationOutcome> ordered, InboxSums own, InboxSums all) {
    ConversationOutcome first = ordered.peek();
    int complimentOnly = 0;
    int other = 0;
    int technical = 0;
    while (ordered.nextIs(first::isOf)) {
      ConversationOutcome conversation = ordered.next();
      own.add(conversation);
      all.add(conversation);
      if (conversation.isComplimentOnly()) {
        complimentOnly++;
      } else if (conversation.isTechnical()) {
        technical++;
      } else if (conversation.isClassified()) {
        other++;
      }
    }
    own.addPerson(complimentOnly, other, technical);
    all.addPerson(complimentOnly, other, technical);
  }

  private BrandInboxDailyRow fullRow() {
    long compliments = sums.count(Intent.COMPLIMENT);
    long technical = sums.count(Intent.TECHNICAL_ISSUE);
    Interval compliment = WilsonInterval.of(compliments, sums.classified);
    Interval technicalIssue = WilsonInterval.of(technical, sums.classified);
    Estimate health = sums.health();
    KaplanMeier responses = KaplanMeier.of(sums.untilResponse);
    KaplanMeier.Quantile median = responses.quantile(0.5);
    Interval listen = WilsonInterval.of(sums.listened, sums.observed);
    boolean isReliable = sums.conversations >= RELIABLE_CONVERSATIONS;
    return new BrandInboxDailyRow(
        key.brandId(),
        runId,
        network,
        key.channel(),
        isReliable ? null : "too_few_conversations",
        Tables.METRIC_VERSION,
        sums.conversations,
        sums.people,
        sums.inbound,
        sums.outbound,
        sums.classified,
        compliments,
        sums.complimentOnly,
        technical,
        sums.count(Intent.COMPLAINT),
        sums.count(Intent.QUESTION),
        sums.count(Intent.ORDER),
        sums.count(Intent.SUGGESTION),
        sums.count(Intent.CHURN_INTENT),
        sums.count(Intent.PRIVACY_CONCERN),
        sums.count(Intent.PRICE),
        Estimates.rate(compliments, sums.classified),
        Estimates.lower(compliment),
        Estimates.upper(compliment),
        Estimates.rate(technical, sums.classified),
        Estimates.lower(technicalIssue),
        Estimates.upper(technicalIssue),
        Estimates.value(health),
        Estimates.lower(health),
        Estimates.upper(health),
        sums.answered,
        sums.conversations - sums.answered,
        real(median.value()),
        real(median.lower()),
        real(median.upper()),
        real(responses.quantile(0.9).value()),
        sums.observed,
        sums.listened,
        Estimates.rate(sums.listened, sums.observed),
        Estimates.lower(listen),
        Estimates.upper(listen),
        isReliable,
        key.day(),
        key.day());
  }

  private BrandInboxDailyRow hiddenRow() {
    return new BrandInboxDailyRow(
        key.brandId(),
        runId,
        network,
        key.channel(),
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
        key.day(),
        key.day());
  }

  private static @Nullable Double real(@Nullable Long value) {
    return value == null ? null : Double.valueOf(value);
  }
}
