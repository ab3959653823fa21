package dev.earshot.models.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.Polarity;
import dev.earshot.models.text.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HindiSentimentTest {
  private static final Path HAND_MADE = Path.of("../testdata/sentiment/hindi.tsv");

  private final SentimentModel model = SentimentModel.ofLanguage("hi");
  private final Tokenizer tokenizer = new Tokenizer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          सेवा बहुत अच्छी है           | POSITIVE
          service bahut achhi hai      | POSITIVE
          सेवा अच्छी नहीं है            | NEGATIVE
          service achhi nahi hai       | NEGATIVE
          खराब सामान                   | NEGATIVE
          कल दुकान खुलेगी               | NEUTRAL
          kal dukaan khulegi           | NEUTRAL
          \u095Bबरदस्त फ़ोन             | POSITIVE
          """)
  void bothScriptsAndTheNegationAfterTheWord(String text, Polarity expected) {
    assertEquals(expected, model.score(tokenizer.tokenize(text)).polarity(), text);
  }

  /** Thirty texts of each class; 30 of 90 would be right by lot, 0.8 is ten deviations above. */
  @Test
  void handMadeTextsOfBothScripts() throws IOException {
    List<String> lines = Files.readAllLines(HAND_MADE);
    Map<String, Integer> right = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Polarity polarity = Polarity.valueOf(cells[0].toUpperCase(Locale.ROOT));
      if (model.score(tokenizer.tokenize(cells[3])).polarity() == polarity) {
        right.merge(cells[1], 1, Integer::sum);
      }
    }
    assertTrue(right.get("deva") >= 36 && right.get("latn") >= 36, right.toString());
  }
}
