package dev.earshot.pipelines.facts;

import dev.earshot.pipelines.facts.CellContribution.AuthorDays;
import dev.earshot.pipelines.facts.CellContribution.DaySaid;
import dev.earshot.pipelines.facts.CellContribution.LanguageDay;
import dev.earshot.pipelines.facts.CellContribution.Part;
import dev.earshot.pipelines.facts.CellContribution.RepostDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;

/**
 * Adds up what authors say in cells. Most authors say one thing on one day, and many of them the
 * same: what is sent grows with how differently they speak, not with how many they are. One
 * contribution tells what an author says in every dimension of reputation: cells do not multiply by
 * dimensions.
 */
public final class CellAccumulator {
  /** Days of authors that are held. */
  private static final int FLUSH_AT = 200_000;

  private final Map<MentionCell, Map<Part, Long>> cells = new HashMap<>();
  private int size;

  /** Adds one author's days to a cell. */
  public void add(MentionCell key, SortedMap<Integer, SaidByDimension> days) {
    List<DaySaid> said = new ArrayList<>(days.size());
    days.forEach((day, tally) -> said.add(new DaySaid(day, tally)));
    merge(key, new AuthorDays(said), 1, said.size());
  }

  /** Adds reposts of one day to a cell, which touch the dimensions given as bits. */
  public void addReposts(MentionCell key, int day, int dimensions, long count) {
    merge(key, new RepostDay(day, dimensions), count, 1);
  }

  /** Adds the language of one author's classified mentions to a cell of all languages. */
  public void addLanguage(
      MentionCell key, String language, SortedMap<Integer, SaidByDimension> days) {
    days.forEach(
        (day, said) -> {
          long mentions = said.all().classified();
          if (mentions > 0) {
            merge(key, new LanguageDay(day, language), mentions, 1);
          }
        });
  }

  private void merge(MentionCell key, Part part, long count, int days) {
    Map<Part, Long> cell = cells.computeIfAbsent(key, k -> new HashMap<>());
    if (cell.merge(part, count, Long::sum) == count) {
      size += days;
    }
  }

  public boolean isFull() {
    return size >= FLUSH_AT;
  }

  /** Sends what was added up and starts anew. */
  public void flush(BiConsumer<MentionCell, CellContribution> out) {
    cells.forEach(
        (key, cell) ->
            cell.forEach((part, count) -> out.accept(key, new CellContribution(part, count))));
    cells.clear();
    size = 0;
  }
}
