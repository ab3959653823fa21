package dev.earshot.pipelines.listen.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.Format;
import dev.earshot.pipelines.sources.bytes.Compression;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.canonical.PostsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that change between planning and reading. */
class PlannedChannelTest {
  private static final String LINE =
      """
      {"network":"x","post_id":"1","author_id":"a","text":"t","posted_at":"2026-03-01T00:00:00Z"}
      """;

  @TempDir Path folder;

  private Collected<Post> read(String content, long plannedBytes) throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), content);
    SourceFile source =
        new SourceFile(
            0, "a.jsonl", file.toString(), Format.POSTS_JSONL, Compression.NONE, plannedBytes);
    Collected<Post> read = new Collected<>();
    RangeReader.read(
        new SourceRange(source, 0, Long.MAX_VALUE), new PostsJson(ReadLimits.DEFAULT), read);
    return read;
  }

  @Test
  void whatWasAddedIsNotRead() throws IOException {
    Collected<Post> read = read(LINE.repeat(3), 2L * LINE.length());
    assertEquals(2, read.records.size());
    assertEquals(0, read.rejections.size());
  }

  @Test
  void aFileThatWasCutFailsTheRun() {
    IOException cut =
        assertThrows(IOException.class, () -> read(LINE.repeat(2), 3L * LINE.length()));
    assertEquals(
        "a.jsonl was cut during the run: it had "
            + 3 * LINE.length()
            + " bytes when the run began and has "
            + 2 * LINE.length()
            + " now",
        cut.getMessage());
  }
}
