package dev.earshot.pipelines.listen.people;

import dev.earshot.pipelines.facts.AboutPerson;
import dev.earshot.pipelines.facts.CellAccumulator;
import dev.earshot.pipelines.facts.CellContribution;
import dev.earshot.pipelines.facts.MentionCell;
import dev.earshot.pipelines.facts.PhraseCount;
import dev.earshot.pipelines.facts.PhraseKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What people say of brands, added up as {@link GroupPeople} does.
 *
 * @param windows changes of sliding windows, by cell
 * @param phrases who used which phrase
 */
public record SpokenOf(
    Map<MentionCell, List<CellContribution>> windows, Map<PhraseKey, PhraseCount> phrases) {

  /** Adds up mentions, in any order. */
  public static SpokenOf mentions(List<AboutPerson> mentions) {
    Map<String, PersonSums> people = new LinkedHashMap<>();
    CellAccumulator accumulator = new CellAccumulator();
    for (AboutPerson said : mentions) {
      people
          .computeIfAbsent(said.pair(), p -> new PersonSums(said))
          .add((AboutPerson.MentionFact) said.said(), accumulator);
    }
    Map<PhraseKey, PhraseCount> phrases = new HashMap<>();
    for (PersonSums person : people.values()) {
      person.addTo(accumulator);
      person.phrases().forEach((key, count) -> phrases.merge(key, count, PhraseCount::plus));
    }
    Map<MentionCell, List<CellContribution>> windows = new HashMap<>();
    accumulator.flush(
        (cell, delta) -> windows.computeIfAbsent(cell, c -> new ArrayList<>()).add(delta));
    return new SpokenOf(windows, phrases);
  }
}
