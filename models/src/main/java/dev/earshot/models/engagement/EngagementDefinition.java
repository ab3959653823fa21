package dev.earshot.models.engagement;

import dev.earshot.models.domain.Engagement;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What counts as an engagement on one network, for posts of some dates.
 *
 * @param network lower-case network name, or {@link EngagementDefinitions#ALL}
 * @param counts the terms that are added up
 * @param note what the network means by them
 * @param fromDay first day of posting, days since the epoch
 * @param toDay last day of posting, or null while it holds
 */
public record EngagementDefinition(
    String network, Set<EngagementTerm> counts, String note, int fromDay, @Nullable Integer toDay) {

  /** Whether it is for posts of a day. */
  public boolean holds(int day) {
    return day >= fromDay && (toDay == null || day <= toDay);
  }

  /** The engagements of a snapshot; null where the platform reports none of the terms. */
  public @Nullable Long engagements(Engagement snapshot) {
    Long sum = null;
    for (EngagementTerm term : EngagementTerm.values()) {
      Long figure = counts.contains(term) ? term.of(snapshot) : null;
      if (figure != null) {
        sum = sum == null ? figure : Long.valueOf(sum + figure);
      }
    }
    return sum;
  }

  /** The formula and the note, as in {@code likes + comments: note}. */
  public String text() {
    return counts.stream().sorted().map(EngagementTerm::code).collect(Collectors.joining(" + "))
        + ": "
        + note;
  }
}
