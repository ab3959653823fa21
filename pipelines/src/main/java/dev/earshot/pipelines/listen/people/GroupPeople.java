package dev.earshot.pipelines.listen.people;

import dev.earshot.models.domain.Brand;
import dev.earshot.models.episodes.Episodes;
import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.beam.FileKeys;
import dev.earshot.pipelines.beam.Peeking;
import dev.earshot.pipelines.beam.SortedRows;
import dev.earshot.pipelines.facts.AboutPerson;
import dev.earshot.pipelines.facts.AboutPerson.Automation;
import dev.earshot.pipelines.facts.AboutPerson.Direction;
import dev.earshot.pipelines.facts.AboutPerson.MentionFact;
import dev.earshot.pipelines.facts.AboutPerson.MessageEvent;
import dev.earshot.pipelines.facts.CellAccumulator;
import dev.earshot.pipelines.facts.CellContribution;
import dev.earshot.pipelines.facts.InboxFact;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.SpokenFact;
import dev.earshot.pipelines.listen.posts.DetailRows;
import dev.earshot.pipelines.listen.read.LedgerFn;
import dev.earshot.pipelines.run.BusinessClock;
import dev.earshot.pipelines.run.Pseudonyms;
import dev.earshot.pipelines.run.RunSettings;
import dev.earshot.pipelines.run.RunTools;
import dev.earshot.pipelines.tables.ConversationRow;
import dev.earshot.pipelines.tables.Tables;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Looks at everything between one person and one brand: adds the person to the brand's sliding
 * windows and splits their messages into conversations.
 */
public final class GroupPeople
    extends LedgerFn<
        KV<Integer, Iterable<Encoded<AboutPerson>>>, KV<MentionCell, CellContribution>> {
  /** Facts of a partition that are held in memory; others on disk. */
  private static final int FACTS_IN_MEMORY = 60_000;

  private final RunSettings settings;
  private final boolean tellsWhoSpoke;
  private transient @Nullable RunTools bench;
  private transient @Nullable Pseudonyms pseudonyms;
  private transient @Nullable CellAccumulator windows;
  private transient @Nullable PhraseAccumulator phrases;

  /**
   * The step.
   *
   * @param tellsWhoSpoke whether accounts are linked with customers, so that it matters who spoke
   */
  public GroupPeople(RunSettings settings, boolean tellsWhoSpoke) {
    this.settings = settings;
    this.tellsWhoSpoke = tellsWhoSpoke;
  }

  @Setup
  public void setup() {
    bench = RunTools.of(settings);
    pseudonyms = bench.pseudonyms();
  }

  @Override
  @StartBundle
  public void startBundle() {
    super.startBundle();
    windows = new CellAccumulator();
    phrases = new PhraseAccumulator();
  }

  @Override
  @FinishBundle
  public void finishBundle(FinishBundleContext context) {
    Objects.requireNonNull(windows)
        .flush(
            (cell, said) ->
                context.output(
                    PeopleTags.WINDOWS,
                    KV.of(cell, said),
                    GlobalWindow.TIMESTAMP_MIN_VALUE,
                    GlobalWindow.INSTANCE));
    Objects.requireNonNull(phrases)
        .flush(
            (key, count) ->
                context.output(
                    PeopleTags.PHRASES,
                    KV.of(key, count),
                    GlobalWindow.TIMESTAMP_MIN_VALUE,
                    GlobalWindow.INSTANCE));
    super.finishBundle(context);
  }

  @ProcessElement
  public void process(
      @Element KV<Integer, Iterable<Encoded<AboutPerson>>> group, MultiOutputReceiver out)
      throws IOException {
    try (SortedRows<AboutPerson> sorted =
        new SortedRows<>(AboutPerson.class, AboutPerson.ORDER, FACTS_IN_MEMORY)) {
      for (Encoded<AboutPerson> encoded : group.getValue()) {
        sorted.add(encoded.value());
      }
      Peeking<AboutPerson> facts = sorted.iterator();
      while (facts.hasNext()) {
        process(facts, out);
      }
    }
  }

  /** Everything between one person and one brand. */
  private void process(Peeking<AboutPerson> facts, MultiOutputReceiver out) throws IOException {
    AboutPerson first = facts.peek();
    PersonSums person = new PersonSums(first);
    CellAccumulator accumulator = Objects.requireNonNull(windows);
    Set<Integer> spoken = new TreeSet<>();
    while (facts.nextIs(fact -> fact.said() instanceof MentionFact && fact.isSamePair(first))) {
      MentionFact mention = (MentionFact) facts.next().said();
      person.add(mention, accumulator);
      if (tellsWhoSpoke) {
        spoken.add(mention.day());
      }
    }
    spoken.forEach(day -> outputSpoken(person, day, out));
    Relating.outputDays(person, first, facts, out);
    person.addTo(accumulator);
    PhraseAccumulator counts = Objects.requireNonNull(phrases);
    counts.add(person.phrases());
    if (counts.isFull()) {
      counts.flush((key, count) -> out.get(PeopleTags.PHRASES).output(KV.of(key, count)));
    }
    if (accumulator.isFull()) {
      accumulator.flush((cell, said) -> out.get(PeopleTags.WINDOWS).output(KV.of(cell, said)));
    }
    while (facts.nextIs(fact -> fact.isSamePair(first))) {
      converse(person, facts, out);
    }
  }

  private void outputSpoken(PersonSums person, int day, MultiOutputReceiver out) {
    if (tellsWhoSpoke) {
      out.get(PeopleTags.SPOKEN).output(new SpokenFact(person.brandId(), person.personId(), day));
    }
  }

  /** The messages of one channel, direct or in the open. */
  private void converse(PersonSums person, Peeking<AboutPerson> facts, MultiOutputReceiver out)
      throws IOException {
    AboutPerson first = facts.peek();
    boolean isDirect = first.message().isDirect();
    try (SortedRows<MessageDelivery> messages =
        new SortedRows<>(MessageDelivery.class, MessageDelivery.ORDER, FACTS_IN_MEMORY)) {
      while (facts.nextIs(
          fact -> fact.isSamePair(first) && fact.message().isDirect() == isDirect)) {
        AboutPerson counted = facts.next();
        MessageEvent event = counted.message();
        messages.add(new MessageDelivery(event, event.source(), false));
        while (facts.nextIs(fact -> fact.isSameMessage(counted))) {
          MessageEvent repeat = facts.next().message();
          messages.add(new MessageDelivery(event, repeat.source(), true));
        }
      }
      converse(person, isDirect, messages.iterator(), out);
    }
  }

  private void converse(
      PersonSums person,
      boolean isDirect,
      Peeking<MessageDelivery> messages,
      MultiOutputReceiver out) {
    Episodes episodes = Conversation.episodes();
    Opened open = null;
    AutomaticReplies replies = new AutomaticReplies();
    while (messages.hasNext()) {
      MessageDelivery next = messages.next();
      MessageEvent event = next.event();
      boolean isFirst = episodes.isBegunBy(event.atMicros());
      Opened current = isFirst ? null : open;
      if (current == null) {
        close(person, isDirect, open, out);
        replies = new AutomaticReplies();
        event = replies.judge(event);
        current = opened(person, event);
      } else if (!next.isRepeat()) {
        event = replies.judge(event);
        current.conversation().add(event);
      }
      open = current;
      account(next, event.automation(), current.isPublished());
    }
    close(person, isDirect, open, out);
  }

  /** A conversation that has begun on one of the run's dates or on another. */
  private record Opened(Conversation conversation, int day, boolean isPublished) {}

  private Opened opened(PersonSums person, MessageEvent first) {
    Conversation conversation = new Conversation(first);
    int day = Objects.requireNonNull(bench).dayOf(person.brandId(), conversation.openedAt());
    return new Opened(conversation, day, settings.dates().holds(day));
  }

  private void close(
      PersonSums person, boolean isDirect, @Nullable Opened open, MultiOutputReceiver out) {
    if (open == null) {
      return;
    }
    Conversation conversation = open.conversation();
    int day = open.day();
    outputSpoken(person, day, out);
    if (open.isPublished()) {
      out.get(PeopleTags.CONVERSATIONS)
          .output(
              FileKeys.of(settings.inputBytes()).assign(row(person, conversation, isDirect, day)));
    }
    Long firstInbound = conversation.firstInboundAt();
    if (firstInbound != null) {
      out.get(PeopleTags.INBOX).output(inbox(person, conversation, isDirect, day, firstInbound));
    }
    if (!isDirect) {
      Relating.output(person, day, conversation, out);
    }
  }

  private void account(
      MessageDelivery message, @Nullable Automation automation, boolean isPublished) {
    if (message.source() < 0) {
      return;
    }
    if (!isPublished) {
      tally().outOfScope(message.source(), true);
    } else if (message.isRepeat()) {
      tally().duplicate(message.source());
    } else {
      tally().accepted(message.source());
      if (automation != null) {
        tally().automatic(message.source(), automation);
      }
    }
  }

  private ConversationRow row(
      PersonSums person, Conversation conversation, boolean isDirect, int day) {
    Brand brand =
        Objects.requireNonNull(Objects.requireNonNull(bench).brands().brand(person.brandId()));
    Long inbound = conversation.firstInboundAt();
    Long response = conversation.firstResponseAt();
    Long seconds = null;
    Long businessSeconds = null;
    if (inbound != null && response != null) {
      seconds = (response - inbound) / 1_000_000;
      businessSeconds = BusinessClock.seconds(brand, inbound, response);
    }
    String channel = isDirect ? "direct_message" : "public";
    return new ConversationRow(
        person.brandId(),
        Objects.requireNonNull(pseudonyms)
            .of(channel, person.pair() + '\n' + conversation.openedAt()),
        person.personId(),
        settings.runId(),
        person.network(),
        channel,
        DetailRows.codes(conversation.intents()),
        Tables.METRIC_VERSION,
        conversation.count(Direction.INBOUND),
        conversation.count(Direction.OUTBOUND),
        conversation.count(Direction.AUTOMATED),
        seconds,
        businessSeconds,
        !conversation.isOpenedByPerson(),
        !conversation.intents().isEmpty(),
        conversation.isReadable(),
        conversation.openedAt(),
        conversation.lastAt(),
        response,
        day);
  }

  private static InboxFact inbox(
      PersonSums person,
      Conversation conversation,
      boolean isDirect,
      int day,
      long firstInboundAt) {
    return new InboxFact(
        person.brandId(),
        person.network(),
        isDirect,
        person.personId(),
        day,
        conversation.count(Direction.INBOUND),
        conversation.count(Direction.OUTBOUND),
        conversation.intents(),
        firstInboundAt,
        conversation.firstResponseAt());
  }
}
