package dev.earshot.models.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects the mistakes of one file, so that all of them are reported at once. */
public final class YamlProblems {
  private static final int LONGEST_QUOTE = 60;

  private final String source;
  private final List<YamlProblem> problems = new ArrayList<>();
  private final Suggestions suggestions = new Suggestions();

  /** No mistakes yet of the file that the user calls {@code source}. */
  public YamlProblems(String source) {
    this.source = source;
  }

  /** Adds a mistake; where {@code node} is null, it is one of the file's first line. */
  public void add(@Nullable Node node, String path, String message) {
    addAt(node == null ? Optional.empty() : node.getStartMark(), path, message);
  }

  void addAt(Optional<Mark> mark, String path, String message) {
    int line = mark.map(Mark::getLine).orElse(0) + 1;
    int column = mark.map(Mark::getColumn).orElse(0) + 1;
    problems.add(new YamlProblem(source, line, column, path, message));
  }

  /** Whether there is no mistake so far. */
  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /** The mistakes by line and column; in the order of their finding where those are equal. */
  public List<YamlProblem> sorted() {
    return problems.stream()
        .sorted(Comparator.comparingInt(YamlProblem::line).thenComparingInt(YamlProblem::column))
        .toList();
  }

  /**
   * {@code " (did you mean 'x'?)"} for the nearest known word, or an empty text where none is near:
   * at most one edit (insert, delete, replace, or swap of neighbours) for each three characters.
   * Empty too once the suggestions for this file have cost {@value Suggestions#BUDGET} steps.
   */
  public String didYouMean(String found, Collection<String> known) {
    return suggestions.didYouMean(found, known);
  }

  /** Where a node begins, from 1. */
  public static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  /** The value in single quotes, on one line, cut where it is long. */
  public static String quote(String value) {
    StringBuilder quoted = new StringBuilder("'");
    for (int i = 0; i < value.length() && i < LONGEST_QUOTE; i++) {
      char c = value.charAt(i);
      quoted.append(Character.isISOControl(c) ? ' ' : c);
    }
    return quoted.append(value.length() > LONGEST_QUOTE ? "...'" : "'").toString();
  }
}
