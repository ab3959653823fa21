package dev.earshot.pipelines.measure.relationship;

import dev.earshot.pipelines.tables.Estimated;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What persons are negative about in a month, and whether the brand speaks of it in the month or
 * two weeks later: over all of the ten topics with most such persons, so that nothing is estimated.
 * Mutable.
 */
final class TopicSums {
  /** Days after the month in which the brand may still speak of it. */
  static final int WAITING_DAYS = 14;

  private static final int MOST_TOPICS = 10;
  private static final int RELIABLE_FROM = 30;

  private final Month month;
  private final Map<String, Long> persons = new TreeMap<>();
  private final Set<String> posted = new HashSet<>();
  private long personCount;

  TopicSums(Month month) {
    this.month = month;
  }

  /** Adds a person, by the topics that they are negative about; perhaps none. */
  void addPerson(List<String> topics) {
    topics.forEach(topic -> persons.merge(topic, 1L, Long::sum));
    personCount += topics.isEmpty() ? 0 : 1;
  }

  /** Adds a post or an answer of the brand. */
  void addPost(int day, List<String> topics) {
    if (day >= month.firstDay() && day <= month.lastDay() + WAITING_DAYS) {
      posted.addAll(topics);
    }
  }

  /** The topics with most persons; of those with equally many the first by name. */
  private List<String> topics() {
    return persons.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_TOPICS)
        .map(Map.Entry::getKey)
        .toList();
  }

  long topicCount() {
    return topics().size();
  }

  long acknowledgedCount() {
    return topics().stream().filter(posted::contains).count();
  }

  long personCount() {
    return personCount;
  }

  Estimated value() {
    return Estimated.rate(acknowledgedCount(), topicCount(), null);
  }

  /** The change since an earlier month; none where either has no topic. */
  Estimated since(TopicSums before) {
    Double now = value().value();
    Double then = before.value().value();
    return now == null || then == null ? Estimated.NONE : new Estimated(now - then, null, null);
  }

  boolean isReliable() {
    return personCount >= RELIABLE_FROM;
  }
}
