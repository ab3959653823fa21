package dev.earshot.models.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.Polarity;
import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.phrases.InvalidPhraseFileException;
import dev.earshot.models.phrases.TokenForms;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.text.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final Path TEXTS = Path.of("../testdata/sentiment/turned.tsv");

  private static final TurnedPhrases SMALL =
      TurnedPhrases.parse(
          "small",
          """
          words:
            PROBLEM: [problem, bad luck]
          turns:
            - says: positive
              phrases: [no PROBLEM (at) (all)]
            - says: negative
              phrases: [no problem be <any> solved]
            - says: nothing
              phrases: [no problem child]
          """);

  private final Tokenizer tokenizer = new Tokenizer();

  private static Turns turns(Tokens tokens) {
    TokenForms forms = new TokenForms();
    forms.read(tokens, true);
    Turns turns = new Turns(SMALL);
    turns.find(forms);
    return turns;
  }

  private int says(String text) {
    Tokens tokens = tokenizer.tokenize(text);
    Turns turns = turns(tokens);
    return turns.direction(TokenRange.all(tokens));
  }

  @Test
  void listsAreFilledInAndPartsInParenthesesMayBeMissing() {
    assertEquals(1, says("we had no problems"));
    assertEquals(1, says("No bad luck at all"));
    assertEquals(0, says("a problem"));
  }

  @Test
  void theLongestPhraseWins() {
    assertEquals(-1, says("no problem be ever solved"));
    assertEquals(0, says("no problem child"));
  }

  @Test
  void noPhraseReachesOverPunctuation() {
    assertEquals(0, says("Is it open? No. Problem!"));
    assertEquals(1, says("no problem be, solved"));
  }

  @Test
  void whatCancelsOutSaysNothingAndOtherRangesDoNotCount() {
    String text = "no problem and no problem be ever solved";
    assertEquals(0, says(text));
    Tokens tokens = tokenizer.tokenize(text);
    Turns turns = turns(tokens);
    assertEquals(1, turns.direction(new TokenRange(0, 2, List.of())));
    assertEquals(0, turns.direction(new TokenRange(1, 3, List.of())));
    assertEquals(2, turns.endAt(0, new TokenRange(0, 2, List.of())));
    assertEquals(0, turns.endAt(0, new TokenRange(0, 1, List.of())));
  }

  @Test
  void mistakesAreToldWithTheirLines() {
    InvalidPhraseFileException exception =
        assertThrows(
            InvalidPhraseFileException.class,
            () ->
                TurnedPhrases.parse(
                    "own.yaml",
                    """
                    words: {}
                    turns:
                      - says: perhaps
                        phrases: [a]
                      - says: positive
                        phrases: [good <any>]
                    """));
    assertTrue(exception.getMessage().contains("line 3"), exception.getMessage());
    assertTrue(exception.getMessage().contains("line 5"), exception.getMessage());
  }

  @Test
  void hostileTextTakesLinearTime() {
    String text = "wish no never used to be could not ".repeat(40_000);
    SentimentModel model = SentimentModel.english();
    assertTimeout(Duration.ofSeconds(20), () -> model.score(tokenizer.tokenize(text)));
  }

  /** The classifiers beside the sentiment model read the features of all words. */
  @Test
  void theFeaturesOfAScoredTextAreThoseOfAllItsWords() {
    SentimentModel model = SentimentModel.english();
    Tokens tokens = tokenizer.tokenize("no problems with my coat");
    model.score(tokens);
    int size = model.features().size();
    model.features().extract(tokens);
    assertEquals(model.features().size(), size);
  }

  /**
   * Texts written before the phrases: 69 of 151 were right without them. Half were looked at while
   * the phrases were chosen; of the other 74 the model card states how many are right.
   */
  @Test
  void textsWhoseWordsAndMeaningPointApart() throws IOException {
    SentimentModel model = SentimentModel.english();
    List<String> lines = Files.readAllLines(TEXTS);
    int right = 0;
    int kept = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      int start = cells[5].indexOf(cells[3]);
      TextSpan target = new TextSpan(start, start + cells[3].length());
      Polarity found =
          model.scoreToward(tokenizer.tokenize(cells[5]), target, List.of()).polarity();
      if (cells[0].equals("kept")) {
        kept++;
        right += found == Polarity.valueOf(cells[2].toUpperCase(Locale.ROOT)) ? 1 : 0;
      }
    }
    assertEquals(74, kept);
    assertTrue(right >= 60, right + " of " + kept);
  }
}
