package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real web logs through the program. What the tables must say is counted by a few lines of SQL over
 * the raw file.
 */
class WebLogsTest {
  private static final Path DATA = Path.of("../../shared/data/weblogs");

  /** Requests, cut apart by a regular expression; then visits of address and user agent. */
  private static final String RAW =
      """
      CREATE TABLE hits AS
      SELECT *, epoch(strptime(time, '%%d/%%b/%%Y:%%H:%%M:%%S %%z')) AS requested FROM (
        SELECT line, unnest(regexp_extract(line,
          '^([^ ]+) [^ ]+ [^ ]+ \\[([^]]+)\\] "([A-Z]+) ([^ ]+)[^"]*" ([0-9]+) [^ ]+ "([^"]*)" "(.*)"$',
          ['address', 'time', 'method', 'target', 'status', 'referrer', 'agent']))
        FROM read_csv('%s', columns = {'line': 'VARCHAR'}, sep = '\\x01', quote = '', escape = '',
          header = false));
      CREATE TABLE visits AS
      SELECT address, agent, number, count(*) AS hits, min(requested) AS started,
             any_value(method) AS method,
             any_value(target) AS target, any_value(status) AS status,
             any_value(referrer) AS referrer
      FROM (SELECT *, sum(is_new) OVER visitor AS number
            FROM (SELECT *, CASE WHEN requested - lag(requested) OVER visitor > 1800
                                 THEN 1 ELSE 0 END AS is_new
                  FROM hits WINDOW visitor AS (PARTITION BY address, agent ORDER BY requested))
            WINDOW visitor AS (PARTITION BY address, agent ORDER BY requested))
      GROUP BY ALL;
      """;

  /** Sessions beside the user agent of the visit that began then, where it is the only one. */
  private static final String NAMED =
      """
      CREATE TABLE named AS
      SELECT regexp_matches(agent, '(?i)(bot|spider|crawler|slurp|curl|wget)') AS is_program,
             regexp_matches(agent, '^Mozilla/5\\.0 \\([^+@:]*(rv:[0-9.]+)?\\) '
               || '(Gecko/[0-9]+ Firefox/[0-9.]+|AppleWebKit/[0-9.]+ \\(KHTML, like Gecko\\) '
               || 'Chrome/[0-9.]+ Safari/[0-9.]+)$') AS is_browser,
             CASE WHEN contains(target, 'utm_') THEN NULL
                  WHEN referrer = '-' THEN 'direct'
                  WHEN regexp_matches(referrer, '^https?://(www\\.)?semicomplete\\.com(/|$)')
                    THEN 'internal'
                  WHEN regexp_matches(referrer, '^https?://www\\.google\\.[a-z.]+/(url|search)')
                    THEN 'search' END AS medium,
             referrer, hits, referral_medium, bot_reason
      FROM (SELECT * FROM visits QUALIFY count(*) OVER (PARTITION BY started) = 1)
      JOIN (SELECT epoch(started_at) AS started, referral_medium, bot_reason FROM site_sessions
            QUALIFY count(*) OVER (PARTITION BY started_at) = 1) USING (started);
      """;

  @TempDir Path folder;

  private Path run(String brand, String domain, String log) throws IOException {
    assumeTrue(Files.isReadable(DATA.resolve(log)), "no shared data at " + DATA);
    Path brands =
        Files.writeString(
            folder.resolve("brands.yaml"),
            """
            brands:
              - id: %s
                name: %s
                domains: [%s]
                time_zone: UTC
            """
                .formatted(brand, brand, domain));
    Path output = folder.resolve("out");

    EarshotRun run =
        EarshotRun.Arguments.run(brands, output, folder)
            .with("--web-logs", DATA.resolve(log).toString())
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    return output;
  }

  @Test
  void anOrdinarySite() throws IOException {
    String log = "apache_combined_shared.log.gz";
    Path output = run("semicomplete", "semicomplete.com", log);
    try (Sql sql = Sql.over(output)) {
      sql.execute(RAW.formatted(DATA.resolve(log)));
      assertEquals(
          sql.rows("SELECT count(*), count(*), 0 FROM hits"),
          sql.rows("SELECT read_count, accepted_count, rejected_count FROM pipeline_runs"));
      assertEquals(
          sql.rows("SELECT count(*), sum(hits) FROM visits"),
          sql.rows("SELECT count(*), sum(hit_count) FROM site_sessions"));
      sql.execute(NAMED);
      assertEquals(
          sql.rows("SELECT count(*) FROM named WHERE is_program"),
          sql.rows("SELECT count(*) FROM named WHERE is_program AND bot_reason = 'declared'"));
      assertEquals(
          List.of("0"),
          sql.rows(
              """
              SELECT count(*) FROM named
              WHERE is_browser AND bot_reason IN ('declared', 'unknown_agent')"""));
      assertEquals(
          List.of("direct", "internal", "search"),
          sql.rows("SELECT DISTINCT medium FROM named WHERE medium IS NOT NULL ORDER BY medium"));
      assertEquals(
          List.of(), sql.rows("SELECT * FROM named WHERE hits = 1 AND medium != referral_medium"));
      assertEquals(
          sql.rows(
              """
              SELECT count(*), count(*) FILTER (is_bot), sum(hit_count) FILTER (is_bot)
              FROM site_sessions WHERE dt = '2015-05-18'"""),
          sql.rows(
              """
              SELECT human_session_count + bot_session_count + no_page_session_count,
                     bot_session_count, bot_hit_count
              FROM brand_referrals_daily
              WHERE network = 'all' AND window_day_count = 1 AND date = '2015-05-18'"""));
    }
  }

  @Test
  void programsThatSendForms() throws IOException {
    String log = "hackers_access_shared.log.gz";
    Path output = run("howto", "howto.basjes.nl", log);
    try (Sql sql = Sql.over(output)) {
      sql.execute(RAW.formatted(DATA.resolve(log)));
      assertEquals(
          sql.rows("SELECT count(*), sum(hits), 0, 0 FROM visits"),
          sql.rows(
              """
              SELECT count(*), sum(hit_count), count(*) FILTER (is_human),
                     count(*) FILTER (NOT is_bot)
              FROM site_sessions"""));
      assertEquals(
          List.of("0|0"),
          sql.rows(
              """
              SELECT sum(social_session_count), sum(returning_social_session_count)
              FROM brand_referrals_daily WHERE network = 'all'"""));
    }
  }

  @Test
  void aLogFormatThatLacksThePartsOfARequest() {
    SmallInput input = SmallInput.in(folder);
    EarshotRun run =
        EarshotRun.of(
            "validate",
            "--brands",
            folder.resolve("brands.yaml").toString(),
            "--web-logs",
            input.file("access.log", "2026-03-01 /a 200\n").toString(),
            "--log-format",
            "%U %>s");
    assertEquals(2, run.exitCode());
    assertEquals(
        """
        earshot: --log-format: "%U %>s" lacks the visitor's address (%h or $remote_addr), the time \
        (%t, $time_local or $time_iso8601), the request line (%r or $request)
        """,
        run.err());
  }
}
