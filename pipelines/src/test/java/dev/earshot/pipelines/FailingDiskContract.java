package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, and one that may not be written: the tables stay as they are. */
abstract class FailingDiskContract {
  private static final int IO = 74;
  private static final int POSTS = 2_000;

  @TempDir Path folder;
  private SmallInput input;

  /** What chooses the engine. */
  abstract String[] engine();

  @BeforeEach
  void write() {
    input = SmallInput.in(folder);
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
  }

  private EarshotRun run() {
    return EarshotRun.Arguments.run(input.brands(), input.output(), folder)
        .with("--posts", folder + "/posts/*")
        .with(engine())
        .execute();
  }

  private void assertSucceeds() {
    EarshotRun run = run();
    assertEquals(0, run.exitCode(), run.err());
  }

  private Map<String, String> tables() {
    Map<String, String> files = new TreeMap<>(EarshotRun.bytes(input.output()));
    files.keySet().removeIf(name -> !name.endsWith(".parquet") || name.startsWith("_"));
    return files;
  }

  @Test
  void aFullDiskFailsTheRunAndLeavesTheTables() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(input.output(), "size=4m")) {
      assertSucceeds();
      Map<String, String> before = tables();
      Path filler = disk.at().resolve("filler");
      fill(filler);
      EarshotRun run = run();
      assertEquals(IO, run.exitCode(), run.err());
      assertTrue(run.err().contains("No space left on device"), run.err());
      assertTrue(run.err().contains("nothing was published"), run.err());
      Files.delete(filler);
      assertEquals(before, tables());
      assertSucceeds();
      assertEquals(before, tables());
    }
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
    assertSucceeds();
    Map<String, String> before = tables();
    try (SmallDisk disk = SmallDisk.mount(input.output().resolve("_staging"), "size=1m,ro")) {
      EarshotRun run = run();
      assertEquals(IO, run.exitCode(), run.err());
      assertTrue(run.err().contains(disk.at().getFileName() + ": "), run.err());
      assertEquals(before, tables());
    }
  }
}
