package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are damaged or no files at all: a folder says of them what their names would. */
class OddFilesTest {
  private static final Pattern COUNTS = Pattern.compile("(\\d+) accepted, (\\d+) rejected");

  @TempDir Path folder;
  private SmallInput input;
  private Path export;

  @BeforeEach
  void onePost() throws IOException {
    input = SmallInput.in(folder);
    export = Files.createDirectory(folder.resolve("export"));
    input.lines("export/good.jsonl", post(1));
  }

  private static String post(int id) {
    return SmallInput.post("" + id, "ann" + id, "2026-03-01T10:00:00Z", "Veltrano is great");
  }

  private EarshotRun validate(String posts) {
    return EarshotRun.of("validate", "--brands", input.brands().toString(), "--posts", posts);
  }

  private String counts(String... posts) {
    EarshotRun run =
        input
            .run()
            .with("--max-rejected-rate", "1", "--replace-empty", "--posts")
            .with(posts)
            .execute();
    Matcher counts = COUNTS.matcher(run.err());
    assertTrue(counts.find(), run.err());
    return counts.group();
  }

  @Test
  void damagedCompressedFilesAreRejectedHoweverTheyAreNamed() throws IOException {
    byte[] content = (post(2) + "\n").repeat(300).getBytes(StandardCharsets.UTF_8);
    byte[] zstd = Zstd.compress(content);
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(gzip)) {
      out.write(content);
    }
    byte[] flipped = zstd.clone();
    flipped[12] ^= 0x7f;
    Files.write(export.resolve("a.gz"), Arrays.copyOf(gzip.toByteArray(), 12));
    Files.write(export.resolve("b.zst"), Arrays.copyOf(zstd, zstd.length / 2));
    Files.write(export.resolve("c.zst"), flipped);
    assertEquals("1 accepted, 3 rejected", counts(export.toString()));
    assertEquals("1 accepted, 3 rejected", counts(export + "/*"));
    String[] names = {"good.jsonl", "a.gz", "b.zst", "c.zst"};
    assertEquals(
        "1 accepted, 3 rejected",
        counts(Arrays.stream(names).map(name -> export + "/" + name).toArray(String[]::new)));
    assertTrue(validate(export.toString()).err().contains("damaged: 3"));
  }

  /** The first block is longer, compressed, than what is looked at of a plain file. */
  @Test
  void aBlockThatHardlyCompressesIsNoEmptyFile() throws IOException {
    StringBuilder lines = new StringBuilder();
    java.util.Random random = new java.util.Random(5);
    for (int i = 0; i < 800; i++) {
      byte[] noise = new byte[120];
      random.nextBytes(noise);
      String text = java.util.Base64.getEncoder().encodeToString(noise);
      lines.append(SmallInput.post("" + i, "a" + i, "2026-03-01T10:00:00Z", text)).append('\n');
    }
    byte[] content = lines.toString().getBytes(StandardCharsets.UTF_8);
    Files.write(export.resolve("noise.zst"), Zstd.compress(content));
    assertTrue(validate(export.toString()).err().contains("2 posts-jsonl read as posts"));
  }

  @Test
  void aLinkToNothingEndsTheRun() throws IOException {
    Files.createSymbolicLink(export.resolve("b.jsonl"), folder.resolve("absent"));
    assertSays(export.toString(), "b.jsonl: a link to what is not there");
    assertSays(export + "/*", "b.jsonl: a link to what is not there");
    assertSays(export + "/b.jsonl", "b.jsonl: a link to what is not there");
  }

  @Test
  void aPipeEndsTheRun() throws Exception {
    assertEquals(0, new ProcessBuilder("mkfifo", export + "/p.jsonl").start().waitFor());
    assertSays(export.toString(), "p.jsonl: a pipe or a device");
    assertSays(export + "/*", "p.jsonl: a pipe or a device");
    assertSays(export + "/p.jsonl", "p.jsonl: a pipe or a device");
  }

  @Test
  void aNameThatTheLocaleCannotWriteEndsTheRun() throws Exception {
    List<String> touch = List.of("sh", "-c", "cp good.jsonl \"$(printf 'n\\377.jsonl')\"");
    Process copy = new ProcessBuilder(touch).directory(export.toFile()).start();
    assertEquals(0, copy.waitFor());
    assertSays(export.toString(), ".jsonl: this locale has no way to write that name");
    assertSays(export + "/*", ".jsonl: this locale has no way to write that name");
  }

  @Test
  void aLoopOfLinksIsWalkedOnce() throws IOException {
    Files.createSymbolicLink(export.resolve("again"), export);
    assertTrue(validate(export.toString()).err().contains("1 posts-jsonl read as posts"));
    assertEquals("1 accepted, 0 rejected", counts(export + "/**"));
  }

  @Test
  void aNameWithALineFeedIsRead() throws IOException {
    Files.move(export.resolve("good.jsonl"), export.resolve("go\nod.jsonl"));
    assertEquals("1 accepted, 0 rejected", counts(export.toString()));
    Files.writeString(export.resolve("what\nis.this"), "{\"colour\":\"blue\"}");
    EarshotRun unknown = validate(export.toString());
    assertEquals(3, unknown.exitCode(), unknown.err());
    assertTrue(unknown.err().contains("what?is.this: is JSON of no known format"), unknown.err());
  }

  private void assertSays(String posts, String problem) {
    EarshotRun run = validate(posts);
    assertTrue(run.exitCode() == 65 || run.exitCode() == 66, "ends with " + run.exitCode());
    assertTrue(run.err().contains(problem), run.err());
  }
}
