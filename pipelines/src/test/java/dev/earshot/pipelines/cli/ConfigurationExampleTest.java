package dev.earshot.pipelines.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The example of a configuration file has every option, and every one of its lines is right. */
class ConfigurationExampleTest {
  @Test
  void allOptionsWithTheirComments(@TempDir Path folder) throws IOException {
    String example = Files.readString(Path.of("docs/schedule/earshot.yaml"));
    List<String> lines = new ArrayList<>();
    for (String line : example.lines().toList()) {
      lines.add(line.matches("# [a-z_]+: .*") ? line.substring(2) : line);
    }
    Path whole = Files.write(folder.resolve("whole.yaml"), lines);
    List<String> words = ConfigurationFile.expanded(List.of("run", "--config", whole.toString()));
    Set<String> found = new TreeSet<>();
    for (String word : words.subList(3, words.indexOf("--"))) {
      found.add(word.replaceFirst("=.*", ""));
    }
    Set<String> options = new TreeSet<>();
    for (OptionSpec option : CommandSpec.forAnnotatedObject(new RunCommand()).options()) {
      options.add(option.longestName());
    }
    options.removeAll(Set.of("--config", "--dry-run"));
    assertEquals(options, found);
    assertTrue(words.contains("--posts=" + folder + "/exports/posts"), words.toString());
    assertTrue(words.contains("--web-logs=heron=" + folder + "/logs/access.log*"));
    assertTrue(words.contains("--openlineage=http://127.0.0.1:5000"));
    assertEquals("--parallelism=4", words.get(words.size() - 1));
  }
}
