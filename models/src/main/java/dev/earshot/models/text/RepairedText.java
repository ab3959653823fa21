package dev.earshot.models.text;

import java.util.Set;

/**
 * Result of {@link TextRepair}: the mended text, and what was mended, which tables list as issues.
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
