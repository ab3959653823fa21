package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No text of a direct message and no id of a person is anywhere in what a run leaves behind. */
class PrivacyTest {
  private static final String BRAND = "700000000";
  private static final List<String> SECRETS =
      List.of(
          "zorbitext",
          "zorbibroken",
          "zorbiauthor",
          "zorbihandle",
          "zorbicustomer",
          "zorbimessage",
          "zorbiconversation",
          EarshotRun.KEY);

  @TempDir Path folder;

  private EarshotRun run() {
    SmallInput input = SmallInput.in(folder);
    List<String> posts = new ArrayList<>();
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      posts.add(
          """
          {"network":"x","post_id":"p%d","author_id":"zorbiauthor%d","author_handle":"zorbihandle%d",\
          "posted_at":"2026-03-01T10:%02d:00Z","text":"Veltrano sent me parcel number %d today"}\
          """
              .formatted(i, i, i, 10 + i, i));
      posts.add(
          """
          {"network":"x","post_id":"r%d","author_id":"700000000","in_reply_to_post_id":"p%d",\
          "in_reply_to_author_id":"zorbiauthor%d","posted_at":"2026-03-01T11:%02d:00Z",\
          "text":"Glad to hear it, %d"}\
          """
              .formatted(i, i, i, 10 + i, i));
      messages.add(
          SmallInput.message(
              "zorbimessage" + i,
              "zorbicustomer" + i,
              BRAND,
              "2026-03-01T10:%02d:00Z".formatted(10 + i),
              "zorbitext my parcel from Veltrano never came"));
      messages.add(
          SmallInput.message(
              "zorbimessageanswer" + i,
              BRAND,
              "zorbicustomer" + i,
              "2026-03-01T11:%02d:00Z".formatted(10 + i),
              "zorbitext we are looking into it"));
    }
    messages.add("{\"message_id\":\"zorbibroken1\",\"text\":\"zorbibroken");
    messages.add("zorbibroken, not JSON at all");
    messages.add(
        SmallInput.message("zorbibroken2", "zorbibroken3", BRAND, "zorbibroken4", "zorbibroken5"));
    messages.add(
        "{\"network\":\"zorbibroken6\",\"message_id\":{\"zorbibroken7\":1},\"text\":7,"
            + "\"sent_at\":\"2026-03-01T10:00:00Z\",\"zorbibroken8\":\"zorbibroken9\"}");
    messages.add("{\"network\":\"x\",\"message_id\":1.5E+17,\"text\":\"zorbibroken\"}");
    input.lines("posts.jsonl", posts.toArray(String[]::new));
    input.lines("messages.jsonl", messages.toArray(String[]::new));
    return input
        .run()
        .with("--keep-text", "--max-rejected-rate", "1")
        .with("--posts", folder + "/posts.jsonl", "--messages", folder + "/messages.jsonl")
        .execute();
  }

  @Test
  void neitherTextsOfMessagesNorIdsOfPeopleLeaveTheProcess() {
    EarshotRun run = run();
    assertEquals(0, run.exitCode(), run.err());
    Path output = folder.resolve("out");
    assertHoldsNoSecret("standard output", run.out());
    assertHoldsNoSecret("standard error", run.err());
    EarshotRun.bytes(output).forEach(PrivacyTest::assertHoldsNoSecret);
    try (Sql sql = Sql.over(output)) {
      for (String table : Sql.tables(output)) {
        assertHoldsNoSecret(table, String.join("\n", sql.rows("SELECT * FROM " + table)));
      }
      assertEquals(
          List.of("Veltrano sent me parcel number 0 today"),
          sql.rows("SELECT text FROM brand_mentions WHERE post_id = 'p0'"),
          "the texts of public posts are kept, as asked for");
      assertEquals(
          List.of("12|12"),
          sql.rows(
              """
              SELECT count(DISTINCT person_id), count(first_response_at) FROM conversations
              WHERE channel = 'direct_message'\
              """),
          "the messages were read");
      assertEquals(List.of("5"), sql.rows("SELECT count(*) FROM rejected_records"));
      assertEquals(
          List.of("12|12"),
          sql.rows(
              """
              SELECT count(*), count(DISTINCT r.person_id) FROM brand_responses r
              JOIN brand_mentions m ON m.post_id = r.answered_post_id
                AND m.author_id = r.person_id\
              """),
          "the same person has the same pseudonym in all tables");
    }
  }

  private static void assertHoldsNoSecret(String where, String content) {
    for (String secret : SECRETS) {
      assertFalse(content.contains(secret), () -> where + " holds " + secret);
    }
  }

  @Test
  void anotherKeyGivesOtherPseudonymsAndTheSameFigures() {
    assertEquals(0, run().exitCode());
    Path other = folder.resolve("other");
    SmallInput input = SmallInput.in(folder);
    Path key = input.file("other.key", "another key, also for tests alone");
    EarshotRun run =
        EarshotRun.Arguments.withKey(input.brands(), other, key)
            .with("--runner", "direct", "--max-rejected-rate", "1")
            .with("--posts", folder + "/posts.jsonl", "--messages", folder + "/messages.jsonl")
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.open()) {
      String people = "SELECT person_id FROM %s WHERE channel = 'direct_message'";
      assertEquals(
          List.of(),
          sql.rows(
              "(%s) INTERSECT (%s)"
                  .formatted(
                      people.formatted(Sql.parquet(folder.resolve("out"), "conversations")),
                      people.formatted(Sql.parquet(other, "conversations")))));
      String figures = "SELECT * EXCLUDE (run_id) FROM %s";
      for (String table : List.of("brand_reputation_daily", "brand_inbox")) {
        assertEquals(
            List.of(),
            sql.rows(
                "(%s) EXCEPT ALL (%s)"
                    .formatted(
                        figures.formatted(Sql.parquet(folder.resolve("out"), table)),
                        figures.formatted(Sql.parquet(other, table)))),
            table);
      }
    }
  }
}
