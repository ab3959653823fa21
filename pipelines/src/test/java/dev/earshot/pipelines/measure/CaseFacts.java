package dev.earshot.pipelines.measure;

import dev.earshot.models.domain.Polarity;
import dev.earshot.models.topics.ReputationDimensions;
import dev.earshot.pipelines.facts.AboutPerson;
import dev.earshot.pipelines.facts.AboutPerson.MentionFact;
import dev.earshot.pipelines.facts.PhraseHistory;
import dev.earshot.pipelines.listen.people.SpokenOf;
import dev.earshot.pipelines.measure.kit.Facts;
import dev.earshot.pipelines.measure.kit.Facts.NoKey;
import dev.earshot.pipelines.measure.kit.InMemory;
import dev.earshot.pipelines.measure.kit.Measure;
import dev.earshot.pipelines.measure.reputation.BrandKeyPhrasesDaily;
import dev.earshot.pipelines.measure.windows.SlidingWindows;
import dev.earshot.pipelines.measure.windows.WindowSweep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The facts of a case, from its {@code people} and its {@code facts}. */
final class CaseFacts {
  private final ReputationDimensions dimensions;
  private final InMemory facts;

  CaseFacts(ReputationDimensions dimensions, InMemory facts) {
    this.dimensions = dimensions;
    this.facts = facts;
  }

  /** What a person, or each of several, says of a brand in public. */
  private record Person(
      String brandId, String network, String person, int count, List<Map<String, Object>> says) {}

  /** One post, or several of the same day and meaning. */
  private record Said(
      int day,
      String language,
      Polarity polarity,
      boolean repost,
      List<String> topics,
      List<String> dimensions,
      List<String> phrases,
      int times) {}

  void addPeople(List<Map<String, Object>> people) {
    List<AboutPerson> mentions = new ArrayList<>();
    for (Map<String, Object> each : people) {
      Person person = YamlRecords.read(Person.class, each);
      List<Said> says =
          person.says().stream().map(post -> YamlRecords.read(Said.class, post)).toList();
      for (int i = 0; i < Math.max(1, person.count()); i++) {
        for (Said said : says) {
          AboutPerson mention = mention(person, person.person() + i, said);
          mentions.addAll(Collections.nCopies(Math.max(1, said.times()), mention));
        }
      }
    }
    SpokenOf spoken = SpokenOf.mentions(mentions);
    PhraseHistory.all(spoken.phrases())
        .forEach((text, history) -> facts.add(BrandKeyPhrasesDaily.PHRASES, text, history));
    spoken
        .windows()
        .forEach(
            (cell, changes) -> {
              try {
                new WindowSweep(
                        dimensions.ids().size(),
                        state -> facts.add(SlidingWindows.STATES, cell, state))
                    .sweep(cell, changes);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private AboutPerson mention(Person person, String name, Said said) {
    int bits = 0;
    for (String dimension : said.dimensions()) {
      int place = dimensions.ids().indexOf(dimension);
      if (place < 0) {
        throw new IllegalArgumentException("no dimension " + dimension);
      }
      bits |= 1 << place;
    }
    return new AboutPerson(
        person.brandId(),
        person.network(),
        name,
        new MentionFact(
            said.day(),
            said.language(),
            said.polarity(),
            !said.repost(),
            said.topics(),
            bits,
            said.phrases(),
            Set.of()));
  }

  /** Facts by the name of their kind. */
  void addFacts(Map<String, List<Map<String, Object>>> byKind) {
    Map<String, Facts<?, ?>> kinds = new HashMap<>();
    Measures.ALL.forEach(measure -> addKinds(measure, kinds));
    byKind.forEach(
        (name, all) -> {
          Facts<?, ?> kind = kinds.get(name);
          if (kind == null) {
            throw new IllegalArgumentException(
                "no facts " + name + "; there are " + kinds.keySet());
          }
          all.forEach(fact -> addSome(kind, fact));
        });
  }

  private static void addKinds(Measure<?> measure, Map<String, Facts<?, ?>> kinds) {
    List<Facts<?, ?>> used = new ArrayList<>(List.of(measure.facts()));
    measure.sides().forEach(side -> used.add(side.facts()));
    for (Facts<?, ?> kind : used) {
      kinds.put(YamlRecords.snakeCase(kind.name()), kind);
      kind.makers().forEach(maker -> addKinds(maker, kinds));
    }
  }

  /** Adds a fact as often as its {@code times} says, {@code {i}} in its texts being 0, 1, 2 ... */
  private void addSome(Facts<?, ?> kind, Map<String, Object> fact) {
    Map<String, Object> one = new HashMap<>(fact);
    Object times = one.remove("times");
    for (int i = 0; i < (times == null ? 1 : YamlRecords.number(times)); i++) {
      String number = String.valueOf(i);
      add(kind, numbered(one, number));
    }
  }

  private static Map<String, Object> numbered(Map<?, ?> values, String number) {
    Map<String, Object> numbered = new HashMap<>();
    values.forEach((name, value) -> numbered.put((String) name, numberedValue(value, number)));
    return numbered;
  }

  private static @Nullable Object numberedValue(@Nullable Object value, String number) {
    if (value instanceof Map<?, ?> nested) {
      return numbered(nested, number);
    }
    return value instanceof String text ? text.replace("{i}", number) : value;
  }

  private void add(Facts<?, ?> kind, Map<String, Object> fact) {
    if (kind.key() == NoKey.class) {
      facts.add(kind, new NoKey(), YamlRecords.read(kind.type(), fact));
    } else {
      Map<String, Object> left = new HashMap<>(fact);
      Record key = YamlRecords.take(kind.key(), left);
      facts.add(kind, key, YamlRecords.read(kind.type(), left));
    }
  }
}
