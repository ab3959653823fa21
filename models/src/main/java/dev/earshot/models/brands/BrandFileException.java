package dev.earshot.models.brands;

import dev.earshot.models.yaml.YamlProblem;
import java.util.List;
import java.util.stream.Collectors;

/** A brand file with mistakes. The message lists all of them, one per line, ready to print. */
public final class BrandFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final List<YamlProblem> problems;

  BrandFileException(List<YamlProblem> problems) {
    super(problems.stream().map(YamlProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Every mistake, by line and column; never empty. */
  public List<YamlProblem> problems() {
    return problems;
  }
}
