package dev.earshot.pipelines.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.brands.BrandFile;
import dev.earshot.models.brands.BrandFileException;
import dev.earshot.pipelines.EarshotRun;
import dev.earshot.pipelines.sources.RecordKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputStateTest {
  private static final String BRANDS =
      """
      brands:
        - id: heron
          name: Heron
      """;
  private static final String POST =
      """
      {"network":"x","post_id":"1","author_id":"a","text":"t","posted_at":"2026-03-01T00:00:00Z"}
      """;

  @TempDir Path folder;
  private Path posts;

  @BeforeEach
  void write() throws IOException {
    posts = Files.createDirectory(folder.resolve("posts"));
    Files.writeString(posts.resolve("a.jsonl"), POST);
    Files.writeString(folder.resolve("brands.yaml"), BRANDS);
    Files.writeString(folder.resolve("key"), "a key for tests, 32 bytes and more\n");
  }

  private List<InputFiles.Recognised> planned() throws IOException, BrandFileException {
    InputFiles files = new InputFiles(BrandFile.read(BRANDS, "brands.yaml"), Map.of(), null);
    files.add(List.of(posts.toString()), RecordKind.POSTS);
    return files.sorted();
  }

  @Test
  void aFileThatIsWrittenAnewEndsTheRunAndOneThatGrowsDoesNot()
      throws IOException, BrandFileException {
    List<InputFiles.Recognised> files = planned();
    Path file = posts.resolve("a.jsonl");
    InputState.checkUnchanged(files);
    Files.writeString(file, POST, StandardOpenOption.APPEND);
    InputState.checkUnchanged(files);
    Files.writeString(file, POST.replace("\"a\"", "\"b\""));
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
    UserException changed =
        assertThrows(UserException.class, () -> InputState.checkUnchanged(files));
    assertEquals(file + " was written during the run; nothing was published", changed.getMessage());
  }

  private EarshotRun run(Path output, String... more) {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of(
                "run",
                "--brands",
                folder.resolve("brands.yaml").toString(),
                "--key-file",
                folder.resolve("key").toString(),
                "--runner",
                "direct",
                "--max-rejected-rate",
                "1",
                "--output",
                output.toString()));
    arguments.addAll(List.of(more));
    return EarshotRun.of(arguments);
  }

  @Test
  void anOutputInTheInputIsRefused() {
    Path output = posts.resolve("tables");
    EarshotRun run = run(output, "--posts", posts.toString());
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains(output + ": lies in " + posts + ", which is read"), run.err());
    assertTrue(Files.notExists(output));
    assertEquals(2, run(output, "--web-logs", "heron=" + posts).exitCode());
  }

  @Test
  void whatKindOfNothingIsSaid() throws IOException {
    Files.writeString(posts.resolve("a.jsonl"), "");
    Files.writeString(posts.resolve("b.csv"), "id,author,text,at\n");
    Files.writeString(posts.resolve("c.jsonl"), "{\"network\":\"x\",\"post_id\":\"1\"}\n");
    Path mapping =
        Files.writeString(
            folder.resolve("m.yaml"),
            """
            kind: posts
            constants: {network: x}
            columns: {post_id: id, author_id: author, text: text, posted_at: at}
            """);
    EarshotRun bad =
        run(
            folder.resolve("out"),
            "--mapping",
            mapping.toString(),
            "--posts",
            posts + "/a.jsonl",
            posts + "/b.csv",
            posts + "/c.jsonl");
    assertEquals(99, bad.exitCode(), bad.err());
    assertTrue(
        bad.err()
            .contains(
                """
                earshot: files that gave no record: 3
                  %1$s/a.jsonl: empty
                  %1$s/b.csv: a header alone
                  %1$s/c.jsonl: its only record is bad
                earshot: the input holds bad records only; nothing was published
                """
                    .formatted(posts)),
        bad.err());
    EarshotRun none = run(folder.resolve("out"), "--posts", posts + "/a.jsonl");
    assertTrue(none.err().contains("the input holds no record; nothing was published"), none.err());
  }
}
