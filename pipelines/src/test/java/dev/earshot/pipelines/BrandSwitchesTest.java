package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.pipelines.EarshotRun.Arguments;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who goes from which brand to which stands in the mentions of both. */
class BrandSwitchesTest {
  @TempDir Path folder;

  private static String message(String id, String who, String text) {
    return SmallInput.message(id, who, "700000000", "2026-03-01T10:00:00Z", text)
        .replace("{", "{\"language\":\"en\",");
  }

  /**
   * Who comes to a brand is no customer whom it loses, however much the text speaks of a switch.
   */
  @Test
  void aGainIsNoLoss() {
    SmallInput input = SmallInput.in(folder);
    input.file("brands.yaml", SmallInput.BRANDS + "  - id: morbello\n    name: Morbello\n");
    String time = "2026-03-01T10:00:00Z";
    input.lines(
        "posts.jsonl",
        SmallInput.post("1", "ann", time, "I switched to Morbello from Veltrano yesterday"),
        SmallInput.post("2", "bob", time, "Thinking of switching to Veltrano, any advice"),
        SmallInput.post("3", "eve", time, "I am switching to you from Morbello, folks")
            .replace(
                "{", "{\"in_reply_to_author_id\":\"700000000\",\"in_reply_to_post_id\":\"9\","),
        SmallInput.post("4", "joe", time, "Veltrano lost me as a customer, goodbye"));
    input.lines(
        "messages.jsonl",
        message("m1", "kim", "Hello, I am switching to you from Morbello"),
        message("m2", "lea", "We switched to Veltrano last week, and the card is not here"),
        message("m3", "max", "I switched to Morbello, goodbye"),
        message("m4", "ned", "I am going back to Veltrano, what do I have to do"));
    EarshotRun run =
        input
            .run()
            .with("--posts", folder + "/posts.jsonl", "--messages", folder + "/messages.jsonl")
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of(
              "1|morbello|to|false",
              "1|veltrano|from|true",
              "2|veltrano|to|false",
              "3|morbello|from|true",
              "3|veltrano|to|false",
              "4|veltrano|none|true"),
          HashedIds.withPosts(
              sql.rows(
                  """
                  SELECT post_id, brand_id, coalesce(switch_direction, 'none'),
                    list_contains(intents, 'churn_intent')
                  FROM brand_mentions\
                  """),
              "1",
              "2",
              "3",
              "4"));
      assertEquals(
          List.of("direct_message|1|4", "public|0|1"),
          sql.rows(
              """
              SELECT channel, count_if(list_contains(intents, 'churn_intent')), count(*)
              FROM conversations WHERE brand_id = 'veltrano' GROUP BY ALL ORDER BY ALL\
              """));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink"})
  void bothSidesOfASwitchAreTold(String engine) {
    SmallInput input = SmallInput.in(folder);
    input.file("brands.yaml", SmallInput.BRANDS + "  - id: morbello\n    name: Morbello\n");
    String time = "2026-03-01T10:00:00Z";
    input.lines(
        "posts.jsonl",
        SmallInput.post("1", "ann", time, "I switched from Veltrano to Morbello yesterday"),
        SmallInput.post("2", "bob", time, "Thinking of switching to Veltrano, any advice"),
        SmallInput.post("3", "eve", time, "So we are leaving Morbello for Veltrano next month"),
        SmallInput.post("6", "sue", time, "I switched from Veltrano to Morbello yesterday"),
        SmallInput.post("4", "joe", time, "Left Veltrano at five and went home by bus"),
        SmallInput.post("5", "sue", time, "Veltrano and Morbello both have a shop in town"));
    EarshotRun run =
        Arguments.run(input.brands(), input.output(), folder)
            .with("--posts", folder + "/posts.jsonl")
            .with(DemoRuns.engine(engine, 2))
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of(
              "1|morbello|to",
              "1|veltrano|from",
              "2|veltrano|to",
              "3|morbello|from",
              "3|veltrano|to",
              "4|veltrano|none",
              "5|morbello|none",
              "5|veltrano|none",
              "6|morbello|to",
              "6|veltrano|from"),
          HashedIds.withPosts(
              sql.rows(
                  """
                  SELECT post_id, brand_id, coalesce(switch_direction, 'none')
                  FROM brand_mentions\
                  """),
              "1",
              "2",
              "3",
              "4",
              "5",
              "6"));
      assertEquals(
          List.of("morbello|veltrano|2|1|1|1.0", "veltrano|morbello|1|2|-1|1.0"),
          sql.rows(
              """
              SELECT brand_id, other_brand_id, arrival_person_count, departure_person_count,
                net_arrival_person_count, round(q_value, 6)
              FROM brand_switching_monthly\
              """));
    }
  }
}
