package dev.earshot.models.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlProblemsTest {
  @ParameterizedTest
  @CsvSource({
    "unitd, ' (did you mean ''united''?)'",
    "UNITDE, ' (did you mean ''united''?)'",
    "unxxxd, ''",
    "b, ' (did you mean ''a''?)'",
    "lufthnsa, ' (did you mean ''lufthansa''?)'",
  })
  void suggestsWithinOneEditForEachThreeCharacters(String found, String expected) {
    List<String> known = List.of("c", "a", "lufthansa", "united");
    assertEquals(expected, new YamlProblems("f").didYouMean(found, known));
  }

  @Test
  void suggestionsEndWithTheirBudget() {
    // A comparison costs 1 step and 1,000 * 1,000: 99 fit into 100,000,000.
    String known = "a".repeat(999) + "b";
    String found = "a".repeat(1_000);
    YamlProblems problems = new YamlProblems("f");
    for (int i = 0; i < 99; i++) {
      assertEquals(" (did you mean '" + known + "'?)", problems.didYouMean(found, List.of(known)));
    }
    assertEquals("", problems.didYouMean(found, List.of(known)));
  }

  @Test
  void hostileNamesCostNoTime() {
    List<String> known = new ArrayList<>(Collections.nCopies(10_000, "a".repeat(1_000_000)));
    assertEquals("", new YamlProblems("f").didYouMean("b".repeat(1_000_000), known));
    YamlProblems problems = new YamlProblems("f");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      ids.add("brand-" + i);
    }
    long suggested =
        ids.stream().filter(id -> !problems.didYouMean("x" + id, ids).isEmpty()).count();
    assertTrue(suggested > 50 && suggested < 500, suggested + " of 10,000");
  }

  @Test
  void problemsComeByLineAndColumn() {
    YamlProblems problems = new YamlProblems("f.yaml");
    YamlReader reader =
        new YamlReader(problems, new YamlWording("no YAML: ", "root", "a {found}", "twice", "l"));
    assertEquals(null, reader.compose("a: [", 100));
    problems.add(null, "", "later on the first line");
    problems.add(null, "k", "last");
    assertEquals(3, problems.sorted().size());
    assertEquals("f.yaml:1: later on the first line", problems.sorted().get(0).toString());
    assertEquals("f.yaml:1: k: last", problems.sorted().get(1).toString());
    assertTrue(problems.sorted().get(2).toString().startsWith("f.yaml:1: no YAML: "));
  }
}
