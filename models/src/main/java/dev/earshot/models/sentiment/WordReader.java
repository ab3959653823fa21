package dev.earshot.models.sentiment;

import dev.earshot.models.text.HashedWords;
import dev.earshot.models.text.Hashing;
import dev.earshot.models.text.Normalisation;
import dev.earshot.models.text.Tokens;

/** Asks sets of words for the tokens of one text. */
final class WordReader {
  private static final int LONGEST = 16;

  private final Tokens tokens;
  private final char[] word = new char[LONGEST];

  WordReader(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Whether a token's normal form is in a set; longer tokens than any of the sets' are in none. */
  boolean isIn(HashedWords words, int i) {
    if (tokens.end(i) - tokens.start(i) > LONGEST) {
      return false;
    }
    return words.contains(Hashing.of(word, Normalisation.normalise(tokens, i, word)));
  }
}
