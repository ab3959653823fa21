package dev.earshot.models.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In each text, A1 is the target and A2, A3 are others. */
class TargetContextTest {
  private static String context(String text) {
    Tokens tokens = new Tokenizer().tokenize(text);
    List<TextSpan> others = new ArrayList<>();
    for (String name : List.of("A2", "A3")) {
      if (text.contains(name)) {
        others.add(span(text, name));
      }
    }
    TokenRange range = TargetContext.of(tokens, span(text, "A1"), others);
    return text.substring(tokens.start(range.from()), tokens.end(range.to() - 1));
  }

  private static TextSpan span(String text, String name) {
    int start = text.indexOf(name);
    return new TextSpan(start, start + name.length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          so good, A1 is, but slow             | so good, A1 is, but slow
          A1 is great but A2 is bad            | A1 is great
          A2 is great but A1 is bad            | A1 is bad
          A1 is better than A2                 | A1 is better
          love A1 hate A2                      | love A1 hate
          moved from A2 to A1 and happy        | A1 and happy
          A1 and A2 are great                  | A1 and A2 are great
          A2 and A1 are great                  | A2 and A1 are great
          A1, A2 and A3 all fail               | A1, A2 and A3 all fail
          A2, A1 and A3 all fail               | A1 and A3 all fail
          I like A1. Really. A2 is bad.        | I like A1. Really
          A2 is bad. A1 is good. Really.       | A1 is good. Really.
          """)
  void clauses(String text, String expected) {
    assertEquals(expected, context(text));
  }

  @Test
  void aLineFeedEndsAClause() {
    assertEquals("A1 good", context("A1 good\nA2 bad"));
  }

  @Test
  void behindTheLastTokenEverythingCounts() {
    Tokens tokens = new Tokenizer().tokenize("A2 is bad. So is A3. ");
    List<TextSpan> others = List.of(new TextSpan(0, 2), new TextSpan(17, 19));
    TokenRange everything = TokenRange.all(tokens);
    assertEquals(everything, TargetContext.of(tokens, new TextSpan(20, 21), others));
    assertEquals(everything, TargetContext.of(tokens, new TextSpan(21, 25), others));
    Tokens none = new Tokenizer().tokenize(" ");
    assertEquals(TokenRange.all(none), TargetContext.of(none, new TextSpan(0, 1), others));
  }

  @Test
  void overlappingNamesAreOneTarget() {
    Tokens tokens = new Tokenizer().tokenize("Acme Air is bad but Acme rocks");
    TokenRange range = TargetContext.of(tokens, new TextSpan(0, 8), List.of(new TextSpan(0, 4)));
    assertEquals(0, range.from());
    assertEquals(7, range.to());
  }
}
