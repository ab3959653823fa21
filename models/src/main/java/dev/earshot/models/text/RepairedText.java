package dev.earshot.models.text;

import java.util.Set;

/**
 * A text that can be worked with.
 *
 * @param text the text
 * @param issues what was mended in it
 */
public record RepairedText(String text, Set<TextIssue> issues) {
  /** Copies the set. */
  public RepairedText {
    issues = Set.copyOf(issues);
  }
}
