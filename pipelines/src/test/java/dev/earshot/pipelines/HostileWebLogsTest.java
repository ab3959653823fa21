package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that nobody would write, and what must not be told of those that people cause. */
class HostileWebLogsTest {
  private static final String BRANDS =
      """
      brands:
        - id: heron
          name: Heron
          domains: [heron.example]
      """;
  private static final String TIME = "[02/Mar/2026:10:00:00 +0000]";
  private static final String BROWSER =
      "\"Mozilla/5.0 (X11; Linux x86_64; rv:136.0) Gecko/20100101 Firefox/136.0\"";

  @TempDir Path folder;

  private EarshotRun run(String... lines) {
    SmallInput input = SmallInput.in(folder);
    Path brands = input.file("brands.yaml", BRANDS);
    input.lines("access.log", lines);
    EarshotRun run =
        EarshotRun.Arguments.run(brands, folder.resolve("out"), folder)
            .with("--web-logs", folder + "/access.log", "--max-rejected-rate", "0.99")
            .with("--runner", "direct")
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    return run;
  }

  private static String hit(String address, String time, String request, String rest) {
    return address + " - - " + time + " \"" + request + "\" 200 5 " + rest;
  }

  private static String get(String target) {
    return hit("192.0.2.1", TIME, "GET " + target + " HTTP/1.1", "\"-\" " + BROWSER);
  }

  @Test
  void everyLineIsAVisitOrRejectedForWhatIsWrong() {
    String february = "[30/Feb/2026:10:00:00 +0000]";
    run(
        get("/"),
        get("/%zz%E0%A4%A?utm_source=%E0%A4%A&utm_medium=%"),
        get("/%00here"),
        hit("2001:db8::1", TIME, "GET / HTTP/1.1", "\"http://[::1\" " + BROWSER),
        hit("192.0.2.1", "[41/Mar/2026:10:00:00 +0000]", "GET / HTTP/1.1", "\"-\" " + BROWSER),
        hit("192.0.2.1", february, "GET / HTTP/1.1", "\"-\" " + BROWSER),
        hit("192.0.2.1", "[02/Mar/2026:25:00:00 +0000]", "GET / HTTP/1.1", "\"-\" " + BROWSER),
        hit("192.0.2.1", "[yesterday]", "GET / HTTP/1.1", "\"-\" " + BROWSER),
        "192.0.2.1 - - " + TIME + " \"GET / HTTP/1.1\" ten 5 \"-\" " + BROWSER,
        hit("192.0.2.1", TIME, "\\x16\\x03\\x01", "\"-\" " + BROWSER),
        get("/") + get("/"),
        "\"\"\"\"\"\"] \"[",
        get("/nul\u0000here"),
        get("/" + "a".repeat(100_000)));
    try (Sql sql = Sql.over(folder.resolve("out"))) {
      assertEquals(
          List.of(
              "5|invalid_timestamp",
              "6|invalid_timestamp",
              "7|invalid_timestamp",
              "8|invalid_log_line",
              "9|invalid_field",
              "12|invalid_log_line"),
          sql.rows("SELECT line_number, reason FROM rejected_records ORDER BY line_number"));
      assertEquals(
          List.of("14|7|6|1"),
          sql.rows(
              """
              SELECT read_count, accepted_count, rejected_count, out_of_scope_count
              FROM pipeline_runs\
              """));
    }
  }

  /** No address, user agent, click id, query, user or mail address, in tables or messages. */
  @Test
  void whatNamesAPersonEndsWhereItIsRead() {
    List<String> secrets =
        List.of("203.0.113.77", "8:77::9", "Agent-9", "Clk5", "Tkn6", "Ref7", "jane", "Qry8");
    String agent = "\"Mozilla/5.0 (X11; Agent-9; rv:136.0) Gecko/20100101 Firefox/136.0\"";
    String user =
        "203.0.113.77 - jane "
            + TIME
            + " \"GET /u/jane@example.org/?token=Tkn6&fbclid=Clk5"
            + " HTTP/1.1\" 200 5 \"https://forum.example/Ref7?q=Qry8\" "
            + agent;
    EarshotRun run =
        run(
            user,
            hit("8:77::9", TIME, "GET /?utm_source=jane@a.example HTTP/1.1", "\"-\" " + agent),
            hit(
                "8:77::9",
                TIME,
                "GET /?gclid=Clk5 HTTP/1.1",
                "\"https://duckduckgo.com/?q=Qry8\" " + agent),
            hit(
                "203.0.113.77",
                "[41/Mar/2026:10:00:00 +0000]",
                "GET /?fbclid=Clk5",
                "\"-\" " + agent),
            user.substring(0, user.length() - 9));
    StringBuilder told = new StringBuilder(run.out()).append(run.err());
    try (Sql sql = Sql.over(folder.resolve("out"))) {
      for (String table : Sql.tables(folder.resolve("out"))) {
        sql.rows("SELECT * FROM " + table).forEach(row -> told.append(row).append('\n'));
      }
      assertEquals(
          List.of("2|2|2"),
          sql.rows(
              """
              SELECT count(*), count(DISTINCT visitor_id), (SELECT count(*) FROM rejected_records)
              FROM site_sessions\
              """));
    }
    for (String secret : secrets) {
      assertFalse(told.toString().contains(secret), secret);
    }
  }
}
