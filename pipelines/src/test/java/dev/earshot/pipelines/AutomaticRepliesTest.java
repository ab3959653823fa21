package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What machines say answers nobody. */
class AutomaticRepliesTest {
  private static final String BRANDS =
      """
      brands:
        - id: veltrano
          name: Veltrano
          accounts: {instagram: [velt]}
          automated: ["Hi *, your words are with us"]
      """;

  @TempDir Path folder;

  private static String message(String id, String from, String to, String time, String text) {
    return SmallInput.message(id, from, to, "2026-03-02T" + time + "Z", text)
        .replace("\"network\":\"x\"", "\"network\":\"instagram\"");
  }

  /**
   * Ann is answered by hand after three hours, not by the words of the second second, which come
   * again; what Bob liked is no message; Cyd's and Dee's automatic replies are told by the brand
   * file and a field; Eve's reply was typed for a minute, and Fay's two letters in eight seconds.
   */
  @Test
  void theFirstResponseIsAHumans() {
    SmallInput input = SmallInput.in(folder);
    input.file("brands.yaml", BRANDS);
    String instant = "Good day! We read this soon and write then, be patient";
    input.lines(
        "messages.jsonl",
        message("a1", "ann", "velt", "10:00:00", "Where is my parcel?"),
        message("a2", "velt", "ann", "10:00:02", instant),
        message("a3", "ann", "velt", "10:30:00", "Hello?"),
        message("a4", "velt", "ann", "10:30:40", instant),
        message("a5", "velt", "ann", "10:31:00", "Reacted 😢 to your message "),
        message("a6", "velt", "ann", "13:00:00", "It leaves tomorrow, sorry"),
        message("b1", "velt", "bob", "10:00:00", "Thanks for tagging us!"),
        message("b2", "bob", "velt", "10:10:00", "Liked a message"),
        message("c1", "cyd", "velt", "10:00:00", "Is it warm?"),
        message("c2", "velt", "cyd", "10:01:00", "Hi Cyd, your words are with us."),
        message("c3", "velt", "cyd", "11:00:00", "It is"),
        message("d1", "dee", "velt", "10:00:00", "Is it red?"),
        message("d2", "velt", "dee", "10:05:00", "We are closed today")
            .replace("{", "{\"is_automated\":true,"),
        message("d3", "velt", "dee", "12:00:00", "It is"),
        message("e1", "eve", "velt", "10:00:00", "One thing"),
        message("e2", "eve", "velt", "10:01:00", "Is it blue?"),
        message("e3", "velt", "eve", "10:01:02", "It comes in blue, in red and in green, from May"),
        message("f1", "fay", "velt", "10:00:00", "Is it open?"),
        message("f2", "velt", "fay", "10:00:08", "Ja"));
    EarshotRun run = input.run().with("--messages", folder + "/messages.jsonl").execute();
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of("1|1|0|8", "2|1|0|62", "1|1|1|3600", "1|1|1|7200", "2|1|2|10800", "0|1|0|none"),
          sql.rows(
              """
              SELECT inbound_message_count, outbound_message_count, automated_message_count,
                coalesce(CAST(first_response_seconds AS VARCHAR), 'none')
              FROM conversations ORDER BY first_response_seconds NULLS LAST\
              """));
      assertEquals(
          List.of("17|2|2|1|1|0|0|2"),
          sql.rows(
              """
              SELECT accepted_count, out_of_scope_count, notice_count, automated_by_field_count,
                automated_by_brand_file_count, automated_by_known_text_count,
                automated_by_repetition_count, automated_by_speed_count
              FROM pipeline_runs\
              """));
    }
  }

  /**
   * Five persons got the same short words after ten seconds, in which they can be typed, and were
   * answered after an hour; a sixth got them after a minute, from somebody who pastes. Four others
   * got words of their own kind after ten seconds: too few to tell.
   */
  @Test
  void wordsThatManyGotWithinSecondsAreNobodys() {
    SmallInput input = SmallInput.in(folder);
    input.file("brands.yaml", BRANDS);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      lines.add(message("a" + i, "ann" + i, "velt", "10:00:00", "Where is my parcel?"));
      lines.add(message("b" + i, "velt", "ann" + i, i < 5 ? "10:00:10" : "10:01:00", "Be patient"));
      lines.add(message("c" + i, "velt", "ann" + i, "11:00:00", "It leaves tomorrow, Ann " + i));
    }
    for (int i = 0; i < 4; i++) {
      lines.add(message("d" + i, "bob" + i, "velt", "10:00:00", "Where is my parcel?"));
      lines.add(message("e" + i, "velt", "bob" + i, "10:00:10", "On it"));
    }
    input.lines("messages.jsonl", lines.toArray(String[]::new));
    EarshotRun run = input.run().with("--messages", folder + "/messages.jsonl").execute();
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of("0|10|4", "0|60|1", "1|3600|5"),
          sql.rows(
              """
              SELECT automated_message_count, first_response_seconds, count(*)
              FROM conversations GROUP BY ALL ORDER BY ALL\
              """));
      assertEquals(
          List.of("5|0"),
          sql.rows(
              "SELECT automated_by_repetition_count, automated_by_speed_count FROM pipeline_runs"));
    }
  }

  /**
   * Six persons got one template with their names in it after ten seconds and an answer after an
   * hour; six others got words after ten seconds that share nothing but their capitals' places.
   */
  @Test
  void namesInATemplateDoNotMakeItAPersons() {
    SmallInput input = SmallInput.in(folder);
    input.file("brands.yaml", BRANDS);
    List<String> names = List.of("Mia", "Jon Ask", "Zoë", "@kai_r", "Ida-Marie", "Émile");
    List<String> own =
        List.of("it is red", "they fit", "no it broke", "of wool", "in May", "not yet");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String welcome = "Moin " + names.get(i) + "! Gerade sind alle am Deich, bald mehr.";
      lines.add(message("a" + i, "ann" + i, "velt", "10:00:00", "Where is my parcel?"));
      lines.add(message("b" + i, "velt", "ann" + i, "10:00:10", welcome));
      lines.add(message("c" + i, "velt", "ann" + i, "11:00:00", "It leaves tomorrow, Ann " + i));
      lines.add(message("d" + i, "bob" + i, "velt", "10:00:00", "Which one is it?"));
      lines.add(message("e" + i, "velt", "bob" + i, "10:00:10", "Bob, " + own.get(i)));
    }
    input.lines("messages.jsonl", lines.toArray(String[]::new));
    EarshotRun run = input.run().with("--messages", folder + "/messages.jsonl").execute();
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of("0|10|6", "1|3600|6"),
          sql.rows(
              """
              SELECT automated_message_count, first_response_seconds, count(*)
              FROM conversations GROUP BY ALL ORDER BY ALL\
              """));
      assertEquals(
          List.of("6|0"),
          sql.rows(
              "SELECT automated_by_repetition_count, automated_by_speed_count FROM pipeline_runs"));
    }
  }
}
