package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk in memory at a folder; the test is skipped where mounting is not allowed. */
record SmallDisk(Path at) implements AutoCloseable {
  /** Mounts one with these options: {@code size=4m}, {@code ro}. */
  static SmallDisk mount(Path at, String options) throws IOException {
    Files.createDirectories(at);
    boolean isMounted = command("mount", "-t", "tmpfs", "-o", options, "tmpfs", at.toString()) == 0;
    assumeTrue(isMounted, "mounting a disk in memory is not allowed here");
    return new SmallDisk(at);
  }

  private static int command(String... words) {
    try {
      return new ProcessBuilder(words)
          .redirectErrorStream(true)
          .start()
          .onExit()
          .join()
          .exitValue();
    } catch (IOException e) {
      return -1;
    }
  }

  @Override
  public void close() {
    assertEquals(0, command("umount", "--lazy", at.toString()));
  }
}
