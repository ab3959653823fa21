package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher of a release does, with a program in Java's place that says its arguments. */
class LauncherTest {
  @TempDir Path folder;
  private Path installation;

  @BeforeEach
  void install() throws IOException {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is not installed");
    installation = Files.createDirectories(folder.resolve("earshot/bin")).getParent();
    for (String script : List.of("earshot", "input-bytes")) {
      Path copy =
          Files.copy(Path.of("../scripts", script), installation.resolve("bin").resolve(script));
      assertTrue(copy.toFile().setExecutable(true));
    }
    Files.createDirectories(installation.resolve("lib"));
    Files.createFile(installation.resolve("lib/earshot.jar"));
    Files.createFile(installation.resolve("lib/another.jar"));
    Path java = Files.createDirectories(folder.resolve("java")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        printf '%s\\n' "$@" >>SAID
        for argument in "$@"; do
          case $argument in
          -Xshare:dump) dumps=yes ;;
          -XX:SharedArchiveFile=*) archive=${argument#*=} ;;
          esac
        done
        [ -z "$dumps" ] || : >"$archive"
        """
            .replace("SAID", folder + "/said"));
    assertTrue(java.toFile().setExecutable(true));
  }

  private String launch(String home, String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(installation.resolve("bin/earshot").toString())
            .redirectErrorStream(true);
    builder.command().addAll(List.of(arguments));
    builder.environment().put("EARSHOT_HOME", home);
    builder
        .environment()
        .compute("PATH", (name, path) -> folder.resolve("java") + File.pathSeparator + path);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }

  private List<String> said() throws IOException {
    return Files.readAllLines(folder.resolve("said"));
  }

  @Test
  void theKeyOfTheDemonstrationIsKept() throws IOException, InterruptedException {
    Path home = folder.resolve("home");
    launch(home.toString(), "demo", folder.resolve("out").toString());
    assertTrue(said().contains(home.resolve("demo.key").toString()), said().toString());
    String key = Files.readString(home.resolve("demo.key"));
    assertTrue(key.matches("[0-9a-f]{64}"), "of " + key.length());
    launch(home.toString(), "demo", folder.resolve("out").toString());
    assertEquals(key, Files.readString(home.resolve("demo.key")));
  }

  /** As of a user without a home who may write the tables alone. */
  @Test
  void itLiesBesideTheTablesWhereThereIsNoOtherPlace() throws IOException, InterruptedException {
    Path file = Files.createFile(folder.resolve("no-folder"));
    Path out = folder.resolve("out");
    launch(file.resolve("home").toString(), "demo", out.toString());
    Path key = folder.resolve("out.key");
    assertTrue(said().contains(key.toString()), said().toString());
    assertEquals(
        Set.of("OWNER_READ", "OWNER_WRITE"),
        Set.copyOf(Files.getPosixFilePermissions(key).stream().map(Enum::toString).toList()));
  }

  @Test
  void arguments() throws IOException, InterruptedException {
    launch(folder.resolve("home").toString(), "query", "--tables", "out", "select 'a b'");
    List<String> said = said();
    assertEquals(
        List.of(
            installation.resolve("lib/earshot.jar") + ":" + installation.resolve("lib/another.jar"),
            "dev.earshot.pipelines.cli.Earshot",
            "query",
            "--tables",
            "out",
            "select 'a b'"),
        said.subList(said.indexOf("-cp") + 1, said.size()));
  }
}
