package dev.earshot.pipelines.measure.alerts;

import dev.earshot.models.statistics.proportions.ShareEmergence;
import dev.earshot.pipelines.facts.WindowLengths;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which topics more of those who complain speak of than before. */
final class DriverTopics {
  private static final int MOST = 3;
  private static final long FEWEST_AUTHORS = 3;
  private static final double SMALLEST_Z = 2;

  private final NavigableMap<Integer, Long> all = new TreeMap<>();
  private final Map<String, NavigableMap<Integer, Long>> byTopic = new HashMap<>();

  DriverTopics(Iterable<ComplaintDay> complaints) {
    for (ComplaintDay day : complaints) {
      NavigableMap<Integer, Long> days =
          day.topic() == null ? all : byTopic.computeIfAbsent(day.topic(), t -> new TreeMap<>());
      days.put(day.day(), day.negative());
    }
  }

  /** The topics of some days against the 28 days before them. */
  List<String> between(int firstDay, int lastDay) {
    long now = sum(all, firstDay, lastDay);
    long before = sum(all, firstDay - WindowLengths.LONGEST, firstDay - 1);
    Map<String, Double> scores = new HashMap<>();
    for (Map.Entry<String, NavigableMap<Integer, Long>> entry : byTopic.entrySet()) {
      NavigableMap<Integer, Long> topic = entry.getValue();
      long count = sum(topic, firstDay, lastDay);
      long countBefore = sum(topic, firstDay - WindowLengths.LONGEST, firstDay - 1);
      if (count >= FEWEST_AUTHORS) {
        double background = (double) (count + countBefore) / (now + before);
        scores.put(
            entry.getKey(), ShareEmergence.zScore(count, now, countBefore, before, background));
      }
    }
    return scores.entrySet().stream()
        .filter(topic -> topic.getValue() >= SMALLEST_Z)
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static long sum(NavigableMap<Integer, Long> days, int firstDay, int lastDay) {
    return days.subMap(firstDay, true, lastDay, true).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }
}
