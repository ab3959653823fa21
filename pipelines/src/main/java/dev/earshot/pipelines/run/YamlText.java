package dev.earshot.pipelines.run;

import java.io.Serializable;

/**
 * A file of the user's as it was read, for workers that do not see it.
 *
 * @param name its name, for messages
 * @param yaml its text
 */
public record YamlText(String name, String yaml) implements Serializable {}
