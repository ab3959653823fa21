package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.beam.Subjects;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is published, is of a run's dates, and would have no rows any more.
 *
 * @param dates for each table and subject, {@code brand_mentions of heron}, the dates; none where
 *     the table has no dates
 */
public record LostRows(Map<String, Set<String>> dates) {
  static final LostRows NONE = new LostRows(Map.of());

  private static final int SUBJECTS_SHOWN = 10;
  private static final int DATES_SHOWN = 5;

  /** Compares what the partitions that are replaced hold before and after. */
  static LostRows between(Collection<String> replaced, Published before, Published after) {
    Map<String, Set<String>> dates = new TreeMap<>();
    for (String partition : replaced) {
      Set<String> lost = new TreeSet<>(before.in(partition));
      lost.removeAll(after.in(partition));
      if (!after.in(partition).isEmpty()) {
        // Which brands an old file holds is not known; the new one has some.
        lost.remove(PublicationPlan.UNKNOWN);
      }
      for (String subject : lost) {
        String day = Subjects.day(subject);
        Set<String> lostDates =
            dates.computeIfAbsent(
                name(partition, Subjects.withoutDay(subject)), name -> new TreeSet<>());
        if (!day.isEmpty()) {
          lostDates.add(day);
        } else if (partition.contains("=")) {
          lostDates.add(partition.substring(partition.indexOf('=') + 1));
        }
      }
    }
    return new LostRows(dates);
  }

  private static String name(String partition, String subject) {
    String table = PublicationPlan.table(partition);
    return subject.equals(PublicationPlan.UNKNOWN) ? table : table + " of " + subject;
  }

  /** Whether every published row's table, brand and date keep some. */
  public boolean isNone() {
    return dates.isEmpty();
  }

  /** A line for each table and subject, up to some, with the first of its dates. */
  public List<String> lines() {
    List<String> lines =
        new ArrayList<>(
            dates.entrySet().stream().limit(SUBJECTS_SHOWN).map(LostRows::line).toList());
    if (dates.size() > SUBJECTS_SHOWN) {
      lines.add("and " + (dates.size() - SUBJECTS_SHOWN) + " more of tables and brands");
    }
    return lines;
  }

  private static String line(Map.Entry<String, Set<String>> lost) {
    Set<String> dates = lost.getValue();
    if (dates.isEmpty()) {
      return lost.getKey();
    }
    String shown = String.join(", ", dates.stream().limit(DATES_SHOWN).toList());
    int more = dates.size() - DATES_SHOWN;
    return lost.getKey() + ": " + shown + (more > 0 ? " and " + more + " more dates" : "");
  }
}
