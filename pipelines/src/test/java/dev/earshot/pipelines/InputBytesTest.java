package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How large the launcher takes an input to be: large ones run with the optimising compiler. */
class InputBytesTest {
  private static final Path SCRIPT = Path.of("../scripts/input-bytes").toAbsolutePath().normalize();
  private static final int LOG_BYTES = 3_000_000;
  private static final int POSTS_BYTES = 1_000_000;

  @TempDir Path folder;

  @Test
  void filesCountHoweverTheyAreNamed() throws Exception {
    Files.createDirectories(folder.resolve("web logs"));
    Files.write(folder.resolve("web logs/access.log"), new byte[LOG_BYTES]);
    Files.write(folder.resolve("a=b.jsonl"), new byte[POSTS_BYTES]);
    assertBytes(LOG_BYTES, "--web-logs", "web logs/access.log");
    assertBytes(LOG_BYTES, "--web-logs", "heron=web logs/*");
    assertBytes(LOG_BYTES, "--web-logs", "nginx-json:heron=web logs/access.log");
    assertBytes(LOG_BYTES, "--web-logs=heron=web logs");
    assertBytes(POSTS_BYTES, "--posts", "a=b.jsonl");
    assertBytes(POSTS_BYTES, "--posts", "x-api:a=b.jsonl", "--output", "web logs");
    assertBytes(POSTS_BYTES + LOG_BYTES, "--posts", "a=b.jsonl", "--orders", "heron=web logs");
    assertBytes(0, "--posts", "-");
    assertBytes(0, "--posts", "absent*", "--brands", "a=b.jsonl");
  }

  /** The script counts blocks of the disk. */
  private void assertBytes(long expected, String... arguments) throws Exception {
    long found = run(arguments);
    assertTrue(
        found >= expected && found <= expected * 1.1,
        String.join(" ", arguments) + ": " + found + " for " + expected);
  }

  private long run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), String.join(" ", arguments));
    return Long.parseLong(out.strip());
  }
}
