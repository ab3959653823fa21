package dev.earshot.models.brands;

import dev.earshot.models.brands.MatchResolution.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * Tells by the words around an ambiguous name whether it stands for the brand. Words count within
 * {@value #WORDS} words, split at white space, and {@value #UNITS} UTF-16 units between the
 * beginnings; the limit in units keeps the work linear for text without spaces.
 */
final class NearWords {
  static final int WORDS = 8;
  static final int UNITS = 100;

  private final BrandPatterns patterns;
  private final Occurrences occurrences;
  private final String text;
  private int @Nullable [] wordNumbers;

  /** The words of one text, with its occurrences by start. */
  NearWords(BrandPatterns patterns, Occurrences occurrences, String text) {
    this.patterns = patterns;
    this.occurrences = occurrences;
    this.text = text;
  }

  /** Whether a near word, where the brand asks for one, and no not-near word stands near. */
  boolean makePlain(Candidate candidate) {
    return !forbid(candidate)
        && (!patterns.needsNear(candidate.meaning().brand()) || anyAround(candidate, true));
  }

  /** Whether a not-near word stands near. */
  boolean forbid(Candidate candidate) {
    return anyAround(candidate, false);
  }

  private boolean anyAround(Candidate candidate, boolean near) {
    int brand = candidate.meaning().brand();
    int at = candidate.occurrence();
    int[] words = wordNumbers();
    for (int step = -1; step <= 1; step += 2) {
      for (int i = at + step; isInWindow(i, at, words); i += step) {
        int pattern = occurrences.pattern(i);
        boolean hit = near ? patterns.isNear(brand, pattern) : patterns.isNotNear(brand, pattern);
        if (hit && !overlap(i, at)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean overlap(int i, int j) {
    return occurrences.start(i) < occurrences.end(j) && occurrences.start(j) < occurrences.end(i);
  }

  private boolean isInWindow(int i, int at, int[] words) {
    return i >= 0
        && i < occurrences.size()
        && Math.abs(words[i] - words[at]) <= WORDS
        && Math.abs(occurrences.start(i) - occurrences.start(at)) <= UNITS;
  }

  /** For each occurrence, how many words begin at or before it. */
  private int[] wordNumbers() {
    if (wordNumbers != null) {
      return wordNumbers;
    }
    int[] numbers = new int[occurrences.size()];
    int word = 0;
    int position = 0;
    boolean inWord = false;
    for (int i = 0; i < numbers.length; i++) {
      for (; position <= occurrences.start(i); position++) {
        boolean space = TextFolding.fold(text.charAt(position)) == ' ';
        word += !space && !inWord ? 1 : 0;
        inWord = !space;
      }
      numbers[i] = word;
    }
    wordNumbers = numbers;
    return numbers;
  }
}
