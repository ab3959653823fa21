package dev.earshot.models.evaluation;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of one labelling and what each stands for.
 *
 * @param labels our label by normalised word; {@link #NONE} and {@link #LEFT_OUT} are labels too
 */
public record LabelScheme(Map<String, String> labels) {
  /** The text has none of the task's labels. */
  public static final String NONE = "none";

  /** The word says nothing about the task: its rows are counted and not scored. */
  public static final String LEFT_OUT = "left_out";

  /** What a word stands for; null for a word that the scheme does not know. */
  public @Nullable String labelOf(String word) {
    return labels.get(normalised(word));
  }

  /**
   * A word without what differs between files: case, blanks, hyphens and underscores between words,
   * the kind of apostrophe, and the fraction of a whole number.
   */
  public static String normalised(String word) {
    StringBuilder result = new StringBuilder(word.length());
    boolean hasGap = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean isGap =
          Character.isWhitespace(c)
              || Character.isSpaceChar(c)
              || c == '_'
              || c == '\uFEFF'
              || (c == '-' && !result.isEmpty());
      if (isGap) {
        hasGap = true;
        continue;
      }
      if (hasGap && !result.isEmpty()) {
        result.append(' ');
      }
      hasGap = false;
      result.append(c == '\u2019' || c == '`' ? '\'' : c);
    }
    String normalised = result.toString().toLowerCase(Locale.ROOT);
    return normalised.endsWith(".0")
        ? normalised.substring(0, normalised.length() - 2)
        : normalised;
  }
}
