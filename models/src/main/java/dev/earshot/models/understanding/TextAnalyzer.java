package dev.earshot.models.understanding;

import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.domain.Understanding;
import dev.earshot.models.text.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Analyzer of one text: gives its language, sentiment, topics, dimensions of reputation and
 * intents. Posts and messages are read by it once each, before anything is grouped. Implementations
 * are deterministic and safe for use by several threads; they accept any text, however broken.
 */
public interface TextAnalyzer {

  /**
   * Understands one text.
   *
   * @param text the text as it stands
   * @param statedLanguage the source's own statement of the language; wins over detection
   * @param targets where the brands are named; see {@link TextSpan#WHOLE}
   */
  Understanding understand(String text, @Nullable String statedLanguage, List<TextSpan> targets);

  /**
   * Understands a text that the caller has tokenised; the answer is the same.
   *
   * @param tokens of the text, with nothing left out
   */
  default Understanding understand(
      Tokens tokens, @Nullable String statedLanguage, List<TextSpan> targets) {
    return understand(tokens.text(), statedLanguage, targets);
  }
}
