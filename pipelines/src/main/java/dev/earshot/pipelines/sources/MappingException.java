package dev.earshot.pipelines.sources;

import java.util.List;

/** A mapping file has mistakes. The message has one line for each. */
public final class MappingException extends RuntimeException {
  private final transient List<String> mistakes;

  MappingException(List<String> mistakes) {
    super(String.join(System.lineSeparator(), mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  /** Every mistake, such as {@code support.yaml:7: columns.text_body: no such field}. */
  public List<String> mistakes() {
    return mistakes;
  }
}
