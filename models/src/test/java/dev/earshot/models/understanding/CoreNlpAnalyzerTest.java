package dev.earshot.models.understanding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.Polarity;
import dev.earshot.models.domain.Sentiment;
import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.domain.Understanding;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.topics.ReputationDimensions;
import dev.earshot.models.topics.Taxonomy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class CoreNlpAnalyzerTest {

  @Test
  void tellsWhichModelsAreMissingAndWhatToDo() throws Exception {
    try (URLClassLoader empty = new URLClassLoader(new URL[0], null)) {
      MissingModelsException thrown =
          assertThrows(MissingModelsException.class, () -> CoreNlpParser.create(empty));
      assertEquals(
          "CoreNLP's model files are not on the class path:"
              + " edu/stanford/nlp/models/pos-tagger/english-left3words-distsim.tagger,"
              + " edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz,"
              + " edu/stanford/nlp/models/ner/english.conll.4class.distsim.crf.ser.gz,"
              + " edu/stanford/nlp/models/srparser/englishSR.ser.gz,"
              + " edu/stanford/nlp/models/sentiment/sentiment.ser.gz."
              + " Run scripts/fetch-corenlp-models (919 MB, fetched once) and add the two jars that"
              + " it prints to the class path, or choose --analysis fast.",
          thrown.getMessage());
    }
  }

  @Test
  void addsFiveClassesUpToThree() {
    assertEquals(
        new Sentiment(0.375, 0.125, 0.5),
        CoreNlpParser.threeClasses(List.of(0.125, 0.25, 0.125, 0.25, 0.25)));
  }

  @Test
  void scoresTheSentencesThatHoldATarget() {
    String text = "Acme is wonderful and great. Bolt is horrible and terrible.";
    Understanding understanding =
        analyzer().understand(text, "en", List.of(new TextSpan(0, 4), new TextSpan(29, 33)));
    assertEquals(Polarity.POSITIVE, understanding.targetSentiments().get(0).polarity());
    assertEquals(Polarity.NEGATIVE, understanding.targetSentiments().get(1).polarity());
    assertEquals(
        understanding.sentiment(),
        analyzer().understand(text, "en", List.of(TextSpan.WHOLE)).targetSentiments().get(0));
  }

  @Test
  void leavesOtherLanguagesWithoutSentiment() {
    Understanding understanding = analyzer().understand("Das ist gut", "de", List.of());
    assertEquals("de", understanding.language());
    assertNull(understanding.sentiment());
  }

  @Test
  void findsTopicsByLemma() {
    Taxonomy taxonomy =
        Taxonomy.parse("t", "topics: [{id: buying, name: Buying, phrases: {en: [buy]}}]");
    assumeModels();
    assertEquals(
        List.of("buying"),
        CoreNlpAnalyzer.of(taxonomy, ReputationDimensions.shipped())
            .understand("She bought shoes.", "en", List.of())
            .topics());
  }

  /** Tags and lemmas as a grammar has them; names as they are. */
  @Test
  void findsLemmasTagsAndNames() {
    assumeModels();
    TextParse parse =
        CoreNlpParser.create()
            .parse(new Tokenizer().tokenize("Ada Lovelace bought better shoes in London."));
    assertEquals(
        List.of("Ada", "Lovelace", "buy", "good", "shoe", "in", "London", "."), parse.lemmas());
    assertEquals(
        List.of("NNP", "NNP", "VBD", "JJR", "NNS", "IN", "NNP", "."), parse.partsOfSpeech());
    assertEquals(List.of("person:Ada Lovelace", "location:London"), parse.entities());
  }

  @Test
  void acceptsHostileText() {
    TextAnalyzer analyzer = analyzer();
    for (String text : HostileTexts.all()) {
      Understanding understanding = analyzer.understand(text, "en", List.of(TextSpan.WHOLE));
      assertEquals(1, understanding.targetSentiments().size());
      Sentiment sentiment = understanding.targetSentiments().get(0);
      double sum = sentiment.negative() + sentiment.neutral() + sentiment.positive();
      assertTrue(Math.abs(sum - 1) < 1e-9);
    }
  }

  private static CoreNlpAnalyzer analyzer() {
    assumeModels();
    return CoreNlpAnalyzer.of(Taxonomy.general(), ReputationDimensions.shipped());
  }

  private static void assumeModels() {
    List<String> missing = CoreNlpParser.missingModels(CoreNlpAnalyzerTest.class.getClassLoader());
    Assumptions.assumeTrue(
        missing.isEmpty(),
        "CoreNLP's models are not on the class path (scripts/fetch-corenlp-models): " + missing);
  }
}
