package dev.earshot.models.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.earshot.models.text.Tokenizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicMatcherTest {
  private static final Taxonomy TAXONOMY =
      Taxonomy.parse(
          "test.yaml",
          """
          topics:
            - id: price
              name: Price
              phrases: {en: [price, too much], de: [preis]}
              exclusions: {en: [price of fame]}
            - id: delivery
              name: Delivery
              phrases: {en: [deliver, next day]}
              exclusions: {en: [deliver a speech]}
          """);

  @Test
  void sortsTopics() {
    assertEquals(List.of("delivery", "price"), topics("en", "Prices, delivered."));
  }

  @Test
  void excludesOnlyWithinTheExclusion() {
    assertEquals(List.of(), topics("en", "He delivered a speech on the price of fame"));
    assertEquals(
        List.of("delivery"), topics("en", "He delivered a speech, then delivered a parcel"));
    assertEquals(List.of("price"), topics("en", "He delivered a speech on prices"));
  }

  @Test
  void findsWordsWrittenTogether() {
    assertEquals(List.of("delivery", "price"), topics("en", "#NextDay #toomuch"));
    assertEquals(List.of("delivery"), topics("en", "next-day"));
  }

  @Test
  void looksForPhrasesOfItsLanguageOnly() {
    assertEquals(List.of("price"), topics("de", "Der Preis"));
    assertEquals(List.of(), topics("de", "the price"));
    assertEquals(List.of(), topics("fr", "price"));
  }

  @Test
  void allocatesNoListWithoutATopic() {
    assertSame(List.of(), topics("en", "nothing of the kind"));
  }

  private static List<String> topics(String language, String text) {
    return TopicMatcher.of(TAXONOMY, language).topicsOf(new Tokenizer().tokenize(text));
  }
}
