package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The version is the same wherever it stands, and the changelog knows it. */
class ReleaseTest {
  private static final Path ROOT = Path.of("..");

  private static String found(String file, String pattern) throws IOException {
    Matcher version = Pattern.compile(pattern).matcher(Files.readString(ROOT.resolve(file)));
    assertTrue(version.find(), file);
    return version.group(1);
  }

  @Test
  void oneVersionEverywhere() throws IOException {
    String version = found("pom.xml", "<version>([^<]*)</version>");
    for (String module :
        List.of(
            "models/pom.xml",
            "models/training/pom.xml",
            "pipelines/pom.xml",
            "scripts/flink/pom.xml",
            "scripts/s3proxy/pom.xml")) {
      assertEquals(version, found(module, "<version>([^<]*)</version>"), module);
    }
    assertEquals(version, found("scripts/docker/compose.yaml", "EARSHOT_VERSION:-([^}]*)}"));
    assertEquals(version, found("scripts/docker/Dockerfile", "VERSION=([0-9][^ ]*) "));
    String said = EarshotRun.of("--version").out().strip();
    assertEquals("earshot " + version.replace("-SNAPSHOT", ""), said);
    assertEquals(
        version.replace("-SNAPSHOT", ""),
        found("pipelines/docs/schedule/earshot-cronjob.yaml", "image: earshot:(.*)"));
  }

  /** Keep a Changelog: what is not released first, then releases with their day, newest first. */
  @Test
  void theChangelogHasWhatIsReleased() throws IOException {
    List<String> sections =
        Files.readAllLines(ROOT.resolve("CHANGELOG.md")).stream()
            .filter(line -> line.startsWith("## "))
            .toList();
    assertEquals("## [Unreleased]", sections.get(0));
    List<String> releases = sections.subList(1, sections.size());
    String form = "## \\[[0-9]+\\.[0-9]+\\.[0-9]+] - 20[0-9]{2}-[0-9]{2}-[0-9]{2}";
    releases.forEach(release -> assertTrue(release.matches(form), release));
    List<String> days =
        releases.stream().map(release -> release.substring(release.length() - 10)).toList();
    assertEquals(days.stream().sorted(Comparator.reverseOrder()).toList(), days);
    String version = found("pom.xml", "<version>([^<]*)</version>");
    boolean isReleased =
        releases.stream().anyMatch(release -> release.startsWith("## [" + version + "] "));
    assertTrue(version.endsWith("-SNAPSHOT") || isReleased, version);
  }
}
