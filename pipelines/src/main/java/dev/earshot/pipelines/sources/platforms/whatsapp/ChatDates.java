package dev.earshot.pipelines.sources.platforms.whatsapp;

import dev.earshot.pipelines.sources.times.Timestamps;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the dates of a chat are read.
 *
 * @param zone the phone's time zone
 * @param order the order of numbers where a date alone does not tell it; null: such a date is
 *     ambiguous
 */
record ChatDates(ZoneId zone, @Nullable DateOrder order) implements Serializable {

  /** Microseconds of UTC, {@link Timestamps#INVALID} or {@link Timestamps#AMBIGUOUS}. */
  long micros(LineDate date) {
    Set<DateOrder> possible = date.possible();
    if (possible.isEmpty()) {
      return Timestamps.INVALID;
    }
    if (order != null && possible.contains(order)) {
      return date.micros(order, zone);
    }
    dropYearFirst(possible);
    DateOrder first = possible.iterator().next();
    long micros = date.micros(first, zone);
    boolean isSure = possible.stream().allMatch(one -> date.micros(one, zone) == micros);
    return isSure ? micros : Timestamps.AMBIGUOUS;
  }

  /** Years of two digits stand last in all languages but Korean, Nepali and a few small ones. */
  private static void dropYearFirst(Set<DateOrder> possible) {
    if (possible.size() > 1) {
      possible.remove(DateOrder.YEAR_FIRST);
    }
  }

  /** What all dates of a file tell together. */
  static final class Survey {
    private final Set<DateOrder> possible = EnumSet.allOf(DateOrder.class);
    private final Set<DateOrder> ofLanguage = EnumSet.allOf(DateOrder.class);

    void add(LineDate date) {
      Set<DateOrder> ofDate = date.possible();
      if (!ofDate.isEmpty()) {
        possible.retainAll(ofDate);
        ofLanguage.retainAll(date.ofLanguage());
      }
    }

    /** The only order in which every date exists; null where there are several or none. */
    @Nullable DateOrder order() {
      Set<DateOrder> left = EnumSet.noneOf(DateOrder.class);
      left.addAll(possible);
      dropYearFirst(left);
      if (left.size() > 1) {
        left.retainAll(ofLanguage);
      }
      return left.size() == 1 ? left.iterator().next() : null;
    }
  }
}
