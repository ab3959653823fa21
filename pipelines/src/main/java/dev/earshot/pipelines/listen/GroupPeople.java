package dev.earshot.pipelines.listen;

import dev.earshot.models.domain.Brand;
import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.beam.FileKeys;
import dev.earshot.pipelines.listen.Conversations.Conversation;
import dev.earshot.pipelines.listen.PersonFact.Direction;
import dev.earshot.pipelines.listen.PersonFact.MessageEvent;
import dev.earshot.pipelines.tables.ConversationRow;
import dev.earshot.pipelines.tables.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Looks at everything between one person and one brand: adds the person to the brand's sliding
 * windows and splits their messages into conversations.
 */
final class GroupPeople
    extends AccountingFn<KV<Integer, Iterable<Encoded<PersonFact>>>, KV<CellKey, WindowDelta>> {
  private final ListenSettings settings;
  private transient @Nullable Workbench bench;
  private transient @Nullable Pseudonyms pseudonyms;
  private transient @Nullable WindowAccumulator windows;
  private transient @Nullable PhraseAccumulator phrases;

  GroupPeople(ListenSettings settings) {
    this.settings = settings;
  }

  @Setup
  public void setup() {
    bench = Workbench.of(settings);
    pseudonyms = bench.pseudonyms();
  }

  @Override
  @StartBundle
  public void startBundle() {
    super.startBundle();
    windows = new WindowAccumulator();
    phrases = new PhraseAccumulator();
  }

  @Override
  @FinishBundle
  public void finishBundle(FinishBundleContext context) {
    Objects.requireNonNull(windows)
        .flush(
            (cell, delta) ->
                context.output(
                    PeopleTags.WINDOWS,
                    KV.of(cell, delta),
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
      @Element KV<Integer, Iterable<Encoded<PersonFact>>> group, MultiOutputReceiver out) {
    Map<String, PersonSums> pairs = new HashMap<>();
    WindowAccumulator accumulator = Objects.requireNonNull(windows);
    for (Encoded<PersonFact> encoded : group.getValue()) {
      PersonFact fact = encoded.value();
      pairs.computeIfAbsent(fact.pair(), pair -> new PersonSums(fact)).add(fact, accumulator);
    }
    pairs.values().forEach(person -> process(person, out));
  }

  /** Everything between one person and one brand. */
  private void process(PersonSums person, MultiOutputReceiver out) {
    WindowAccumulator accumulator = Objects.requireNonNull(windows);
    person.addTo(accumulator);
    PhraseAccumulator counts = Objects.requireNonNull(phrases);
    counts.add(person.phrases());
    if (counts.isFull()) {
      counts.flush((key, count) -> out.get(PeopleTags.PHRASES).output(KV.of(key, count)));
    }
    converse(person, person.direct(), true, out);
    converse(person, person.open(), false, out);
    if (accumulator.isFull()) {
      accumulator.flush((cell, delta) -> out.get(PeopleTags.WINDOWS).output(KV.of(cell, delta)));
    }
  }

  private void converse(
      PersonSums person, List<MessageEvent> events, boolean isDirect, MultiOutputReceiver out) {
    List<List<MessageEvent>> versions = Conversations.versions(events);
    List<MessageEvent> distinct = versions.stream().map(list -> list.get(0)).toList();
    Map<String, Boolean> isPublished = new TreeMap<>();
    for (Conversation conversation : Conversations.of(distinct)) {
      int day = Objects.requireNonNull(bench).dayOf(person.brandId(), conversation.openedAt());
      boolean holds = settings.dates().holds(day);
      conversation.events().forEach(event -> isPublished.put(event.messageId(), holds));
      Long firstInbound = conversation.firstInboundAt();
      if (!holds) {
        continue;
      }
      out.get(PeopleTags.CONVERSATIONS)
          .output(
              FileKeys.of(settings.inputBytes()).assign(row(person, conversation, isDirect, day)));
      if (firstInbound != null) {
        out.get(PeopleTags.INBOX).output(inbox(person, conversation, isDirect, day, firstInbound));
      }
    }
    versions.forEach(list -> account(list, isPublished));
  }

  private void account(List<MessageEvent> versions, Map<String, Boolean> isPublished) {
    ReadTally counts = tally();
    MessageEvent first = versions.get(0);
    if (first.source() < 0) {
      return;
    }
    if (!Boolean.TRUE.equals(isPublished.get(first.messageId()))) {
      versions.forEach(event -> counts.outOfScope(event.source(), true));
      return;
    }
    counts.accepted(first.source());
    versions.stream().skip(1).forEach(event -> counts.duplicate(event.source()));
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
        conversation.events().get(0).direction() != Direction.INBOUND,
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
