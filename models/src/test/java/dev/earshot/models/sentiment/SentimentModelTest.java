package dev.earshot.models.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.Polarity;
import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.text.Tokenizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentimentModelTest {
  private final SentimentModel model = SentimentModel.english();
  private final Tokenizer tokenizer = new Tokenizer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I love this phone, best purchase ever :)     | POSITIVE
          thank you so much, that was amazing!!!       | POSITIVE
          😍😍 can't wait for tomorrow                 | POSITIVE
          worst service ever, I hate you               | NEGATIVE
          This is so sad and disappointing :(          | NEGATIVE
          not good at all, very bad and broken         | NEGATIVE
          The meeting is on Tuesday at 10:30           | NEUTRAL
          New store opens in Dublin tomorrow           | NEUTRAL
          """)
  void plainCases(String text, Polarity expected) {
    assertEquals(expected, model.score(tokenizer.tokenize(text)).polarity(), text);
  }

  @Test
  void probabilitiesAddUpToOneForAnyText() {
    for (String text : List.of("", "\0", "\uD83D", "!".repeat(1 << 20), "ab ".repeat(1 << 18))) {
      Sentiment sentiment = model.score(tokenizer.tokenize(text));
      assertEquals(1, sentiment.negative() + sentiment.neutral() + sentiment.positive(), 1e-12);
    }
  }

  @Test
  void twoModelsAgreeToTheLastBit() {
    SentimentModel other = SentimentModel.english();
    other.score(tokenizer.tokenize("something else first"));
    assertEquals(
        model.score(tokenizer.tokenize("nice one @acme")),
        other.score(tokenizer.tokenize("nice one @acme")));
  }

  @Test
  void contrastedTargetsGetTheirOwnClause() {
    String text = "I love Acme, they are awesome, but Globex is terrible and I hate them";
    TextSpan acme = span(text, "Acme");
    TextSpan globex = span(text, "Globex");
    Sentiment towardAcme = model.scoreToward(tokenizer.tokenize(text), acme, List.of(globex));
    Sentiment towardGlobex = model.scoreToward(tokenizer.tokenize(text), globex, List.of(acme));
    assertEquals(Polarity.POSITIVE, towardAcme.polarity());
    assertEquals(Polarity.NEGATIVE, towardGlobex.polarity());
  }

  @Test
  void wholeTextCountsForATargetThatIsNotNamed() {
    String text = "thanks, great help";
    assertEquals(
        model.score(tokenizer.tokenize(text)),
        model.scoreToward(tokenizer.tokenize(text), TextSpan.WHOLE, List.of()));
  }

  @Test
  void aNameIsNoOpinion() {
    String good = "Happy Best opens in Dublin";
    String plain = "Acme Corp opens in Dublin";
    assertEquals(
        model.scoreToward(tokenizer.tokenize(plain), span(plain, "Acme Corp"), List.of()),
        model.scoreToward(tokenizer.tokenize(good), span(good, "Happy Best"), List.of()));
  }

  /** Where nobody else is named, a clause that says nothing leaves it to the rest of the text. */
  @Test
  void aNeutralClauseOfALoneTargetIsLeftOut() {
    String text = "Acme has opened at the station. I love it, the staff are wonderful";
    TextSpan acme = span(text, "Acme");
    TextSpan station = span(text, "station");
    assertEquals(
        Polarity.POSITIVE, model.scoreToward(tokenizer.tokenize(text), acme, List.of()).polarity());
    Sentiment shared = model.scoreToward(tokenizer.tokenize(text), acme, List.of(station));
    Sentiment alone = model.scoreToward(tokenizer.tokenize(text), acme, List.of());
    assertTrue(shared.positive() < alone.positive(), shared + " " + alone);
  }

  private static TextSpan span(String text, String name) {
    int start = text.indexOf(name);
    return new TextSpan(start, start + name.length());
  }
}
