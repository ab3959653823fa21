package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ScriptsTest {
  @Test
  void shellcheckFindsNothing() throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "shellcheck"))),
        "shellcheck is not installed");
    List<String> command = new ArrayList<>(List.of("shellcheck", "-x", "--"));
    for (Path folder : List.of(Path.of("../scripts"), Path.of("../.ci"))) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(ScriptsTest::isScript).map(Path::toString).sorted().forEach(command::add);
      }
    }
    assertFalse(command.size() < 8, () -> "where are the scripts? " + command);
    Process shellcheck = new ProcessBuilder(command).redirectErrorStream(true).start();
    String found = new String(shellcheck.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, shellcheck.waitFor(), found);
  }

  private static boolean isScript(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String first = lines.readLine();
      return first != null && first.startsWith("#!");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
