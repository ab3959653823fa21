package dev.earshot.models.phrases;

import java.util.List;

/** A data file of phrases has mistakes; the message lists all of them, with line and key. */
public final class InvalidPhraseFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  /** Mistakes of one file, each with its place. */
  public InvalidPhraseFileException(String file, List<String> problems) {
    super(file + " has " + problems.size() + " mistake(s):\n  " + String.join("\n  ", problems));
    this.problems = List.copyOf(problems);
  }

  /** Each mistake as {@code line N, key: what is wrong}, in the order of the file. */
  public List<String> problems() {
    return problems;
  }
}
