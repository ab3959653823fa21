package dev.earshot.pipelines.sources.mapping;

import dev.earshot.models.yaml.YamlProblem;
import java.util.List;
import java.util.stream.Collectors;

/** All mistakes of a mapping file. The message has one line for each. */
public final class MappingException extends RuntimeException {
  private final transient List<String> mistakes;

  MappingException(List<YamlProblem> problems) {
    super(
        problems.stream()
            .map(YamlProblem::toString)
            .collect(Collectors.joining(System.lineSeparator())));
    mistakes = problems.stream().map(YamlProblem::toString).toList();
  }

  /** Every mistake by line, such as {@code support.yaml:7: columns.text_body: no such field}. */
  public List<String> mistakes() {
    return mistakes;
  }
}
