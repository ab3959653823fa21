package dev.earshot.models.training;

import dev.earshot.models.text.TokenType;
import dev.earshot.models.text.Tokenizer;
import dev.earshot.models.text.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words that occur often in English tweets. */
final class EnglishWords {
  private static final int FEWEST = 10;

  private final Map<String, Integer> counts;
  private final Tokenizer tokenizer = new Tokenizer();

  private EnglishWords(Map<String, Integer> counts) {
    this.counts = counts;
  }

  static EnglishWords of(List<LabelledTweet> tweets) {
    EnglishWords words = new EnglishWords(new HashMap<>());
    for (LabelledTweet tweet : tweets) {
      Tokens tokens = words.tokenizer.tokenize(tweet.text());
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.type(i) == TokenType.WORD) {
          words.counts.merge(tokens.normalised(i), 1, Integer::sum);
        }
      }
    }
    return words;
  }

  /** Whether at least nine tenths of a text's words are such words. */
  boolean areAllOf(String text) {
    Tokens tokens = tokenizer.tokenize(text);
    int all = 0;
    int known = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.type(i) == TokenType.WORD) {
        all++;
        known += counts.getOrDefault(tokens.normalised(i), 0) >= FEWEST ? 1 : 0;
      }
    }
    return 10 * known >= 9 * all;
  }
}
