package dev.earshot.pipelines.measure.relationship;

import dev.earshot.pipelines.facts.InboxFact;
import dev.earshot.pipelines.facts.RelationFact.Said;
import dev.earshot.pipelines.facts.RelationFact.Talk;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * The metrics over what persons and a brand do, each as what one person counts for: a share of all
 * that is counted, or what is for the brand less what is against it.
 */
enum PersonMetric {
  LISTEN_RATE(Kind.SHARE, 3, PersonMetric::listened),
  UNANSWERED_PERSON_RATE(Kind.SHARE, 7, PersonMetric::unanswered),
  RECIPROCITY_RATE(Kind.SHARE, PersonMetric.RECIPROCITY_DAYS, PersonMetric::reciprocated),
  GIVE_BALANCE_RATE(Kind.SHARE, 0, PersonMetric::given),
  RECOMMENDATION_BALANCE(Kind.BALANCE, 0, PersonMetric::recommending),
  NET_SENTIMENT_RATE(Kind.NET, 0, PersonMetric::felt),
  GENEROSITY_RATE(Kind.SHARE, 0, PersonMetric::generous),
  PRIVACY_CONCERN_RATE(Kind.SHARE, 0, PersonMetric::concerned),
  CHURN_INTENT_RATE(Kind.SHARE, 0, PersonMetric::leaving),
  AMBASSADOR_RATE(Kind.SHARE, 0, PersonMetric::isAmbassador);

  /** Days in which something that comes back counts. */
  static final int RECIPROCITY_DAYS = 28;

  /** Days on which an ambassador recommends, in {@link Month#TRAILING_DAYS}. */
  private static final long AMBASSADOR_DAYS = 2;

  private static final long DAY_MICROS = 86_400_000_000L;
  private static final long NEGLECT_MICROS = 7 * DAY_MICROS;
  private static final long RECIPROCITY_MICROS = RECIPROCITY_DAYS * DAY_MICROS;

  /** How counts become a value. */
  enum Kind {
    /** yes / (yes + no) */
    SHARE,
    /** (yes - no) / (yes + no) */
    BALANCE,
    /** (yes - no) / (yes + no + other) */
    NET
  }

  private interface Count {
    Counted of(PersonActs person, Month month, long asOfMicros);
  }

  /** How the counts become a value. */
  final Kind kind;

  /** Days after the month until all of it is observed. */
  final int waitingDays;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Count count;

  PersonMetric(Kind kind, int waitingDays, Count count) {
    this.kind = kind;
    this.waitingDays = waitingDays;
    this.count = count;
  }

  /** The name in tables, lower case. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a person counts for in a month, as far as it is observed by the clock of a run. */
  Counted of(PersonActs person, Month month, long asOfMicros) {
    return count.of(person, month, asOfMicros);
  }

  private static Counted listened(PersonActs person, Month month, long asOf) {
    return person
        .talks(month)
        .filter(talk -> talk.isAsking() && isObserved(talk, InboxFact.LISTEN_MICROS, asOf))
        .map(talk -> Counted.one(isAnsweredWithin(talk, InboxFact.LISTEN_MICROS)))
        .reduce(Counted.NOTHING, Counted::plus);
  }

  private static boolean isAnsweredWithin(Talk talk, long micros) {
    Long answered = talk.answeredAtMicros();
    return answered != null && answered - Objects.requireNonNull(talk.askedAtMicros()) <= micros;
  }

  private static boolean isObserved(Talk talk, long micros, long asOf) {
    return talk.askedAtMicros() != null && talk.askedAtMicros() + micros <= asOf;
  }

  private static Counted unanswered(PersonActs person, Month month, long asOf) {
    List<Long> asked =
        person
            .talks(month)
            .filter(talk -> isObserved(talk, NEGLECT_MICROS, asOf))
            .map(talk -> Objects.requireNonNull(talk.askedAtMicros()))
            .toList();
    return asked.isEmpty()
        ? Counted.NOTHING
        : Counted.one(asked.stream().anyMatch(at -> !person.isWrittenToAfter(at, NEGLECT_MICROS)));
  }

  private static Counted reciprocated(PersonActs person, Month month, long asOf) {
    OptionalLong begun =
        person
            .talks(month)
            .filter(talk -> talk.isBegunByPerson() && talk.askedAtMicros() != null)
            .mapToLong(talk -> Objects.requireNonNull(talk.askedAtMicros()))
            .min();
    if (begun.isEmpty() || begun.getAsLong() + RECIPROCITY_MICROS > asOf) {
      return Counted.NOTHING;
    }
    long at = begun.getAsLong();
    return Counted.one(
        person.isWrittenToAfter(at, RECIPROCITY_MICROS)
            || person.isSharedAfter(at, RECIPROCITY_MICROS));
  }

  private static Counted given(PersonActs person, Month month, long asOf) {
    long answered = person.talks(month).filter(talk -> talk.wroteAtMicros() != null).count();
    Said said = person.said(month);
    return Counted.of(answered + person.sharesByBrand(month), said.gifts() + said.shares());
  }

  private static Counted recommending(PersonActs person, Month month, long asOf) {
    Said said = person.said(month);
    return Counted.of(said.recommendations() > 0 ? 1 : 0, said.warnings() > 0 ? 1 : 0);
  }

  private static Counted felt(PersonActs person, Month month, long asOf) {
    Said said = person.said(month);
    return new Counted(said.positive(), said.negative(), said.neutral());
  }

  private static Counted generous(PersonActs person, Month month, long asOf) {
    Said said = person.said(month);
    return said.mentions() + said.shares() == 0
        ? Counted.NOTHING
        : Counted.one(said.suggestions() + said.shares() > 0);
  }

  private static Counted leaving(PersonActs person, Month month, long asOf) {
    Said said = person.said(month);
    return said.mentions() == 0 ? Counted.NOTHING : Counted.one(said.departures() > 0);
  }

  private static Counted isAmbassador(PersonActs person, Month month, long asOf) {
    return person.said(month).mentions() == 0
        ? Counted.NOTHING
        : Counted.one(person.recommendingDays(month) >= AMBASSADOR_DAYS);
  }

  private static Counted concerned(PersonActs person, Month month, long asOf) {
    return person
        .talks(month)
        .filter(talk -> talk.askedAtMicros() != null)
        .map(talk -> Counted.one(talk.isPrivacyConcern()))
        .reduce(Counted.NOTHING, Counted::plus);
  }
}
