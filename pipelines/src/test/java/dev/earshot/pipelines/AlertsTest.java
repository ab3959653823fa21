package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.EarshotRun.Arguments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code earshot alerts} over forty days of a brand of which two people a day complain, and twelve
 * on two days; and the table of a run over dates.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertsTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
  private static final List<String> WORDS =
      List.of(
          ("anchor basket candle dragon engine feather garden hammer island jacket kettle ladder"
                  + " meadow needle orchard pepper quarry ribbon saddle timber umbrella valley"
                  + " window yellow zebra blanket cottage diamond emerald forest")
              .split(" "));

  @TempDir static Path folder;

  private final Random random = new Random(5);
  private SmallInput input;

  @BeforeAll
  void publish() {
    List<String> posts = new ArrayList<>();
    for (int day = 0; day < 42; day++) {
      boolean isRevolt = day == 36 || day == 37;
      for (int i = 0; i < (isRevolt ? 12 : 2); i++) {
        String of = isRevolt ? "terrible price and delivery" : "terrible and awful price";
        posts.add(post(posts.size(), day, "I hate Veltrano, " + of + ":"));
      }
      for (int i = 0; i < 4; i++) {
        posts.add(post(posts.size(), day, "I love Veltrano, great and wonderful:"));
      }
    }
    input = SmallInput.in(folder);
    input.lines("posts.jsonl", posts.toArray(String[]::new));
    EarshotRun run = input.run().with("--posts", folder + "/posts.jsonl").execute();
    assertEquals(0, run.exitCode(), run.err());
  }

  /** Words that differ from post to post, so that none is a copy of another. */
  private String post(int number, int day, String opinion) {
    String words =
        IntStream.range(0, 10)
            .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
            .collect(Collectors.joining(" "));
    return SmallInput.post(
        "p" + number, "a" + number, FIRST.plusDays(day) + "T12:00:00Z", opinion + " " + words);
  }

  private EarshotRun alerts(String... words) {
    return EarshotRun.of(
        Stream.concat(Stream.of("alerts", "--tables", input.output().toString()), Stream.of(words))
            .toList());
  }

  @Test
  void listsWhatOpenedSinceADay() {
    EarshotRun since = alerts("--since", "2026-03-01", "--format", "json");
    assertEquals(0, since.exitCode(), since.err());
    assertTrue(
        since
            .out()
            .startsWith(
                "[\n{\"brand_id\":\"veltrano\",\"opened_date\":\"2026-03-10\","
                    + "\"peaked_date\":\"2026-03-10\","),
        since.out());
    assertTrue(since.out().contains("\"peak_author_count\":12,"), since.out());
    assertTrue(since.out().contains("\"driver_topics\":[\"delivery\"]"), since.out());
    assertEquals(3, alerts("--since", "2026-03-10", "--exit-code").exitCode());
    EarshotRun later = alerts("--since", "2026-03-11", "--exit-code", "--format", "json");
    assertEquals(0, later.exitCode());
    assertEquals("[\n]\n", later.out());
  }

  @Test
  void thePageHasThem() throws Exception {
    Path page = folder.resolve("page.html");
    EarshotRun run =
        EarshotRun.of(
            List.of(
                "report",
                "--tables",
                input.output().toString(),
                "--brand",
                "veltrano",
                "--output",
                page.toString()));
    assertEquals(0, run.exitCode(), run.err());
    Document html = Jsoup.parse(Files.readString(page));
    assertEquals("2026-03-10", html.select("#alerts tbody th").text());
    assertEquals("12", html.select("#alerts [data-column=peak_author_count]").text());
    assertEquals("2.0", html.select("#alerts [data-column=peak_expected_author_count]").text());
    assertEquals("[delivery]", html.select("#alerts [data-column=driver_topics]").text());
  }

  @Test
  void aDayThatIsNoneIsNamed() {
    EarshotRun run = alerts("--since", "yesterday");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("--since"), run.err());
    assertEquals(2, alerts().exitCode());
  }

  @Test
  void aRunOverItsDayGivesTheSameRow() {
    String query = "SELECT * EXCLUDE (run_id) FROM brand_alerts";
    List<String> whole;
    try (Sql sql = Sql.over(input.output())) {
      whole = sql.rows(query);
    }
    Path other = folder.resolve("dates");
    EarshotRun run =
        Arguments.run(input.brands(), other, folder)
            .with("--runner", "direct", "--posts", folder + "/posts.jsonl")
            .with("--from", "2026-03-10", "--to", "2026-03-10")
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(other)) {
      assertEquals(whole, sql.rows(query));
      assertEquals(1, whole.size());
    }
  }
}
