package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, and one that may not be written; needs the right to mount a small disk. */
class FailingDiskTest {
  private static final int IO = 74;
  private static final int POSTS = 2_000;

  @TempDir Path folder;
  private final List<Path> mounted = new ArrayList<>();

  private void mount(Path at, String options) throws IOException, InterruptedException {
    Files.createDirectories(at);
    boolean isMounted = command("mount", "-t", "tmpfs", "-o", options, "tmpfs", at.toString()) == 0;
    assumeTrue(isMounted, "mounting a disk in memory is not allowed here");
    mounted.add(at);
  }

  private static int command(String... words) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(words).redirectErrorStream(true).start().waitFor();
    } catch (IOException e) {
      return -1;
    }
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    for (Path at : mounted) {
      assertEquals(0, command("umount", "--lazy", at.toString()));
    }
  }

  private SmallInput input() {
    SmallInput input = SmallInput.in(folder);
    List<String> posts = new ArrayList<>();
    for (int i = 0; i < POSTS; i++) {
      posts.add(
          SmallInput.post(
              String.valueOf(i),
              "author " + i,
              "2026-03-01T10:00:00Z",
              "Veltrano was late again on trip " + i));
    }
    input.lines("posts/1.jsonl", posts.toArray(String[]::new));
    return input;
  }

  private static Map<String, String> tables(Path output) {
    Map<String, String> files = new TreeMap<>(EarshotRun.bytes(output));
    files.keySet().removeIf(name -> !name.endsWith(".parquet"));
    return files;
  }

  @Test
  void aFullDiskFailsTheRunAndLeavesTheTables() throws Exception {
    SmallInput input = input();
    mount(input.output(), "size=4m");
    String[] arguments = {"--posts", folder + "/posts/*"};
    EarshotRun first = input.run().with(arguments).execute();
    assertEquals(0, first.exitCode(), first.err());
    Map<String, String> before = tables(input.output());
    Path filler = input.output().resolve("filler");
    fill(filler);
    EarshotRun run = input.run().with(arguments).execute();
    assertEquals(IO, run.exitCode(), run.err());
    assertTrue(run.err().contains("No space left on device"), run.err());
    Files.delete(filler);
    assertEquals(before, tables(input.output()));
    EarshotRun next = input.run().with(arguments).execute();
    assertEquals(0, next.exitCode(), next.err());
    assertEquals(before, tables(input.output()));
  }

  /** Takes all room but some 16 KiB. */
  private static void fill(Path file) throws IOException {
    byte[] block = new byte[4096];
    try (OutputStream out = Files.newOutputStream(file)) {
      while (Files.getFileStore(file).getUsableSpace() > 4L * block.length) {
        out.write(block);
      }
    }
  }

  @Test
  void aStagingFolderThatCannotBeWrittenFailsTheRunAndLeavesTheTables() throws Exception {
    SmallInput input = input();
    String[] arguments = {"--posts", folder + "/posts/*"};
    EarshotRun first = input.run().with(arguments).execute();
    assertEquals(0, first.exitCode(), first.err());
    Map<String, String> before = tables(input.output());
    mount(input.output().resolve("_staging"), "size=1m,ro");
    EarshotRun run = input.run().with(arguments).execute();
    assertEquals(IO, run.exitCode(), run.err());
    assertTrue(run.err().contains("_staging: "), run.err());
    assertEquals(before, tables(input.output()));
  }
}
