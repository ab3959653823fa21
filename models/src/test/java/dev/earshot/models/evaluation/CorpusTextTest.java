package dev.earshot.models.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CorpusTextTest {
  @Test
  void escapesOfTheDownloadAreResolved() {
    assertEquals("I’m, a & b", CorpusText.unescape("I\\u2019m\\u002c a &amp; b"));
    assertEquals("say \"hi\"\n<3", CorpusText.unescape("say \"\"hi\\\"\\n&lt;3"));
    assertEquals("\\u20 \\", CorpusText.unescape("\\u20 \\"));
  }
}
