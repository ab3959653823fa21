package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Disks that fail under a run in this process. */
class FailingDiskTest extends FailingDiskContract {
  private static final String TEMPORARY = "java.io.tmpdir";

  @Override
  String[] engine() {
    return new String[] {"--runner", "direct"};
  }

  /** What Flink sorts by needs more than that. */
  @Test
  void aFullTemporaryFolderIsNamed() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    SmallInput input = SmallInput.in(other);
    input.lines(
        "posts.jsonl", SmallInput.post("1", "ann", "2026-03-01T10:00:00Z", "Veltrano is late"));
    String before = System.getProperty(TEMPORARY);
    try (SmallDisk disk = SmallDisk.mount(other.resolve("tmp"), "size=1m")) {
      System.setProperty(TEMPORARY, disk.at().toString());
      EarshotRun run =
          EarshotRun.Arguments.run(input.brands(), input.output(), other)
              .with("--posts", other + "/posts.jsonl", "--runner", "flink")
              .execute();
      assertEquals(74, run.exitCode(), run.err());
      assertTrue(run.err().contains("No space left on device"), run.err());
      assertTrue(run.err().contains(disk.at().toString()), run.err());
      assertTrue(run.err().contains("nothing was published"), run.err());
      assertFalse(Files.exists(input.output().resolve("_SUCCESS")));
    } finally {
      System.setProperty(TEMPORARY, before);
    }
  }
}
