package dev.earshot.models.yaml;

import java.util.Collection;
import java.util.Locale;

/**
 * Finds the known words that misspelt ones most likely stand for, in bounded time: hostile files
 * have many long words, each to be compared with many others.
 */
final class Suggestions {
  /** Steps of comparison for one file: about 0.2 s, or 100 mistakes among 10,000 names. */
  static final int BUDGET = 100_000_000;

  private long steps;

  String didYouMean(String found, Collection<String> known) {
    String folded = found.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, found.length() / 3);
    String best = null;
    int bestDistance = limit + 1;
    for (String candidate : known) {
      steps++;
      if (Math.abs(candidate.length() - found.length()) > limit) {
        continue;
      }
      steps += (long) found.length() * candidate.length();
      if (steps > BUDGET) {
        return "";
      }
      int distance = distance(folded, candidate.toLowerCase(Locale.ROOT));
      if (distance < bestDistance
          || (distance == bestDistance && best != null && candidate.compareTo(best) < 0)) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best == null ? "" : " (did you mean '" + best + "'?)";
  }

  /** Optimal string alignment distance (Damerau-Levenshtein without repeated edits). */
  private static int distance(String a, String b) {
    int[] beforePrevious = new int[b.length() + 1];
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replace, 1 + Math.min(previous[j], current[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
        }
      }
      int[] reused = beforePrevious;
      beforePrevious = previous;
      previous = current;
      current = reused;
    }
    return previous[b.length()];
  }
}
