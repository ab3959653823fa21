package dev.earshot.models.sentiment;

import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.text.HashedWords;
import dev.earshot.models.text.TokenType;
import dev.earshot.models.text.Tokens;

/**
 * The clause that names a target: from the punctuation sign or conjunction before it to the next
 * one, whether or not another target is named elsewhere.
 */
final class TargetClause {
  private static final HashedWords CUTS =
      HashedWords.of(
          "but while whereas than though although however yet unlike versus vs except because since"
              + " when which who");

  /** How far a clause reaches to either side, in tokens. */
  private static final int REACH = 128;

  private TargetClause() {}

  /**
   * The clause around a target that is named within the tokens.
   *
   * @param context of the target, whose targets the clause has too
   */
  static TokenRange of(Tokens tokens, TextSpan target, TokenRange context) {
    WordReader words = new WordReader(tokens);
    int first = firstToken(tokens, target);
    int last = first;
    while (last < tokens.size() && tokens.start(last) < target.end()) {
      last++;
    }
    int from = first;
    while (from > 0 && first - from < REACH && !isCut(tokens, words, from - 1)) {
      from--;
    }
    int to = last;
    while (to < tokens.size() && to - last < REACH && !isCut(tokens, words, to)) {
      to++;
    }
    return new TokenRange(from, to, context.targets());
  }

  /** The first token that ends behind the target's start. */
  static int firstToken(Tokens tokens, TextSpan target) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.end(middle) <= target.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean isCut(Tokens tokens, WordReader words, int i) {
    return tokens.type(i) == TokenType.PUNCTUATION
        ? ".,!?;:()-–—…|".indexOf(tokens.text().charAt(tokens.start(i))) >= 0
        : tokens.type(i) == TokenType.WORD && words.isIn(CUTS, i);
  }
}
