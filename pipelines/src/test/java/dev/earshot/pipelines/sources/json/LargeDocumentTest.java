package dev.earshot.pipelines.sources.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A document larger than the heap. {@code -Dearshot.documentBytes=5368709120} reads one of 5 GiB.
 */
class LargeDocumentTest {
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void memoryDoesNotFollowTheSizeOfADocument(boolean isArray)
      throws IOException, InterruptedException {
    String bytes = System.getProperty("earshot.documentBytes", "200000000");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                EndlessArray.class.getName(),
                bytes,
                Boolean.toString(isArray))
            .inheritIO()
            .start();
    assertEquals(0, process.waitFor());
  }
}
