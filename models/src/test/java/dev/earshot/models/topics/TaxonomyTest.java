package dev.earshot.models.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.models.phrases.InvalidPhraseFileException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaxonomyTest {

  @Test
  void noTopicIsCalledAll() {
    InvalidPhraseFileException wrong =
        assertThrows(
            InvalidPhraseFileException.class,
            () ->
                Taxonomy.parse(
                    "t.yaml", "topics:\n  - {id: all, name: A, phrases: {en: [apple]}}\n"));
    assertEquals(List.of("line 2, topics[0].id: all has a meaning of its own"), wrong.problems());
  }

  @Test
  void reportsAllMistakesAtOnce() {
    assertEquals(
        List.of(
            "line 2, topics[0].id: must be of lower-case letters, digits and _, not Price",
            "line 4, topics[0].phrases.en[1]: unknown placeholder <link>",
            "line 4, topics[0].phrases.en[2]: must be a text that is not empty",
            "line 5, topics[0].exclusion: unknown key",
            "line 6, topics[1].name: is missing",
            "line 7, topics[1].phrases: must be a mapping of keys to values",
            "line 8, topics[2].id: a is given twice",
            "line 10, topics[2].phrases.english: is not an ISO 639-1 code"),
        problems(
            """
            topics:
              - id: Price
                name: Price
                phrases: {en: [price, see <link>, ""]}
                exclusion: {}
              - id: a
                phrases: [price]
              - id: a
                name: A
                phrases: {english: [a]}
            """));
  }

  @Test
  void tellsWhereYamlIsBroken() {
    assertEquals(1, problems("topics: [").size());
    assertEquals(List.of("line 1, the file is empty"), problems(""));
    assertEquals(
        List.of(
            "line 1, the file: must be a mapping of keys to values", "line 1, topics: is missing"),
        problems("- a"));
    assertEquals(List.of("line 2, topics: is given twice"), problems("topics: []\ntopics: []\n"));
  }

  @Test
  void theMessageNamesTheFile() {
    InvalidPhraseFileException thrown =
        assertThrows(
            InvalidPhraseFileException.class, () -> Taxonomy.parse("mine.yaml", "topics: 1"));
    assertEquals(
        "mine.yaml has 1 mistake(s):\n  line 1, topics: must be a list", thrown.getMessage());
  }

  private static List<String> problems(String yaml) {
    return assertThrows(InvalidPhraseFileException.class, () -> Taxonomy.parse("t", yaml))
        .problems();
  }
}
