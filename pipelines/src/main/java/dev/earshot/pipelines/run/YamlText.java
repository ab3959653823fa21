package dev.earshot.pipelines.run;

import dev.earshot.pipelines.sources.mapping.Mapping;
import java.io.Serializable;

/**
 * A file of the user's as it was read, for workers that do not see it.
 *
 * @param name its name, for messages
 * @param yaml its text
 */
public record YamlText(String name, String yaml) implements Serializable {
  /** What it says, where it is a column mapping. */
  public Mapping mapping() {
    return Mapping.parse(yaml, name);
  }
}
