package dev.earshot.models.yaml;

import java.io.Serializable;

/**
 * One mistake in a YAML file.
 *
 * @param source name of the file as the user gave it
 * @param line line of the mistake, from 1
 * @param column column of the mistake, from 1
 * @param path key path such as {@code brands[1].time_zone}; empty for the file as a whole
 * @param message what was found and what was expected
 */
public record YamlProblem(String source, int line, int column, String path, String message)
    implements Serializable {

  /** The problem as one line to print: {@code brands.yaml:12: brands[1].time_zone: ...}. */
  @Override
  public String toString() {
    return source + ":" + line + ": " + place() + message;
  }

  /** The key path and a colon, before a message; empty where the path is. */
  public String place() {
    return path.isEmpty() ? "" : path + ": ";
  }
}
