package dev.earshot.models.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.earshot.models.text.Tokenizer;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
              hints: {en: [driver, door]}
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
  void theMainTopicCoversTheMostWords() {
    assertEquals("delivery", main("next day, not too much: price and next day"));
    assertEquals("price", main("deliver for less: too much"));
    assertEquals("price", main("price and deliver"), "the first of equals");
    assertNull(main("nothing"));
  }

  @Test
  void hintsCountHalfAndMakeNoTopicOccur() {
    assertEquals(List.of(), topics("en", "The driver"));
    assertEquals("delivery", main("The driver"));
    assertEquals("price", main("The driver and the price"));
    assertEquals("delivery", main("The driver, the door, the driver and the price"));
  }

  @Test
  void onlyCandidatesAreMain() {
    assertEquals(
        "delivery",
        TopicMatcher.of(TAXONOMY, "en")
            .mainTopicOf(new Tokenizer().tokenize("too much, deliver"), List.of("delivery")));
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

  private static @Nullable String main(String text) {
    return TopicMatcher.of(TAXONOMY, "en")
        .mainTopicOf(new Tokenizer().tokenize(text), List.of("delivery", "price"));
  }

  private static List<String> topics(String language, String text) {
    return TopicMatcher.of(TAXONOMY, language).topicsOf(new Tokenizer().tokenize(text));
  }
}
