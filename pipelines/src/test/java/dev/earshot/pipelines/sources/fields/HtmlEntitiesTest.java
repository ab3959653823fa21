package dev.earshot.pipelines.sources.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlEntitiesTest {
  /** Names as in the HTML standard's list of named character references. */
  @ParameterizedTest
  @CsvSource({
    "caf&eacute;, café",
    "a &amp; b, a & b",
    "5 &euro; &hellip;, 5 € …",
    "it&rsquo;s, it’s",
    "&CounterClockwiseContourIntegral;, ∳",
    "&NotEqualTilde;, ≂̸",
    "&#8364; &#x20AC; &#X1F600;, € € 😀",
    // Once: what was written about HTML stays what was written.
    "&amp;lt;, &lt;",
    // Without a semicolon, of no such name, or no character.
    "x?a=1&copy=2&section=3, x?a=1&copy=2&section=3",
    "AT&T; R&;D &#; &#x; &#xD800; &#0;, AT&T; R&;D &#; &#x; &#xD800; &#0;",
    "&Nope; &Amp;, &Nope; &Amp;"
  })
  void unescapes(String text, String expected) {
    assertEquals(expected, HtmlEntities.unescape(text));
  }
}
