package dev.earshot.pipelines.measure.inbox;

import dev.earshot.pipelines.facts.InboxFact;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.SourceKind;
import dev.earshot.pipelines.measure.coverage.Covered;
import dev.earshot.pipelines.measure.coverage.CoveredDays;
import dev.earshot.pipelines.measure.coverage.InputCoverage;
import dev.earshot.pipelines.measure.kit.Facts;
import dev.earshot.pipelines.measure.kit.Facts.NoKey;
import dev.earshot.pipelines.measure.kit.Groups;
import dev.earshot.pipelines.measure.kit.InputContext;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.run.Context;
import dev.earshot.pipelines.run.Reach;
import dev.earshot.pipelines.tables.BrandInboxRow;
import dev.earshot.pipelines.tables.CellColumns;
import dev.earshot.pipelines.tables.MissingReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code brand_inbox}: conversations of a brand by nested periods, channel and network. */
public final class BrandInbox {
  /** Conversations, each when it is known what became of it. */
  public static final Facts<NoKey, InboxFact> CONVERSATIONS =
      Facts.of("Conversations", InboxFact.class);

  /** Conversations of a block that are held in memory; others on disk. */
  private static final int CONVERSATIONS_IN_MEMORY = 60_000;

  /** Conversations that begin in the block of the day, by which its periods are decided. */
  private static final Context CONTEXT =
      InputContext.CONVERSATION.over(new Reach(Period.BLOCK_DAYS - 1, Period.BLOCK_DAYS - 1));

  private static final Groups<InboxKey, ConversationOutcome> BLOCKS =
      Groups.<NoKey, InboxFact, InboxKey, ConversationOutcome>of(
              "InboxBlocks",
              CONVERSATIONS,
              InboxKey.class,
              ConversationOutcome.class,
              (none, fact, run, out) -> {
                CoveredDays posts = InputCoverage.of(run, fact.brandId(), SourceKind.MENTIONS);
                InboxKey key = InboxKey.of(fact, posts);
                if (run.dates().meets(key.block(), key.block() + Period.BLOCK_DAYS - 1)) {
                  out.accept(
                      key,
                      ConversationOutcome.of(run.brand(fact.brandId()), fact, run.asOfMicros()));
                }
              })
          .lookingUp(InputCoverage.BY_SOURCE)
          .sorted(ConversationOutcome::byPerson, CONVERSATIONS_IN_MEMORY);

  /**
   * A row stands on the last day of its period: nothing of it comes later but answers, which a
   * conversation may go on to have.
   */
  public static final Measure<BrandInboxRow> MEASURE =
      Measure.of(BrandInboxRow.class).reaching(CONTEXT).from(BLOCKS).rows(BrandInbox::rows);

  private final InboxKey key;
  private final Iterable<ConversationOutcome> conversations;
  private final RunContext run;

  private BrandInbox(InboxKey key, Iterable<ConversationOutcome> conversations, RunContext run) {
    this.key = key;
    this.conversations = conversations;
    this.run = run;
  }

  private static Stream<BrandInboxRow> rows(
      InboxKey key, Iterable<ConversationOutcome> conversations, RunContext run) {
    return new BrandInbox(key, conversations, run).rows();
  }

  /** Direct messages of a day that still goes on would tell, at two clocks, who came between. */
  private Stream<BrandInboxRow> rows() {
    int begun = run.lastDay(key.brandId());
    int shown = key.isDirect() ? begun - 1 : begun;
    int dayCount = Math.min(Period.BLOCK_DAYS, shown - key.block() + 1);
    if (dayCount <= 0) {
      return Stream.empty();
    }
    List<InboxPeople> networks = InboxPeople.of(conversations, key.block(), dayCount);
    PeopleTable table =
        key.isDirect()
            ? Suppression.decided(dayCount, networks)
            : Suppression.everything(dayCount, networks);
    return Period.ofBlock(key.block()).stream()
        .filter(period -> period.lastDay() <= shown && run.publishes(period.lastDay()))
        .filter(period -> table.hasBegunBy(period.lastDay() - key.block()))
        .flatMap(period -> rows(period, table.publishedColumns(period.place())));
  }

  private Stream<BrandInboxRow> rows(Period period, Set<String> networks) {
    Map<String, InboxSums> sums = networks.isEmpty() ? Map.of() : sums(period, networks);
    List<BrandInboxRow> rows = new ArrayList<>();
    sums.forEach((network, sum) -> rows.add(row(period, network, sum)));
    if (key.isDirect() && !networks.contains(MentionCell.ALL)) {
      rows.add(hiddenRow(period));
    }
    return rows.stream();
  }

  /** Reads all conversations for each period, as the sums of one are large enough. */
  private Map<String, InboxSums> sums(Period period, Set<String> networks) {
    Map<String, InboxSums> sums = new TreeMap<>();
    networks.forEach(network -> sums.put(network, new InboxSums()));
    PersonSums person = new PersonSums(sums);
    for (ConversationOutcome conversation : conversations) {
      if (period.holds(conversation.day())) {
        person.add(conversation);
      }
    }
    person.end();
    return sums;
  }

  private BrandInboxRow row(Period period, String network, InboxSums sums) {
    boolean isOver = period.lastDay() < run.lastDay(key.brandId());
    MissingReason reason = null;
    if (!isOver) {
      reason = MissingReason.PERIOD_NOT_OVER;
    } else if (!sums.areReliable()) {
      reason = MissingReason.TOO_FEW_CONVERSATIONS;
    }
    Covered covered = key.covered(period);
    if (covered != null) {
      reason = covered.reasonAfter(reason);
    }
    return row(period, network, reason, sums.figures());
  }

  private BrandInboxRow hiddenRow(Period period) {
    return row(period, MentionCell.ALL, MissingReason.SUPPRESSED, null);
  }

  private BrandInboxRow row(
      Period period,
      String network,
      @Nullable MissingReason reason,
      BrandInboxRow.@Nullable Figures figures) {
    return new BrandInboxRow(
        CellColumns.of(key.brandId(), run.runId()),
        period.columns(key.covered(period)),
        key.channel(),
        network,
        reason,
        figures,
        reason == null);
  }
}
