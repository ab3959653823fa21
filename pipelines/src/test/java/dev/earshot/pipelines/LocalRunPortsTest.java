package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.earshot.pipelines.EarshotRun.Arguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run on this machine offers nothing to other machines. */
class LocalRunPortsTest {
  private static final Path SELF = Path.of("/proc/self");

  /** State of a listening socket in Linux's tables. */
  private static final String LISTENS = "0A";

  @TempDir Path folder;

  @Test
  void whatListensDoesSoForThisMachineAlone() throws IOException, InterruptedException {
    assumeTrue(Files.exists(SELF.resolve("net/tcp")), "the system does not say who listens");
    SmallInput input = SmallInput.in(folder);
    input.lines(
        "posts.jsonl", SmallInput.post("1", "ann", "2026-03-01T10:00:00Z", "I love Veltrano"));
    Set<String> before = listening();
    Set<String> during = new TreeSet<>();
    CompletableFuture<EarshotRun> run =
        CompletableFuture.supplyAsync(
            () ->
                Arguments.run(input.brands(), input.output(), folder)
                    .with("--posts", folder + "/posts.jsonl")
                    .with(DemoRuns.engine("flink", 1))
                    .execute());
    while (!run.isDone()) {
      during.addAll(listening());
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertEquals(0, run.join().exitCode(), run.join().err());
    during.removeAll(before);
    assertFalse(during.isEmpty(), "the engine was expected to listen to itself");
    assertEquals(
        List.of(), during.stream().filter(address -> !isLoopback(address)).toList(), "addresses");
  }

  /** The addresses, in hexadecimal as in the tables, at which this process listens. */
  private static Set<String> listening() throws IOException {
    Set<String> own = sockets();
    Set<String> addresses = new HashSet<>();
    for (String table : List.of("net/tcp", "net/tcp6")) {
      if (!Files.exists(SELF.resolve(table))) {
        continue;
      }
      for (String line : Files.readAllLines(SELF.resolve(table))) {
        String[] cells = line.trim().split("\\s+", -1);
        if (cells.length > 9 && cells[3].equals(LISTENS) && own.contains(cells[9])) {
          addresses.add(cells[1]);
        }
      }
    }
    return addresses;
  }

  /** The numbers of this process's open sockets. */
  private static Set<String> sockets() throws IOException {
    Set<String> numbers = new HashSet<>();
    try (Stream<Path> open = Files.list(SELF.resolve("fd"))) {
      for (Path file : open.toList()) {
        try {
          String target = Files.readSymbolicLink(file).toString();
          if (target.startsWith("socket:[")) {
            numbers.add(target.substring("socket:[".length(), target.length() - 1));
          }
        } catch (IOException e) {
          // Closed since it was listed.
        }
      }
    }
    return numbers;
  }

  /** 127.0.0.1, ::1 or the first of them written as the second kind; bytes of a word reversed. */
  private static boolean isLoopback(String address) {
    return address.startsWith("0100007F:")
        || address.startsWith("0000000000000000FFFF00000100007F:")
        || address.startsWith("00000000000000000000000001000000:");
  }
}
