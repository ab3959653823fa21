package dev.earshot.models.sentiment;

import dev.earshot.models.text.Hashing;
import dev.earshot.models.text.TokenType;
import dev.earshot.models.text.Tokens;

/** Sentiment features of a text's form: capitals, elongation, exclamation and question marks. */
final class SurfaceCounts {
  private static final int MOST = 4;
  private static final long BASE = Hashing.of("<surface>");

  private int words;
  private int capitals;
  private int elongated;
  private int exclamations;
  private int questions;
  private int addresses;
  private int emoji;
  private boolean isLastCapitals;

  void clear() {
    words = 0;
    capitals = 0;
    elongated = 0;
    exclamations = 0;
    questions = 0;
    addresses = 0;
    emoji = 0;
    isLastCapitals = false;
  }

  /** Whether the last token was a word of at least two letters, all of them capitals. */
  boolean isLastCapitals() {
    return isLastCapitals;
  }

  void add(Tokens tokens, int i, TokenType type, int normalisedLength) {
    isLastCapitals = false;
    int start = tokens.start(i);
    int end = tokens.end(i);
    switch (type) {
      case WORD -> {
        words++;
        isLastCapitals = isCapitals(tokens.text(), start, end);
        capitals += isLastCapitals ? 1 : 0;
        elongated += normalisedLength < end - start ? 1 : 0;
      }
      case PUNCTUATION -> {
        for (int c = start; c < Math.min(end, start + MOST); c++) {
          exclamations += tokens.text().charAt(c) == '!' ? 1 : 0;
          questions += tokens.text().charAt(c) == '?' ? 1 : 0;
        }
      }
      case EMOJI, EMOTICON -> emoji++;
      case URL -> addresses++;
      case NUMBER, HANDLE, HASHTAG, EMAIL -> {}
    }
  }

  void addTo(FeatureSet features) {
    addCount(features, 0, capitals);
    addCount(features, 1, elongated);
    addCount(features, 2, exclamations);
    addCount(features, 3, questions);
    addCount(features, 4, addresses);
    addCount(features, 5, emoji);
    addCount(features, 6, words / 6);
  }

  private static void addCount(FeatureSet features, int kind, int count) {
    for (int i = 1; i <= Math.min(count, MOST); i++) {
      features.add(Hashing.combine(BASE, 100L * kind + i));
    }
  }

  private static boolean isCapitals(String text, int start, int end) {
    if (end - start < 2) {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c) && !Character.isUpperCase(c)) {
        return false;
      }
    }
    return true;
  }
}
