package dev.earshot.pipelines.listen.people;

import java.util.StringTokenizer;

/**
 * What texts made of one template have in common: their words in order, without those that begin in
 * upper case, as names do, and without handles. A text of fewer other words is its own template.
 */
final class Template {
  private static final int WORDS = 3;

  private Template() {}

  static String of(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    int words = 0;
    StringTokenizer parts = new StringTokenizer(text);
    while (parts.hasMoreTokens()) {
      String part = parts.nextToken();
      int first =
          part.codePoints().filter(c -> c == '@' || Character.isLetter(c)).findFirst().orElse(0);
      if (first == '@' || Character.isUpperCase(first) || Character.isTitleCase(first)) {
        continue;
      }
      kept.append(part).append(' ');
      words += first == 0 ? 0 : 1;
    }
    return words < WORDS ? text : kept.toString();
  }
}
