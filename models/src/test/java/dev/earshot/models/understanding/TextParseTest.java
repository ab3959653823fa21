package dev.earshot.models.understanding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.domain.TextSpan;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextParseTest {
  private static final Sentiment GOOD = new Sentiment(0, 0.25, 0.75);
  private static final Sentiment BAD = new Sentiment(1, 0, 0);
  private static final TextParse PARSE =
      new TextParse(
          List.of(new TextParse.Sentence(0, 10, 3, GOOD), new TextParse.Sentence(11, 15, 1, BAD)),
          List.of(
              new TextParse.Token(0, 4, "Acme", "NNP"), new TextParse.Token(5, 10, "shine", "VBZ")),
          List.of("organization:Acme"));

  @Test
  void sentencesWeighByTheirTokens() {
    assertEquals(new Sentiment(0.25, 0.1875, 0.5625), PARSE.sentiment());
  }

  @Test
  void onlyTheSentencesThatHoldATargetCount() {
    assertEquals(GOOD, PARSE.toward(new TextSpan(0, 4)));
    assertEquals(BAD, PARSE.toward(new TextSpan(12, 14)));
    assertEquals(PARSE.sentiment(), PARSE.toward(new TextSpan(8, 12)));
    assertEquals(PARSE.sentiment(), PARSE.toward(TextSpan.WHOLE));
    assertEquals(PARSE.sentiment(), PARSE.toward(new TextSpan(40, 44)));
  }

  @Test
  void nothingIsNeutral() {
    TextParse empty = new TextParse(List.of(), List.of(), List.of());
    assertEquals(new Sentiment(0, 1, 0), empty.sentiment());
    assertEquals(new Sentiment(0, 1, 0), empty.toward(new TextSpan(0, 1)));
  }

  @Test
  void lemmasAndTagsStandInTheSameOrder() {
    assertEquals(List.of("Acme", "shine"), PARSE.lemmas());
    assertEquals(List.of("NNP", "VBZ"), PARSE.partsOfSpeech());
  }
}
