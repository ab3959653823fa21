package dev.earshot.pipelines.measure.relationship;

import dev.earshot.pipelines.facts.RelationFact;
import dev.earshot.pipelines.measure.coverage.Covered;
import dev.earshot.pipelines.measure.kit.RunContext;
import dev.earshot.pipelines.tables.BrandRelationshipMonthlyRow;
import dev.earshot.pipelines.tables.BrandRelationshipMonthlyRow.Terms;
import dev.earshot.pipelines.tables.CellColumns;
import dev.earshot.pipelines.tables.Estimated;
import dev.earshot.pipelines.tables.MissingReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds up what a brand and the public did in a month, and makes its rows. */
final class RelationMonth {
  private static final String TOPIC_ACKNOWLEDGED_RATE = "topic_acknowledged_rate";
  private static final String BROADCAST_RATE = "broadcast_rate";
  private static final String GIVE_OWN_POSTS =
      "name the brand's accounts in the brand file (pipelines/docs/brands.md) and give their posts,"
          + " answers too, with --posts";

  private final MonthKey key;
  private final RunContext run;
  private final Month month;
  private final List<MetricSums> metrics =
      Stream.of(PersonMetric.values()).map(MetricSums::new).toList();
  private final PostSums posts = new PostSums();
  private final TopicSums topics;
  private final TopicSums topicsBefore;
  private boolean isEmpty = true;

  private RelationMonth(MonthKey key, RunContext run) {
    this.key = key;
    this.run = run;
    this.month = key.month();
    this.topics = new TopicSums(month);
    this.topicsBefore = new TopicSums(month.before());
  }

  /**
   * Adds up a month.
   *
   * @param facts of the month, the one before and the weeks after; those of a person together
   */
  static RelationMonth of(MonthKey key, Iterable<RelationFact> facts, RunContext run) {
    RelationMonth sums = new RelationMonth(key, run);
    RelationFact.Person last = null;
    PersonActs acts = new PersonActs(sums.month);
    for (RelationFact fact : facts) {
      sums.isEmpty &= !sums.month.holds(fact.day());
      if (fact.person() == null) {
        sums.add(fact);
        continue;
      }
      if (last != null && !last.equals(fact.person())) {
        sums.add(acts);
        acts = new PersonActs(sums.month);
      }
      last = fact.person();
      acts.add(fact);
    }
    sums.add(acts);
    return sums;
  }

  private void add(RelationFact posted) {
    RelationFact.OwnPost post = Objects.requireNonNull(posted.post());
    boolean isBroadcast = post.isBroadcast();
    topics.addPost(posted.day(), post.topics());
    topicsBefore.addPost(posted.day(), post.topics());
    if (month.holds(posted.day())) {
      posts.addNow(isBroadcast);
    } else if (month.before().holds(posted.day())) {
      posts.addBefore(isBroadcast);
    }
  }

  private void add(PersonActs person) {
    topics.addPerson(person.said(month).negativeTopics());
    topicsBefore.addPerson(person.said(month.before()).negativeTopics());
    for (MetricSums sums : metrics) {
      PersonMetric metric = sums.metric();
      sums.add(
          metric.of(person, month, run.asOfMicros()),
          metric.of(person, month.before(), run.asOfMicros()));
    }
  }

  /** The rows of the month; none where nothing happened in it. */
  Stream<BrandRelationshipMonthlyRow> rows() {
    if (isEmpty) {
      return Stream.empty();
    }
    List<BrandRelationshipMonthlyRow> rows = new ArrayList<>();
    metrics.forEach(sums -> rows.add(row(sums)));
    rows.add(topicRow());
    rows.add(broadcastRow());
    return rows.stream();
  }

  private BrandRelationshipMonthlyRow row(MetricSums sums) {
    MissingReason reason = null;
    if (sums.denominator() == 0) {
      reason = MissingReason.NOTHING_TO_COUNT;
    } else if (!isOver(0)) {
      reason = MissingReason.PERIOD_NOT_OVER;
    } else if (!isOver(sums.metric().waitingDays)) {
      reason = MissingReason.NOT_YET_OBSERVED;
    } else if (!sums.isReliable()) {
      reason = MissingReason.TOO_FEW_AUTHORS;
    }
    boolean isOfAQuarter = sums.metric() == PersonMetric.AMBASSADOR_RATE;
    Covered covered =
        isOfAQuarter ? new Covered(key.trailing(), Month.TRAILING_DAYS) : covered(key.mentions());
    boolean areWhole =
        !isOfAQuarter && isOver(sums.metric().waitingDays) && areCovered(key.mentions());
    return row(
        sums.metric().code(),
        covered.reasonAfter(reason),
        null,
        Estimated.of(sums.value()),
        new Terms(sums.numerator(), sums.denominator(), sums.personCount()),
        areWhole ? Estimated.of(sums.valueBefore()).value() : null,
        areWhole ? Estimated.of(sums.change()) : Estimated.NONE,
        key.mentions());
  }

  private BrandRelationshipMonthlyRow topicRow() {
    MissingReason reason = null;
    if (topics.topicCount() == 0) {
      reason = MissingReason.NOTHING_TO_COUNT;
    } else if (!isOver(0)) {
      reason = MissingReason.PERIOD_NOT_OVER;
    } else if (!isOver(TopicSums.WAITING_DAYS)) {
      reason = MissingReason.NOT_YET_OBSERVED;
    } else if (!topics.isReliable()) {
      reason = MissingReason.TOO_FEW_AUTHORS;
    }
    boolean areWhole = isOver(TopicSums.WAITING_DAYS) && areCovered(key.mentions());
    return row(
        TOPIC_ACKNOWLEDGED_RATE,
        covered(key.mentions()).reasonAfter(reason),
        null,
        topics.value(),
        new Terms(topics.acknowledgedCount(), topics.topicCount(), topics.personCount()),
        areWhole ? topicsBefore.value().value() : null,
        areWhole ? topics.since(topicsBefore) : Estimated.NONE,
        key.mentions());
  }

  private BrandRelationshipMonthlyRow broadcastRow() {
    MissingReason reason = null;
    if (posts.count() == 0) {
      reason = MissingReason.NO_OWN_POST;
    } else if (!isOver(0)) {
      reason = MissingReason.PERIOD_NOT_OVER;
    } else if (!posts.isReliable()) {
      reason = MissingReason.TOO_FEW_POSTS;
    }
    boolean areWhole = isOver(0) && areCovered(key.ownPosts());
    return row(
        BROADCAST_RATE,
        covered(key.ownPosts()).reasonAfter(reason),
        posts.count() == 0 ? GIVE_OWN_POSTS : null,
        posts.value(),
        new Terms(posts.broadcastCount(), posts.count(), null),
        areWhole ? posts.valueBefore() : null,
        areWhole ? Estimated.of(posts.change()) : Estimated.NONE,
        key.ownPosts());
  }

  private BrandRelationshipMonthlyRow row(
      String metric,
      @Nullable MissingReason reason,
      @Nullable String howToProvide,
      Estimated value,
      Terms terms,
      @Nullable Double previousValue,
      Estimated change,
      MonthKey.Days covered) {
    return new BrandRelationshipMonthlyRow(
        CellColumns.of(key.brandId(), run.runId()),
        metric,
        reason,
        howToProvide,
        value,
        terms,
        change.value() == null ? null : previousValue,
        change,
        covered.count(),
        isOver(0),
        reason == null,
        month.firstDay(),
        month.lastDay(),
        month.lastDay());
  }

  /** Whether so many days after the month are over. */
  private boolean isOver(int daysAfter) {
    return month.lastDay() + daysAfter < run.lastDay(key.brandId());
  }

  private Covered covered(MonthKey.Days days) {
    return new Covered(days.count(), month.dayCount());
  }

  private boolean areCovered(MonthKey.Days days) {
    return covered(days).isWhole() && days.countBefore() == month.before().dayCount();
  }
}
