package dev.earshot.models.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.phrases.InvalidPhraseFileException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelWordsTest {
  private static final List<String> OWN = List.of("negative", "neutral", "positive");
  private final LabelWords words = LabelWords.shipped();

  @ParameterizedTest
  @CsvSource({
    "Very_Negative, very negative",
    "' off  Topic ', off topic",
    "off-topic, off topic",
    "-1, -1",
    "-1.0, -1",
    "I can’t tell, i can't tell"
  })
  void wordsAreNormalised(String word, String normalised) {
    assertEquals(normalised, LabelScheme.normalised(word));
  }

  /** The same figure means something else beside others. */
  @Test
  void theOtherWordsOfTheFileDecide() {
    assertEquals("neutral", sentiment(List.of("-1", "0", "1")).labelOf("0"));
    assertEquals("negative", sentiment(List.of("0", "1", "2")).labelOf("0"));
    assertEquals("neutral", sentiment(List.of("0", "2", "4")).labelOf("2"));
    assertEquals("positive", sentiment(List.of("0", "1")).labelOf("1"));
    assertEquals("negative", sentiment(List.of("1", "2", "3", "4", "5")).labelOf("2"));
    assertEquals(LabelScheme.LEFT_OUT, sentiment(List.of("pos", "neg")).labelOf("irrelevant"));
  }

  @Test
  void ownLabelsAreAlwaysKnown() {
    LabelScheme topics =
        words.choose(EvaluationTask.TOPIC, List.of("delivery", "Can't tell"), List.of("delivery"));
    assertEquals("delivery", topics.labelOf("Delivery"));
    assertEquals(LabelScheme.NONE, topics.labelOf("can't tell"));
    assertNull(topics.labelOf("weather"));
  }

  @Test
  void yesIsTheLabelThatTheFileIsAbout() {
    LabelScheme spam = words.chooseYesOrNo(List.of("ham", "spam"), "spam");
    assertEquals("spam", spam.labelOf("SPAM"));
    assertEquals(LabelScheme.NONE, spam.labelOf("ham"));
    LabelScheme price = words.chooseYesOrNo(List.of("0", "1"), "price");
    assertEquals("price", price.labelOf("1"));
    LabelWords doubtful =
        LabelWords.parse("x", "yes_or_no:\n  - {\"yes\": [y], \"no\": [n], left_out: [maybe]}\n");
    assertEquals(
        LabelScheme.LEFT_OUT, doubtful.chooseYesOrNo(List.of("y"), "price").labelOf("maybe"));
  }

  /** Both kinds of sentiment are labelled with the same words. */
  @Test
  void sentimentTowardATargetUsesTheWordsOfSentiment() {
    LabelScheme scheme = words.choose(EvaluationTask.TARGET_SENTIMENT, List.of("0", "2", "4"), OWN);
    assertEquals("positive", scheme.labelOf("4"));
    assertEquals("target-sentiment", EvaluationTask.TARGET_SENTIMENT.code());
    assertTrue(EvaluationTask.TOPIC.isMultiLabel() && EvaluationTask.INTENT.isMultiLabel());
  }

  @Test
  void aWordMeansOneThing() {
    InvalidPhraseFileException wrong =
        assertThrows(
            InvalidPhraseFileException.class,
            () -> LabelWords.parse("x.yaml", "topic:\n  - {a: [late], b: [Late]}\n"));
    assertTrue(wrong.getMessage().contains("Late is a too"), wrong.getMessage());
  }

  private LabelScheme sentiment(List<String> labels) {
    return words.choose(EvaluationTask.SENTIMENT, labels, OWN);
  }
}
