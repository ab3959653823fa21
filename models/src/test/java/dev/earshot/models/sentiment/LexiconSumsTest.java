package dev.earshot.models.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.earshot.models.text.Tokenizer;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Valences of one, so that three steps of a negated one (-0.74) are those of the valence -0.74. */
class LexiconSumsTest {
  private static final ValenceLexicon LEXICON =
      ValenceLexicon.of(Map.of("plus", 1d, "minus", -0.74), Set.of("nix"), Set.of("sehr"));

  /** A negation turns round what stands two tokens before it at most, else after it. */
  @ParameterizedTest
  @CsvSource({
    "plus nix, minus",
    "plus a nix, minus",
    "nix plus, minus",
    "nix a plus, minus",
    "plus nix a b plus, minus a b c plus",
    "plus a b nix, plus a b c",
    "nix a b plus, a b c plus",
  })
  void negationBesideAValence(String text, String same) {
    assertEquals(features(same), features(text));
  }

  @Test
  void emphasisOfTheLexicon() {
    assertNotEquals(features("a plus"), features("sehr plus"));
    assertEquals(features("very plus"), features("sehr plus"));
  }

  private static Set<Long> features(String text) {
    SentimentFeatures features = new SentimentFeatures(LEXICON);
    features.extract(new Tokenizer().tokenize(text));
    Set<Long> found = new TreeSet<>();
    for (int i = 0; i < features.size(); i++) {
      found.add(features.get(i));
    }
    found.retainAll(SentimentFeatures.ofLexicons());
    return found;
  }
}
