package dev.earshot.models.domain;

/**
 * A stretch of a text in UTF-16 units, {@code start} inclusive and {@code end} exclusive. An empty
 * span at 0 stands for the text as a whole: the brand is addressed but not named.
 */
public record TextSpan(int start, int end) {
  /** The target of a text that is about a brand without naming it. */
  public static final TextSpan WHOLE = new TextSpan(0, 0);
}
