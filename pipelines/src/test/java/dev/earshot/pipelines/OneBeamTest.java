package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** A run has one copy of Beam: what its class path leaves out is in the direct runner's jar. */
class OneBeamTest {
  private static final String KEPT = "beam-runners-direct-java";
  private static final String SERVICES = "META-INF/services/";

  private static Path jar(String artifact) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(Path::of)
        .filter(path -> path.getFileName().toString().matches(artifact + "-[0-9][0-9.]*\\.jar"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(artifact + " is not on the class path"));
  }

  private static Set<String> lines(ZipFile jar, ZipEntry entry) throws IOException {
    String text = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    return new HashSet<>(text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
  }

  @Test
  void whatIsLeftOutIsInTheDirectRunner() throws IOException {
    Matcher leftOut =
        Pattern.compile("<excludeArtifactIds>([^<]*)<")
            .matcher(Files.readString(Path.of("pom.xml")));
    assertTrue(leftOut.find());
    try (ZipFile kept = new ZipFile(jar(KEPT).toFile())) {
      for (String artifact : List.of(leftOut.group(1).split(",", -1))) {
        try (ZipFile other = new ZipFile(jar(artifact).toFile())) {
          for (ZipEntry entry : Collections.list(other.entries())) {
            assertHas(kept, other, entry);
          }
        }
      }
    }
  }

  private static void assertHas(ZipFile kept, ZipFile other, ZipEntry entry) throws IOException {
    String name = entry.getName();
    if (entry.isDirectory() || (name.startsWith("META-INF/") && !name.startsWith(SERVICES))) {
      return;
    }
    ZipEntry same = kept.getEntry(name);
    assertTrue(same != null, name);
    if (name.startsWith(SERVICES)) {
      assertTrue(lines(kept, same).containsAll(lines(other, entry)), name);
    } else {
      assertEquals(entry.getCrc(), same.getCrc(), name);
    }
  }
}
