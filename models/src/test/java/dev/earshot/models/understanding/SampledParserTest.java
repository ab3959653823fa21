package dev.earshot.models.understanding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.text.Tokens;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SampledParserTest {
  private static final int TEXTS = 10_000;

  private final Map<String, Integer> parsed = new HashMap<>();

  @Test
  void parsesADistinctTextOnce() {
    SampledParser parser = parser(1);
    TextParse first = parser.parse(tokens("the same words"));
    assertNotNull(first);
    assertSame(first, parser.parse(tokens(new String("the same words".toCharArray()))));
    assertNotNull(parser.parse(tokens("other words")));
    assertEquals(Map.of("the same words", 1, "other words", 1), parsed);
  }

  /** Binomial: 10,000 texts, a quarter; four standard deviations are 173. */
  @Test
  void parsesItsShare() {
    assertEquals(2_500, sample(0.25).size(), 173);
  }

  @Test
  void aSmallerSampleIsPartOfALargerOne() {
    Set<String> both = new HashSet<>(sample(0.1));
    both.removeAll(sample(0.2));
    assertEquals(Set.of(), both);
  }

  @Test
  void anotherParserTakesTheSameTexts() {
    assertEquals(sample(0.3), sample(0.3));
  }

  @Test
  void refusesWhatIsNoShare() {
    assertThrows(IllegalArgumentException.class, () -> parser(0));
    assertThrows(IllegalArgumentException.class, () -> parser(1.01));
    assertThrows(IllegalArgumentException.class, () -> parser(Double.NaN));
  }

  private Set<String> sample(double share) {
    parsed.clear();
    SampledParser parser = parser(share);
    for (int i = 0; i < TEXTS; i++) {
      parser.parse(tokens("order " + i + " came late"));
    }
    return Set.copyOf(parsed.keySet());
  }

  private static Tokens tokens(String text) {
    return new Tokenizer().tokenize(text);
  }

  private SampledParser parser(double share) {
    return new SampledParser(
        share,
        tokens -> {
          parsed.merge(tokens.text(), 1, Integer::sum);
          return new TextParse(List.of(), List.of(), List.of());
        });
  }
}
