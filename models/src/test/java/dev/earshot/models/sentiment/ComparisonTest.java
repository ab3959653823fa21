package dev.earshot.models.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.earshot.models.domain.SwitchDirection;
import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.text.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In each case: the text, what it says of Acme and of Globex. */
class ComparisonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Acme is better than Globex                              | 1  | -1
          Acme is so much better than the Globex one              | 1  | -1
          Acme is worse than Globex                               | -1 | 1
          Acme is not better than Globex                          | -1 | 1
          @Acme > @Globex                                         | 1  | -1
          #Acme < #Globex                                         | -1 | 1
          I prefer Acme over Globex                               | 1  | -1
          Acme beats Globex any day                               | 1  | -1
          switched from Acme to Globex, so happy                  | -1 | 1
          We are moving from the Acme app to Globex tomorrow      | -1 | 1
          just left Acme for Globex                               | -1 | 1
          thinking of switching to Globex. Acme?                  | 0  | 1
          never switching to Globex, Acme forever                 | 0  | 0
          Acme and Globex are both in town                        | 0  | 0
          from Acme to Globex is a short walk                     | 0  | 0
          I left Acme at five. Better than Tuesday at Globex      | 0  | 0
          Acme is good. Better than nothing, Globex               | 0  | 0
          """)
  void rolesOfBothTargets(String text, int acme, int globex) {
    Tokens tokens = new Tokenizer().tokenize(text);
    assertEquals(acme, Comparison.of(tokens, span(text, "Acme")), "Acme: " + text);
    assertEquals(globex, Comparison.of(tokens, span(text, "Globex")), "Globex: " + text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      textBlock =
          """
          I switched from Acme to Globex                           | FROM | TO
          Switched to Globex from Acme last week                   | FROM | TO
          leaving Acme for Globex                                  | FROM | TO
          We left @Acme for @Globex and never looked back          | FROM | TO
          I just replaced my Acme with a Globex                    | FROM | TO
          moving to Acme, bye Globex                               | TO   | -
          Thinking of switching to Globex. Any advice, Acme?       | -    | TO
          We are moving from the Acme app to Globex tomorrow       | FROM | TO
          ditching Acme tomorrow, tired of it. Globex it is        | FROM | -
          not switching from Acme to Globex                        | -    | -
          had enough of Acme, going back to Globex                 | -    | TO
          never going back to Globex, Acme rules                   | -    | -
          never leaving Acme, Globex                               | -    | -
          I will never switch to Globex, Acme forever              | -    | -
          Acme and Globex are both in town                         | -    | -
          Acme is better than Globex                               | -    | -
          the train from Acme to Globex                            | -    | -
          """)
  void sidesOfASwitch(
      String text, @Nullable SwitchDirection acme, @Nullable SwitchDirection globex) {
    Tokens tokens = new Tokenizer().tokenize(text);
    assertEquals(
        acme, Comparison.switchOf(tokens, List.of(span(text, "Acme")), true), "Acme: " + text);
    assertEquals(
        globex,
        Comparison.switchOf(tokens, List.of(span(text, "Globex")), true),
        "Globex: " + text);
  }

  /** A brand that is spoken to is "you". */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          I am switching to you from Globex         | TO
          You know, I just moved from Globex to you | TO
          leaving Globex for you                    | TO
          I am switching from you to Globex         | FROM
          did you switch to Globex                  | -
          """)
  void whoIsSpokenTo(String text, @Nullable SwitchDirection direction) {
    Tokens tokens = new Tokenizer().tokenize(text);
    assertEquals(direction, Comparison.switchOf(tokens, Comparison.addressee(tokens), true), text);
  }

  @Test
  void whoLeavesAShopIsNoLostCustomer() {
    String text = "left Acme for lunch";
    Tokens tokens = new Tokenizer().tokenize(text);
    List<TextSpan> acme = List.of(span(text, "Acme"));
    assertNull(Comparison.switchOf(tokens, acme, false));
    assertEquals(SwitchDirection.FROM, Comparison.switchOf(tokens, acme, true));
  }

  @Test
  void anyMentionOfABrandMayTell() {
    String text = "@Acme hello, I am switching from Acme";
    Tokens tokens = new Tokenizer().tokenize(text);
    List<TextSpan> acme = List.of(new TextSpan(0, 5), new TextSpan(33, 37));
    assertEquals(SwitchDirection.FROM, Comparison.switchOf(tokens, acme, false));
    assertNull(Comparison.switchOf(tokens, List.of(), true));
  }

  private static TextSpan span(String text, String name) {
    int start = text.indexOf(name);
    boolean hasSign = start > 0 && "@#".indexOf(text.charAt(start - 1)) >= 0;
    return new TextSpan(hasSign ? start - 1 : start, start + name.length());
  }
}
