package dev.earshot.pipelines.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who used a phrase, of all brands and days.
 *
 * @param days each brand and day once, by brand and day
 */
public record PhraseHistory(List<PhraseDay> days) {
  /** Adds up counts, those of a brand and day in any number of parts. */
  public static PhraseHistory of(Iterable<PhraseDay> parts) {
    Map<String, Map<Integer, PhraseCount>> sums = new TreeMap<>();
    for (PhraseDay part : parts) {
      sums.computeIfAbsent(part.brandId(), brand -> new TreeMap<>())
          .merge(part.day(), part.count(), PhraseCount::plus);
    }
    return new PhraseHistory(
        sums.entrySet().stream()
            .flatMap(
                brand ->
                    brand.getValue().entrySet().stream()
                        .map(day -> new PhraseDay(brand.getKey(), day.getKey(), day.getValue())))
            .toList());
  }

  /** The histories of phrases, which were counted by brand and day. */
  public static Map<PhraseText, PhraseHistory> all(Map<PhraseKey, PhraseCount> counts) {
    Map<PhraseText, List<PhraseDay>> days = new HashMap<>();
    counts.forEach(
        (key, count) ->
            days.computeIfAbsent(key.text(), text -> new ArrayList<>()).add(key.with(count)));
    Map<PhraseText, PhraseHistory> all = new HashMap<>();
    days.forEach((text, parts) -> all.put(text, of(parts)));
    return all;
  }

  /** Authors of a brand's mentions from one day to another, both inclusive, who used it. */
  public long authors(String brandId, int firstDay, int lastDay) {
    return days.stream()
        .filter(day -> day.brandId().equals(brandId))
        .filter(day -> day.day() >= firstDay && day.day() <= lastDay)
        .mapToLong(day -> day.count().authors())
        .sum();
  }

  /** The same of all brands, each by its own dates. */
  public long authors(int firstDay, int lastDay) {
    return days.stream()
        .filter(day -> day.day() >= firstDay && day.day() <= lastDay)
        .mapToLong(day -> day.count().authors())
        .sum();
  }
}
