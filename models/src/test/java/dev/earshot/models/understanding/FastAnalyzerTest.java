package dev.earshot.models.understanding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.domain.Polarity;
import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.domain.Understanding;
import dev.earshot.models.phrases.InvalidPhraseFileException;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.topics.Taxonomy;
import dev.earshot.models.topics.TopicSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FastAnalyzerTest {
  private static final FastAnalyzer ANALYZER = FastAnalyzer.of(Taxonomy.general());

  @Test
  void understandsAPost() {
    Understanding understanding =
        ANALYZER.understand(
            "@acme I love the new app, thank you!", null, List.of(new TextSpan(0, 5)));
    assertEquals("en", understanding.language());
    Sentiment sentiment = understanding.sentiment();
    assertNotNull(sentiment);
    assertEquals(Polarity.POSITIVE, sentiment.polarity());
    assertEquals(Polarity.POSITIVE, understanding.targetSentiments().get(0).polarity());
    assertEquals(List.of("app_website"), understanding.topics());
    assertEquals(Set.of(Intent.COMPLIMENT, Intent.THANKS), understanding.intents());
  }

  @Test
  void theStatedLanguageWins() {
    assertEquals("en", ANALYZER.understand("Guten Tag", "en-GB", List.of()).language());
    assertEquals("en", ANALYZER.understand("Guten Tag", "EN_us", List.of()).language());
    assertEquals("de", ANALYZER.understand("good day", "de", List.of()).language());
    assertEquals(
        "en",
        ANALYZER
            .understand("What a lovely day to be on the train with all of you", "und", List.of())
            .language());
  }

  @Test
  void otherLanguagesHaveTheTaxonomysTopicsOnly() {
    FastAnalyzer analyzer =
        FastAnalyzer.of(
            Taxonomy.parse("t", "topics: [{id: price, name: Preis, phrases: {nl: [prijs]}}]"));
    Understanding understanding =
        analyzer.understand("Bedankt, goede prijs", "nl", List.of(TextSpan.WHOLE));
    assertNull(understanding.sentiment());
    assertEquals(List.of(), understanding.targetSentiments());
    assertEquals(List.of("price"), understanding.topics());
    assertEquals(Set.of(), understanding.intents());
    assertEquals(List.of(), analyzer.understand("prijs", "en", List.of()).topics());
  }

  @ParameterizedTest
  @CsvSource({
    "de, 'Danke, das war super, ich liebe es!'",
    "es, '¡Me encanta, muchas gracias!'",
    "fr, 'Merci beaucoup, vraiment génial !'",
    "it, 'Grazie mille, bellissimo!'",
    "pt, 'Muito obrigado, adorei, lindo demais!'",
  })
  void languagesWithAModelHaveASentiment(String language, String thanks) {
    Understanding understanding = ANALYZER.understand(thanks, language, List.of(TextSpan.WHOLE));
    Sentiment sentiment = understanding.sentiment();
    assertNotNull(sentiment);
    assertEquals(Polarity.POSITIVE, sentiment.polarity());
    assertEquals(List.of(sentiment), understanding.targetSentiments());
  }

  @Test
  void everyTargetGetsItsSentimentInOrder() {
    String text = "Acme is wonderful. Bolt is horrible.";
    List<Sentiment> sentiments =
        ANALYZER
            .understand(
                text, "en", List.of(new TextSpan(19, 23), new TextSpan(0, 4), TextSpan.WHOLE))
            .targetSentiments();
    assertEquals(3, sentiments.size());
    assertEquals(Polarity.NEGATIVE, sentiments.get(0).polarity());
    assertEquals(Polarity.POSITIVE, sentiments.get(1).polarity());
    assertEquals(ANALYZER.understand(text, "en", List.of()).sentiment(), sentiments.get(2));
  }

  @Test
  void acceptsHostileText() {
    for (String text : HostileTexts.all()) {
      List<TextSpan> targets = new ArrayList<>();
      targets.add(TextSpan.WHOLE);
      IntStream.range(0, Math.min(1_000, text.length()))
          .forEach(i -> targets.add(new TextSpan(i, i + 1)));
      Understanding understanding = ANALYZER.understand(text, "en", targets);
      assertEquals(targets.size(), understanding.targetSentiments().size());
      ANALYZER.understand(text, null, List.of());
    }
  }

  /** What a caller has tokenised is read as it is, to the last bit. */
  @Test
  void tokensAreAsGoodAsTheirText() {
    Tokenizer tokenizer = new Tokenizer();
    List<String> texts = new ArrayList<>(HostileTexts.all());
    texts.add("I @acme love the new lamp!! sooo bright :) but delivery was late #acme");
    for (String text : texts) {
      List<TextSpan> targets = List.of(TextSpan.WHOLE, new TextSpan(0, Math.min(4, text.length())));
      for (String language : new String[] {"en", "de", null}) {
        assertEquals(
            ANALYZER.understand(text, language, targets),
            ANALYZER.understand(tokenizer.tokenize(text), language, targets));
      }
    }
  }

  @Test
  void severalThreadsAgreeWithOne() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      texts.add("Order " + i + " is late. " + "Not good! ".repeat(i % 7) + "Why?");
    }
    List<Understanding> alone =
        texts.stream().map(text -> ANALYZER.understand(text, "en", List.of())).toList();
    List<Understanding> together =
        texts.parallelStream().map(text -> ANALYZER.understand(text, "en", List.of())).toList();
    assertEquals(alone, together);
  }

  @Test
  void oneAnalyzerPerSpecification() {
    String yaml = "topics: [{id: a, name: A, phrases: {en: [alpha]}}]";
    TopicSelection topics = new TopicSelection(List.of(yaml), List.of());
    TextAnalyzer own = new AnalyzerSpec(AnalyzerKind.FAST, topics, null).build();
    assertSame(
        own,
        new AnalyzerSpec(AnalyzerKind.FAST, new TopicSelection(List.of(yaml), List.of()), null)
            .build());
    assertEquals(List.of("a"), own.understand("alpha", "en", List.of()).topics());
    assertSame(AnalyzerSpec.fast().build(), AnalyzerSpec.fast().build());
    assertThrows(
        InvalidPhraseFileException.class,
        () ->
            new AnalyzerSpec(
                    AnalyzerKind.FAST, new TopicSelection(List.of("topics: 1"), List.of()), null)
                .build());
  }
}
