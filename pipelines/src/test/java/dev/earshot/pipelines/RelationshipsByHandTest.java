package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Posts that a brand and people answer, pass on and address, as figures of their month. */
class RelationshipsByHandTest {
  private static final String BRAND = "700000000";

  private static Sql sql;

  private static String post(String id, String author, String day, String text, String more) {
    return SmallInput.post(id, author, "2026-03-" + day + "T10:00:00Z", text)
        .replaceFirst("\\{", "{" + more);
  }

  private static String answers(String post, String author) {
    return "\"in_reply_to_post_id\":\"%s\",\"in_reply_to_author_id\":\"%s\","
        .formatted(post, author);
  }

  private static String passesOn(String kind, String post) {
    return "\"%s_of_post_id\":\"%s\",".formatted(kind, post);
  }

  @BeforeAll
  static void run(@TempDir Path folder) {
    SmallInput input = SmallInput.in(folder);
    input.lines(
        "posts.jsonl",
        post("1", BRAND, "02", "Spring hours from Monday on", ""),
        post("2", BRAND, "03", "A thread on our tea", ""),
        post("3", BRAND, "03", "and more of it", answers("2", BRAND)),
        post("4", BRAND, "04", "Thanks to @ann_of_x for this photo", ""),
        post("10", "ann", "05", "I love Veltrano, it is wonderful", ""),
        post("11", BRAND, "06", "I love Veltrano, it is wonderful", passesOn("repost", "10")),
        post("12", "bob", "07", "Spring hours from Monday on", passesOn("repost", "1")),
        post("13", "bob", "07", "Good to know", passesOn("quote", "1")),
        post("14", "bob", "08", "More hours", answers("1", BRAND)),
        post("15", "cem", "08", "Veltrano, where is my parcel?", answers("1", BRAND)),
        post("16", BRAND, "20", "Your delivery left today", answers("15", "cem")),
        post("17", "dan", "09", "Veltrano, when do you open on Sundays?", answers("1", BRAND)),
        post("18", "eva", "10", "Veltrano lost my parcel, the worst delivery ever", ""),
        post("99", "zoe", "31", "Veltrano", ""));
    EarshotRun run =
        input
            .run()
            .with("--posts", folder + "/posts.jsonl", "--as-of", "2026-05-10T00:00:00Z")
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    sql = Sql.over(input.output());
  }

  @AfterAll
  static void close() {
    sql.close();
  }

  private static List<String> terms(String metric) {
    return sql.rows(
        """
        SELECT date, numerator_count, denominator_count, person_count
        FROM brand_relationships_monthly WHERE metric_name = '%s' AND denominator_count > 0\
        """
            .formatted(metric));
  }

  /** 1, 2 and its thread; not 4, which names somebody, 11, which passes on, and 16, an answer. */
  @Test
  void whoAnswersNamesOrPassesOnDoesNotBroadcast() {
    assertEquals(List.of("2026-03-31|3|6|null"), terms("broadcast_rate"));
  }

  /** The brand gave an answer and passed on a post; ann praised, bob passed on two. */
  @Test
  void whatBothGive() {
    assertEquals(List.of("2026-03-31|2|5|3"), terms("give_balance_rate"));
  }

  /** Bob shared; ann, cem, dan, eva and zoe spoke of the brand, and so did bob. */
  @Test
  void whoIsGenerous() {
    assertEquals(List.of("2026-03-31|1|6|6"), terms("generosity_rate"));
  }

  /** Eva is negative about the delivery, of which the brand speaks in an answer to cem. */
  @Test
  void anAnswerSpeaksOfATopic() {
    assertEquals(List.of("2026-03-31|1|1|1"), terms("topic_acknowledged_rate"));
  }

  /** Cem was answered after twelve days: not in time, but within 28. */
  @Test
  void aLateAnswerIsOneAllTheSame() {
    assertEquals(List.of("2026-03-31|0|2|2"), terms("listen_rate"));
    assertEquals(List.of("2026-03-31|1|3|3"), terms("reciprocity_rate"));
    assertEquals(List.of("2026-03-31|3|3|3"), terms("unanswered_person_rate"));
  }
}
