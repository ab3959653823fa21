package dev.earshot.models.brands;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects the mistakes of one brand file, so that all of them are reported at once. */
final class ProblemList {
  private static final int LONGEST_QUOTE = 60;

  private final String source;
  private final List<BrandFileProblem> problems = new ArrayList<>();

  ProblemList(String source) {
    this.source = source;
  }

  void add(Node node, String path, String message) {
    add(node.getStartMark(), path, message);
  }

  void add(Optional<Mark> mark, String path, String message) {
    int line = mark.map(Mark::getLine).orElse(0) + 1;
    int column = mark.map(Mark::getColumn).orElse(0) + 1;
    problems.add(new BrandFileProblem(source, line, column, path, message));
  }

  void throwIfAny() throws BrandFileException {
    if (problems.isEmpty()) {
      return;
    }
    problems.sort(
        Comparator.comparingInt(BrandFileProblem::line).thenComparingInt(BrandFileProblem::column));
    throw new BrandFileException(problems);
  }

  static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  /** The value in single quotes, on one line, cut where it is long. */
  static String quote(String value) {
    StringBuilder quoted = new StringBuilder("'");
    for (int i = 0; i < value.length() && i < LONGEST_QUOTE; i++) {
      char c = value.charAt(i);
      quoted.append(Character.isISOControl(c) ? ' ' : c);
    }
    return quoted.append(value.length() > LONGEST_QUOTE ? "...'" : "'").toString();
  }
}
