package dev.earshot.pipelines.publish;

import dev.earshot.pipelines.beam.Subjects;
import dev.earshot.pipelines.run.DateScope;
import dev.earshot.pipelines.sources.RecordKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which published rows a run would leave without any in their place, as far as the days of its
 * input tell it: rows of posts, orders and visits are dated as these are. A run may lose more.
 */
public final class CertainLoss {
  /** The tables whose rows are records of one kind, dated as the record in the brand's zone. */
  private static final Map<String, RecordKind> KINDS =
      Map.of(
          "brand_mentions", RecordKind.POSTS,
          "post_engagement_snapshots", RecordKind.POSTS,
          "orders", RecordKind.ORDERS,
          "site_sessions", RecordKind.WEB_LOGS);

  private static final String OF_MESSAGES = "(direct_message)";

  private CertainLoss() {}

  /**
   * Compares what is published with the days of the input.
   *
   * @param days of all records of a kind, as days since the epoch in UTC; a kind of which not all
   *     are known is missing
   */
  public static LostRows of(
      Published published, DateScope dates, Map<RecordKind, Set<Integer>> days) {
    Map<String, Set<String>> lost = new TreeMap<>();
    for (String partition : published.partitions()) {
      if (!PublicationPlan.isReplaced(partition, dates) || !PublicationPlan.isMissed(partition)) {
        continue;
      }
      String table = PublicationPlan.table(partition);
      for (String subject : published.in(partition)) {
        String date = date(partition, subject);
        Integer day = day(date);
        if (day != null && dates.holds(day) && isLost(table, subject, day, days)) {
          String name = table + " of " + Subjects.withoutDay(subject);
          lost.computeIfAbsent(name, first -> new TreeSet<>()).add(date);
        }
      }
    }
    return new LostRows(lost);
  }

  private static String date(String partition, String subject) {
    String day = Subjects.day(subject);
    return day.isEmpty() ? partition.substring(partition.indexOf('=') + 1) : day;
  }

  /** Null for what is of no day. */
  private static @Nullable Integer day(String date) {
    try {
      return (int) LocalDate.parse(date).toEpochDay();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean isLost(
      String table, String subject, int day, Map<RecordKind, Set<Integer>> days) {
    if (subject.endsWith(OF_MESSAGES)) {
      Set<Integer> ofMessages = days.get(RecordKind.MESSAGES);
      return ofMessages != null && ofMessages.isEmpty();
    }
    RecordKind kind = KINDS.get(table);
    Set<Integer> known = kind == null ? null : days.get(kind);
    // The day of a zone begins up to fourteen hours before or after that of UTC.
    return known != null
        && !known.contains(day - 1)
        && !known.contains(day)
        && !known.contains(day + 1);
  }
}
