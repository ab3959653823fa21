package dev.earshot.pipelines.listen;

import dev.earshot.models.domain.Brand;
import dev.earshot.models.domain.Polarity;
import dev.earshot.pipelines.beam.Encoded;
import dev.earshot.pipelines.beam.FileKeys;
import dev.earshot.pipelines.listen.Conversations.Conversation;
import dev.earshot.pipelines.listen.PersonFact.Direction;
import dev.earshot.pipelines.listen.PersonFact.MentionFact;
import dev.earshot.pipelines.listen.PersonFact.MessageEvent;
import dev.earshot.pipelines.listen.Tally.Counts;
import dev.earshot.pipelines.tables.ConversationRow;
import dev.earshot.pipelines.tables.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Looks at everything between one person and one brand: adds the person to the brand's sliding
 * windows and splits their messages into conversations.
 */
final class GroupPeople
    extends DoFn<KV<Integer, Iterable<Encoded<PersonFact>>>, KV<CellKey, WindowDelta>> {
  private static final String UNKNOWN_LANGUAGE = "unknown";

  private final ListenSettings settings;
  private transient @Nullable Workbench bench;
  private transient @Nullable Pseudonyms pseudonyms;
  private transient @Nullable WindowAccumulator windows;
  private transient @Nullable PhraseAccumulator phrases;
  private transient @Nullable ReadTally tally;

  GroupPeople(ListenSettings settings) {
    this.settings = settings;
  }

  @Setup
  public void setup() {
    bench = Workbench.of(settings);
    pseudonyms = bench.pseudonyms();
  }

  @StartBundle
  public void startBundle() {
    windows = new WindowAccumulator();
    phrases = new PhraseAccumulator();
    tally = new ReadTally();
  }

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
    ReadTags.outputAccounts(Objects.requireNonNull(tally), context);
  }

  @ProcessElement
  public void process(
      @Element KV<Integer, Iterable<Encoded<PersonFact>>> group, MultiOutputReceiver out) {
    Map<String, List<PersonFact>> pairs = new HashMap<>();
    for (Encoded<PersonFact> encoded : group.getValue()) {
      PersonFact fact = encoded.value();
      pairs.computeIfAbsent(fact.pair(), pair -> new ArrayList<>()).add(fact);
    }
    pairs.values().forEach(facts -> process(facts, out));
  }

  /** Everything between one person and one brand. */
  private void process(List<PersonFact> facts, MultiOutputReceiver out) {
    List<MentionFact> mentions = new ArrayList<>();
    List<MessageEvent> direct = new ArrayList<>();
    List<MessageEvent> open = new ArrayList<>();
    for (PersonFact fact : facts) {
      if (fact.mention() != null) {
        mentions.add(fact.mention());
      } else if (fact.event() != null) {
        (fact.event().isDirect() ? direct : open).add(fact.event());
      }
    }
    PersonFact person = facts.get(0);
    addToWindows(person, mentions);
    PhraseAccumulator counts = Objects.requireNonNull(phrases);
    counts.add(person.brandId(), mentions);
    if (counts.isFull()) {
      counts.flush((key, count) -> out.get(PeopleTags.PHRASES).output(KV.of(key, count)));
    }
    converse(person, direct, true, out);
    converse(person, open, false, out);
    WindowAccumulator accumulator = Objects.requireNonNull(windows);
    if (accumulator.isFull()) {
      accumulator.flush((cell, delta) -> out.get(PeopleTags.WINDOWS).output(KV.of(cell, delta)));
    }
  }

  private void addToWindows(PersonFact person, List<MentionFact> mentions) {
    Map<String, SortedMap<Integer, Tally>> byLanguage = new TreeMap<>();
    Map<String, SortedMap<Integer, Tally>> byTopic = new TreeMap<>();
    for (MentionFact mention : mentions) {
      String language = mention.language() == null ? UNKNOWN_LANGUAGE : mention.language();
      if (!mention.isCanonical()) {
        addRepost(person, language, mention);
        continue;
      }
      Counts counts = counts(mention.polarity());
      Tally one = Tally.of(counts, mention.dimensions());
      add(byLanguage, language, mention.day(), one);
      add(byLanguage, CellKey.ALL, mention.day(), one);
      Tally undivided = one.withoutDimensions();
      mention.topics().forEach(topic -> add(byTopic, topic, mention.day(), undivided));
    }
    WindowAccumulator accumulator = Objects.requireNonNull(windows);
    byLanguage.forEach(
        (language, days) -> {
          accumulator.add(new CellKey(person.brandId(), person.network(), language, null), days);
          accumulator.add(new CellKey(person.brandId(), CellKey.ALL, language, null), days);
        });
    byTopic.forEach(
        (topic, days) ->
            accumulator.add(new CellKey(person.brandId(), CellKey.ALL, CellKey.ALL, topic), days));
  }

  private void addRepost(PersonFact person, String language, MentionFact repost) {
    WindowAccumulator accumulator = Objects.requireNonNull(windows);
    for (String network : List.of(person.network(), CellKey.ALL)) {
      for (String spoken : List.of(language, CellKey.ALL)) {
        CellKey cell = new CellKey(person.brandId(), network, spoken, null);
        accumulator.addReposts(cell, repost.day(), repost.dimensions(), 1);
      }
    }
  }

  private static void add(
      Map<String, SortedMap<Integer, Tally>> groups, String group, int day, Tally one) {
    groups.computeIfAbsent(group, g -> new TreeMap<>()).merge(day, one, Tally::plus);
  }

  private static Counts counts(@Nullable Polarity polarity) {
    if (polarity == null) {
      return new Counts(0, 0, 0, 1);
    }
    return switch (polarity) {
      case POSITIVE -> new Counts(1, 0, 0, 0);
      case NEUTRAL -> new Counts(0, 1, 0, 0);
      case NEGATIVE -> new Counts(0, 0, 1, 0);
    };
  }

  private void converse(
      PersonFact person, List<MessageEvent> events, boolean isDirect, MultiOutputReceiver out) {
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
    ReadTally counts = Objects.requireNonNull(tally);
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
      PersonFact person, Conversation conversation, boolean isDirect, int day) {
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
      PersonFact person,
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
