package dev.earshot.models.sentiment;

import dev.earshot.models.domain.TextSpan;
import dev.earshot.models.text.HashedWords;
import dev.earshot.models.text.TokenType;
import dev.earshot.models.text.Tokens;
import java.util.List;

/**
 * Whether an English text says that its writer left one brand for another, where {@link
 * Comparison#switchOf} has found who is left and who gains: in one sentence, by the writer, as a
 * thing that happens rather than one that may. What others do, questions, conditions and advice are
 * no switch: a wrong one is worse than one that is missed.
 */
public final class SwitchStatement {
  /**
   * Tokens between the two brands beyond which the words of a switch may be about something else.
   */
  private static final int FARTHEST = 10;

  /** "Just made the switch from X": more words before the brand would name who it was. */
  private static final int MOST_WORDS_WITHOUT_A_SUBJECT = 5;

  private static final HashedWords WRITER =
      HashedWords.of(
          "i we my our me us i'm im i've ive i'd i'll we're we've we'll mine ours myself");

  /** Others who may act in a sentence that also has a word of the writer. */
  private static final HashedWords OTHERS =
      HashedWords.of(
          "he she they people customers everyone everybody anyone anybody someone somebody who"
              + " friend friends sister brother boss colleague colleagues team employees users");

  private static final HashedWords DOUBTS =
      HashedWords.of(
          "if whether would wouldn't wouldnt should shouldn't could couldn't might may maybe perhaps"
              + " consider considering considered contemplating debating thinking think thought tempted"
              + " want wants wanted wish planning stop stops stopping stopped how why when before"
              + " unless almost nearly reasons guide never not don't dont didn't didnt won't wont"
              + " cannot can't cant than better worse");

  private SwitchStatement() {}

  /**
   * Whether the text says so.
   *
   * @param left where the brand is named that is left
   * @param other where the brand is named that gains
   */
  public static boolean isOne(Tokens tokens, List<TextSpan> left, List<TextSpan> other) {
    for (TextSpan from : left) {
      for (TextSpan to : other) {
        if (isOne(tokens, from, to)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isOne(Tokens tokens, TextSpan from, TextSpan to) {
    int first = token(tokens, Math.min(from.start(), to.start()));
    int last = token(tokens, Math.max(from.start(), to.start()));
    if (last - first > FARTHEST || endsBetween(tokens, first, last)) {
      return false;
    }
    int start = first;
    while (start > 0 && !isMark(tokens, start - 1) && !isOnANewLine(tokens, start)) {
      start--;
    }
    int end = last + 1;
    while (end < tokens.size() && !isMark(tokens, end) && !isOnANewLine(tokens, end)) {
      end++;
    }
    boolean isQuestion = end < tokens.size() && tokens.text().charAt(tokens.start(end)) == '?';
    return !isQuestion && isOfTheWriter(tokens, start, first);
  }

  /** The writer acts, or nobody is named before the verb: "Just switched from ...". */
  private static boolean isOfTheWriter(Tokens tokens, int start, int first) {
    WordReader words = new WordReader(tokens);
    boolean isWriter = false;
    for (int i = start; i < first; i++) {
      if (words.isIn(DOUBTS, i) || words.isIn(OTHERS, i)) {
        return false;
      }
      isWriter |= words.isIn(WRITER, i);
    }
    return isWriter || first - start <= MOST_WORDS_WITHOUT_A_SUBJECT;
  }

  private static int token(Tokens tokens, int offset) {
    int i = 0;
    while (i < tokens.size() - 1 && tokens.end(i) <= offset) {
      i++;
    }
    return i;
  }

  private static boolean endsBetween(Tokens tokens, int first, int last) {
    for (int i = first + 1; i <= last; i++) {
      if (isMark(tokens, i) || isOnANewLine(tokens, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMark(Tokens tokens, int i) {
    char mark = tokens.text().charAt(tokens.start(i));
    return tokens.type(i) == TokenType.PUNCTUATION
        && (mark == '.' || mark == '!' || mark == '?' || mark == ':');
  }

  private static boolean isOnANewLine(Tokens tokens, int i) {
    int from = i == 0 ? 0 : tokens.end(i - 1);
    return tokens.text().substring(from, tokens.start(i)).indexOf('\n') >= 0;
  }
}
