package dev.earshot.models.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.text.Tokenizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPhrasesTest {
  private final Tokenizer tokenizer = new Tokenizer();
  private final KeyPhrases phrases = new KeyPhrases();

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "The battery life of the new phone is bad, battery life",
    "I went to Paris with my sister, paris",
    "Paris is lovely, ''",
    "so slow!! customer support, customer support",
    "@acme your delivery driver https://a.example left, delivery driver",
    "card 4929 declined twice, ''",
    "late night train service change, late night|night train|train service|service change",
    "#MyTag and #mytag again, #mytag",
    "it works, ''",
    "They told me Wednesday and now Monday, ''",
    "Late on Monday morning, ''",
    "The Black Friday offer is gone, black friday offer",
    "Closed in March, march",
    "#Monday #Montag #lundi #blackfriday, #blackfriday",
    "'', ''",
  })
  void findsRunsNamesAndHashtags(String text, String expected) {
    List<String> found = phrases.of(tokenizer.tokenize(text), true);
    assertEquals(expected, String.join("|", found));
  }

  @Test
  void otherLanguagesGiveHashtagsOnly() {
    assertEquals(
        List.of("#akku"),
        phrases.of(tokenizer.tokenize("Die schlechte Batterie in Berlin #Akku"), false));
  }

  @Test
  void neverMoreThanTheMost() {
    StringBuilder text = new StringBuilder();
    for (char c = 'a'; c <= 'z'; c++) {
      text.append("#tag").append(c).append(' ');
    }
    assertEquals(
        List.of("#taga", "#tagb", "#tagc", "#tagd", "#tage", "#tagf"),
        phrases.of(tokenizer.tokenize(text.toString()), true));
  }
}
