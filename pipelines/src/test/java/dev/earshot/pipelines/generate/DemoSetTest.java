package dev.earshot.pipelines.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed set is what its README says. Compressed files are compared by their content. */
class DemoSetTest {
  private static final Path DEMO = Path.of("../testdata/demo");

  @TempDir Path folder;

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(folder::relativize)
          .filter(file -> !file.toString().equals("README.md"))
          .sorted()
          .toList();
    }
  }

  private static byte[] content(Path path) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (InputStream in = GeneratedSet.open(path)) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        content.write(next);
      }
    } catch (EOFException truncated) {
      content.write('~');
    }
    return content.toByteArray();
  }

  @Test
  void theCommittedSetCanBeMadeAgain() throws IOException {
    Path out = folder.resolve("demo");
    Generator.run(new GeneratorOptions(3_000, 3, 14, 7, out, GeneratorOptions.DEFAULT_BAD_RATE));
    assertEquals(files(DEMO), files(out));
    for (Path file : files(out)) {
      assertArrayEquals(content(DEMO.resolve(file)), content(out.resolve(file)), file.toString());
    }
  }
}
