package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyPhraseTableTest {
  private static final String AT = "2026-03-02T10:00:0";

  @TempDir Path folder;

  /**
   * Five authors speak of the battery life, one of them twice and once badly; four of the hinge;
   * the brand's name and a copied text do not count.
   */
  @Test
  void countsAuthorsAndLeavesOutTheFew() {
    List<String> posts = new ArrayList<>();
    String[] endings = {"on the train", "at home", "in my office", "for a walk", "by the sea"};
    for (int i = 0; i < endings.length; i++) {
      posts.add(post(i, "a" + i, "The battery life of Veltrano " + endings[i] + " #velt" + i % 5));
    }
    posts.add(post(5, "a0", "Terrible, awful, I hate it: battery life of my Veltrano, so #sad"));
    for (int i = 0; i < 4; i++) {
      posts.add(
          post(6 + i, "a" + i, "Hm, the metal hinge of a Veltrano, " + endings[i] + " or not"));
    }
    SmallInput input = SmallInput.in(folder);
    Path file = input.lines("posts.jsonl", posts.toArray(String[]::new));
    EarshotRun run = input.run().with("--posts", file.toString()).execute();
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of("veltrano|battery life|key_phrase|6|5|1|false|2026-03-02"),
          sql.rows(
              """
              SELECT brand_id, phrase, topic_source, mention_count, author_count,
                negative_author_count, is_hashtag, date
              FROM brand_key_phrases_daily ORDER BY ALL"""));
    }
  }

  private static String post(int second, String author, String text) {
    return SmallInput.post("p" + second, author, AT + second + "Z", text);
  }
}
