package dev.earshot.pipelines.measure.referrals;

import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.measure.referrals.BrandReferrals.Counted;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was counted for one brand, by network and day; adds it up to windows. */
final class ReferralDays {
  private final Map<String, NavigableMap<Integer, Map<ReferralCount, Long>>> counts =
      new TreeMap<>();
  private final Map<String, NavigableMap<Integer, Map<Pair, Long>>> pairs = new TreeMap<>();

  private ReferralDays() {}

  private record Pair(ReferralCount count, int gap) {}

  static ReferralDays of(Iterable<Counted> sums) {
    ReferralDays days = new ReferralDays();
    for (Counted sum : sums) {
      boolean isOfPairs = sum.count().compareTo(ReferralCount.PAIR) >= 0;
      if (isOfPairs) {
        days.pairs
            .computeIfAbsent(sum.network(), network -> new TreeMap<>())
            .computeIfAbsent(sum.day(), day -> new TreeMap<>(ReferralDays::compare))
            .merge(new Pair(sum.count(), sum.gap()), sum.number(), Long::sum);
      } else {
        days.counts
            .computeIfAbsent(sum.network(), network -> new TreeMap<>())
            .computeIfAbsent(sum.day(), day -> new EnumMap<>(ReferralCount.class))
            .merge(sum.count(), sum.number(), Long::sum);
      }
    }
    return days;
  }

  private static int compare(Pair one, Pair other) {
    int byCount = one.count().compareTo(other.count());
    return byCount == 0 ? Integer.compare(one.gap(), other.gap()) : byCount;
  }

  Set<String> networks() {
    return counts.keySet();
  }

  /** First day of a network that has any count. */
  int firstDay(String network) {
    return days(counts, network).firstKey();
  }

  /** Last day of a network that has any count. */
  int lastDay(String network) {
    return days(counts, network).lastKey();
  }

  /** The window that ends with a day; null where nothing of the network was counted in it. */
  @Nullable ReferralWindow window(String network, int lastDay, int length) {
    int firstDay = lastDay - length + 1;
    boolean isEmpty = days(counts, network).subMap(firstDay, true, lastDay, true).isEmpty();
    return isEmpty
        ? null
        : new ReferralWindow(
            sum(network, firstDay, lastDay), sum(MentionCell.ALL, firstDay, lastDay));
  }

  private Map<ReferralCount, Long> sum(String network, int firstDay, int lastDay) {
    Map<ReferralCount, Long> sum = new EnumMap<>(ReferralCount.class);
    days(counts, network)
        .subMap(firstDay, true, lastDay, true)
        .values()
        .forEach(day -> day.forEach((count, number) -> sum.merge(count, number, Long::sum)));
    days(pairs, network)
        .subMap(firstDay, true, lastDay, true)
        .forEach(
            (day, numbers) ->
                numbers.forEach(
                    (pair, number) -> {
                      if (pair.gap() <= day - firstDay) {
                        sum.merge(pair.count(), number, Long::sum);
                      }
                    }));
    return sum;
  }

  private static <T> NavigableMap<Integer, T> days(
      Map<String, NavigableMap<Integer, T>> networks, String network) {
    return networks.getOrDefault(network, new TreeMap<>());
  }
}
