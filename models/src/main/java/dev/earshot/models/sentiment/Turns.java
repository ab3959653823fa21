package dev.earshot.models.sentiment;

import dev.earshot.models.phrases.PhraseListener;
import dev.earshot.models.phrases.TokenForms;
import dev.earshot.models.text.TokenType;
import java.util.Arrays;

/**
 * The {@link TurnedPhrases} of one text after another, from left to right, the longest at each
 * place; none holds punctuation. Not safe for several threads.
 */
final class Turns implements PhraseListener {
  private static final int RETAINED = 64;

  private final TurnedPhrases phrases;
  private TokenForms forms = new TokenForms();

  /** Where each stretch starts and ends (exclusive), and what it says. */
  private int[] starts = new int[RETAINED];

  private int[] ends = new int[RETAINED];
  private int[] directions = new int[RETAINED];
  private int size;

  private int longestEnd;
  private int longestDirection;

  Turns(TurnedPhrases phrases) {
    this.phrases = phrases;
  }

  /**
   * Finds the stretches of a text, which {@link #endAt} and {@link #direction} then tell of.
   *
   * @param read with the base forms of English
   */
  void find(TokenForms read) {
    size = 0;
    forms = read;
    int i = 0;
    while (i < forms.size()) {
      longestEnd = 0;
      if (phrases.trie().mayStartAt(forms, i)) {
        phrases.trie().findAt(forms, i, this);
      }
      if (longestEnd > 0) {
        add(i);
        i = longestEnd;
      } else {
        i++;
      }
    }
  }

  @Override
  public void found(int payload, int start, int end) {
    if (end > longestEnd && !holdsPunctuation(start, end)) {
      longestEnd = end;
      longestDirection = payload;
    }
  }

  private boolean holdsPunctuation(int start, int end) {
    for (int i = start; i < end; i++) {
      if (forms.tokens().type(i) == TokenType.PUNCTUATION) {
        return true;
      }
    }
    return false;
  }

  private void add(int start) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      directions = Arrays.copyOf(directions, 2 * size);
    }
    starts[size] = start;
    ends[size] = longestEnd;
    directions[size++] = longestDirection;
  }

  /** What the phrases that lie within a range say together: 1, -1, or 0 where it cancels out. */
  int direction(TokenRange range) {
    int sum = 0;
    for (int i = 0; i < size; i++) {
      sum += starts[i] >= range.from() && ends[i] <= range.to() ? directions[i] : 0;
    }
    return Integer.signum(sum);
  }

  /** The end of the phrase that starts at token {@code i} within a range, or {@code i}. */
  int endAt(int i, TokenRange range) {
    int at = size == 0 ? -1 : Arrays.binarySearch(starts, 0, size, i);
    return at >= 0 && ends[at] <= range.to() ? ends[at] : i;
  }

  boolean isEmpty() {
    return size == 0;
  }
}
