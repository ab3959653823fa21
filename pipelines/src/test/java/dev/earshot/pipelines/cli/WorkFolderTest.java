package dev.earshot.pipelines.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.flink.configuration.GlobalConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
  @TempDir Path temporary;

  private Path folder(String name, String... files) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve(name));
    for (String file : files) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), "part of a text");
    }
    return folder;
  }

  @Test
  void nobodyElseEntersAndNothingStays() throws IOException {
    WorkFolder work = WorkFolder.open(temporary);
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(work.path())));
    Files.writeString(work.path().resolve("spilled"), "part of a text");
    work.close();
    assertFalse(Files.exists(work.path()));
  }

  /** What another program left, or a run that still works, is not this run's to remove. */
  @Test
  void onlyWhatRunsThatDiedHaveLeftIsRemoved() throws IOException {
    Path dead = folder("earshot-work-1", "lock", "flink-io/spilled");
    Path without = folder("earshot-work-2", "something");
    Path other = folder("flink-io-3", "lock");
    try (WorkFolder living = WorkFolder.open(temporary);
        WorkFolder next = WorkFolder.open(temporary)) {
      assertFalse(Files.exists(dead));
      assertTrue(Files.exists(without.resolve("something")));
      assertTrue(Files.exists(other.resolve("lock")));
      assertTrue(Files.exists(living.path()));
      assertTrue(Files.exists(next.path()));
    }
  }

  /** Run in a process of its own: says whether a lock is held. */
  static final class LockProbe {
    private LockProbe() {}

    public static void main(String[] lock) throws IOException {
      try (FileChannel channel = FileChannel.open(Path.of(lock[0]), StandardOpenOption.WRITE)) {
        System.exit(channel.tryLock() == null ? 1 : 0);
      }
    }
  }

  /** A second run in the same process has looked through the folder meanwhile. */
  @Test
  void otherProcessesFindItHeld() throws Exception {
    try (WorkFolder work = WorkFolder.open(temporary);
        WorkFolder second = WorkFolder.open(temporary)) {
      for (WorkFolder held : List.of(work, second)) {
        Process probe =
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    LockProbe.class.getName(),
                    held.path().resolve("lock").toString())
                .inheritIO()
                .start();
        assertEquals(1, probe.waitFor());
      }
    }
  }

  @Test
  void theEngineWritesThere() {
    try (WorkFolder work = WorkFolder.open(temporary)) {
      String configuration =
          FlinkConfiguration.folder(FlinkConfiguration.local(work, 2), null, work);
      assertTrue(Path.of(configuration).startsWith(work.path()));
      assertEquals(
          work.path().toString(),
          GlobalConfiguration.loadConfiguration(configuration).toMap().get("io.tmp.dirs"));
    }
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path missing = temporary.resolve("missing");
    UserException refused =
        assertThrows(UserException.class, () -> WorkFolder.open(missing).close());
    assertEquals(ExitCode.IO, refused.exitCode());
    assertTrue(String.valueOf(refused.getMessage()).contains(missing.toString()));
  }
}
