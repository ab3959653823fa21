package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A web log written by hand, of which every visit is known. */
class VisitsByHandTest {
  private static final String LINE = "%s - - [01/Mar/2026:%s +0000] \"GET %s HTTP/1.1\" 200 5";
  private static final String AGENT =
      "\"Mozilla/5.0 (X11; Linux x86_64; rv:136.0) Gecko/20100101 Firefox/136.0\"";
  private static final String BRANDS =
      """
      brands:
        - id: heron
          name: Heron
          domains: [heron.example]
      """;

  @TempDir Path folder;

  private static String hit(String address, String time, String target, String referrer) {
    return LINE.formatted(address, time, target) + " \"" + referrer + "\" " + AGENT + '\n';
  }

  private Path run(String name, String... engine) {
    SmallInput input = SmallInput.in(folder);
    Path brands = input.file("brands.yaml", BRANDS);
    input.file(
        "a.log",
        hit("192.0.2.1", "10:00:00", "/", "https://t.co/abc")
            + hit("192.0.2.1", "10:00:01", "/main.css", "https://heron.example/")
            + hit("192.0.2.2", "23:50:00", "/shop?utm_source=newsletter&utm_medium=email", "-")
            + hit("192.0.2.3", "12:00:00", "/", "-"));
    input.file(
        "b.log",
        hit("192.0.2.1", "10:30:01", "/shop", "https://heron.example/")
            + hit("192.0.2.1", "11:00:02", "/shop/1", "https://www.google.com/")
            + hit("192.0.2.2", "23:50:01", "/main.css", "-")
            + hit("192.0.2.3", "12:00:05", "/robots.txt", "-")
            + "no line of a log\n");
    Path output = folder.resolve(name);
    EarshotRun run =
        EarshotRun.Arguments.run(brands, output, folder)
            .with("--max-rejected-rate", "0.5")
            .with("--web-logs", folder + "/*.log")
            .with(engine)
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    return output;
  }

  /** A pause of exactly 30 minutes goes on, one of a second more begins a visit. */
  @Test
  void visitsGoOnOverFilesAndEndAfterAPause() {
    try (Sql sql = Sql.over(run("out"))) {
      assertEquals(
          List.of(
              "/|social|Twitter|x|referrer|null|3|2|1801",
              "/shop/1|search|Google|null|referrer|null|1|1|0",
              "/|direct|null|null|none|robots_txt|2|1|5",
              "/shop|email|newsletter|null|utm_parameters|null|2|1|1"),
          sql.rows(
              """
              SELECT landing_path, referral_medium, referral_source, network, referral_evidence,
                     bot_reason, hit_count, page_view_count, duration_seconds
              FROM site_sessions ORDER BY started_at"""));
      assertEquals(
          List.of("4|4|0", "5|4|1"),
          sql.rows(
              """
              SELECT read_count, accepted_count, rejected_count
              FROM pipeline_runs ORDER BY source_name"""));
      assertEquals(
          List.of("3|1|1|0.3333333333333333"),
          sql.rows(
              """
              SELECT human_session_count, bot_session_count, social_session_count,
                     social_referral_rate
              FROM brand_referrals_daily WHERE network = 'all' AND window_day_count = 1"""));
    }
  }

  @Test
  void everyEngineWritesTheSameBytes() {
    Map<String, String> direct = tables(run("direct", DemoRuns.engine("direct", 2)));
    assertEquals(direct, tables(run("flink", DemoRuns.engine("flink", 3))));
  }

  private static Map<String, String> tables(Path output) {
    Map<String, String> files = new TreeMap<>(EarshotRun.bytes(output));
    files.keySet().removeIf(name -> !name.endsWith(".parquet"));
    return files;
  }
}
