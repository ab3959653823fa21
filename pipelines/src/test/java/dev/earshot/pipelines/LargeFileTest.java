package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of more than two stretches of 8 MiB, read by several tasks. */
class LargeFileTest {
  private static final int LINES = 240;
  private static final List<Integer> BROKEN = List.of(0, 5, 100, 160, 230, 239);

  @TempDir Path folder;

  @Test
  void aRejectionIsFoundByItsLineInWhateverStretch() {
    SmallInput input = SmallInput.in(folder);
    String ignored = "\"ignored\":\"%s\",".formatted("-".repeat(100_000));
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      String post = SmallInput.post("p" + i, "ann", "2024-05-01T10:00:00Z", "Veltrano is late");
      String line = "{" + ignored + post.substring(1);
      lines.add(BROKEN.contains(i) ? line.substring(0, line.length() - 1) : line);
    }
    input.lines("posts.jsonl", lines.toArray(String[]::new));
    EarshotRun run =
        EarshotRun.Arguments.run(input.brands(), folder.resolve("out"), folder)
            .with("--posts", "posts-jsonl:" + folder + "/posts.jsonl")
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(folder.resolve("out"))) {
      assertEquals(
          BROKEN.stream().map(i -> (i + 1) + "|invalid_json").toList(),
          sql.rows("SELECT line_number, reason FROM rejected_records ORDER BY line_number"));
    }
  }
}
