package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Posts, messages, a web log, orders and identities written by hand, of which every touch, assist
 * and visit by a posted link is known.
 */
class JourneysByHandTest {
  private static final String BRANDS =
      """
      brands:
        - id: heron
          name: Heron
          handles: [heron]
          accounts:
            x: ["700"]
          domains: [heron.example]
      """;

  private static final String CLICK_AGENT =
      "\"Mozilla/5.0 (X11; Linux x86_64; rv:136.0) Gecko/20100101 Firefox/136.0\"";

  /** Who, the customer who is signed in, day and time, page, referrer. */
  private static final List<String> LOG =
      List.of(
          // Ann: a network, a search engine, a newsletter; she signs in with the third visit only.
          hit("192.0.2.1", "-", "01/Mar/2026:10:00:00", "/", "https://t.co/a"),
          hit("192.0.2.1", "-", "03/Mar/2026:10:00:00", "/", "https://www.google.com/"),
          hit("192.0.2.1", "ann", "05/Mar/2026:10:00:00", "/?utm_medium=email", "-"),
          // Bob: two networks, then straight to the shop, which is no click.
          hit("192.0.2.2", "bob", "02/Mar/2026:10:00:00", "/", "https://www.facebook.com/"),
          hit("192.0.2.2", "bob", "04/Mar/2026:10:00:00", "/", "https://t.co/b"),
          hit("192.0.2.2", "bob", "06/Mar/2026:10:00:00", "/shop", "-"),
          // Dan comes by a link between what he said and what he bought.
          hit("192.0.2.4", "dan", "10/Mar/2026:18:00:00", "/", "https://www.google.com/"),
          // Nobody knows who these are; they follow the link to the kettle, or do not.
          hit("192.0.2.11", "-", "07/Mar/2026:08:59:59", "/kettle", "-"),
          hit("192.0.2.12", "-", "08/Mar/2026:10:00:00", "/kettle", "-"),
          hit("192.0.2.13", "-", "14/Mar/2026:09:00:00", "/kettle/?utm_campaign=", "-"),
          hit("192.0.2.14", "-", "14/Mar/2026:11:00:00", "/kettle", "-"),
          hit("192.0.2.15", "-", "15/Mar/2026:08:59:59", "/kettle", "-"),
          hit("192.0.2.16", "-", "15/Mar/2026:09:00:00", "/kettle", "-"),
          hit("192.0.2.17", "-", "14/Mar/2026:12:00:00", "/kettle", "https://duckduckgo.com/"),
          hit("192.0.2.18", "-", "14/Mar/2026:12:00:00", "/teapot", "-"),
          hit("192.0.2.19", "-", "19/Mar/2026:12:00:00", "/", "-"));

  private static final List<String> ORDERS =
      List.of(
          order("o1", "ann", "2026-03-05T09:00:00Z", "completed"),
          order("o2", "ann", "2026-03-06T12:00:00Z", "completed"),
          order("o3", "ann", "2026-03-06T13:00:00Z", "cancelled"),
          order("o4", "bob", "2026-03-06T14:00:00Z", "completed"),
          order("o5", "cat", "2026-03-08T10:00:00Z", "completed"),
          order("o6", "cat", "2026-03-09T10:00:00Z", "completed"),
          order("o7", "cat", "2026-03-12T10:00:00Z", "completed"),
          order("o8", "dan", "2026-03-11T12:00:00Z", "completed"),
          order("o9", "eve", "2026-03-11T12:00:00Z", "completed"),
          order("o10", "fay", "2026-03-11T12:00:00Z", "completed"),
          order("o11", "gus", "2026-03-13T12:00:00Z", "completed"),
          order("o12", "hal", "2026-03-15T12:00:00Z", "completed"),
          order("o13", null, "2026-03-20T12:00:00Z", "completed"));

  private static final List<String> IDENTITIES =
      List.of(
          identity("cat", "3", true),
          identity("dan", "4", true),
          identity("eve", "5", false),
          identity("fay", "6", true),
          identity("gus", "7", true),
          identity("hal", "8", true));

  private static final String KIND = "@heron I love the new kettle, thank you so much!";

  private static final List<String> POSTS =
      List.of(
          post("p3", "3", "2026-03-10T10:00:00Z", KIND),
          post("p4", "4", "2026-03-10T12:00:00Z", "@heron the kettle looks wonderful, great work!"),
          post("p5", "5", "2026-03-10T12:00:00Z", "@heron such a lovely kettle, well done to you!"),
          post("p6", "6", "2026-03-10T12:00:00Z", "@heron now it works, my favourite kettle ever!"),
          post("p7", "7", "2026-03-10T12:00:00Z", "@heron my sister adores her kettle, brilliant!"),
          post("p8", "7", "2026-03-11T12:00:00Z", "@heron and I adore mine even more, fantastic!"),
          """
          {"network":"x","post_id":"p9","author_id":"8","posted_at":"2026-03-10T12:00:00Z",\
          "language":"en","text":"Beautiful colour, lovely!","in_reply_to_post_id":"own",\
          "in_reply_to_author_id":"700"}\
          """,
          post("own", "700", "2026-03-14T09:00:00Z", "Our kettle: https://heron.example/kettle"));

  private static final List<String> MESSAGES =
      List.of(
          """
          {"network":"x","message_id":"m1","sender_id":"6","recipient_id":"700",\
          "sent_at":"2026-03-09T12:00:00Z","language":"en",\
          "text":"My kettle is broken, it does not work and keeps crashing with an error"}\
          """);

  @TempDir Path folder;

  private static String hit(String who, String user, String at, String page, String referrer) {
    String line = "%s - %s [%s +0000] \"GET %s HTTP/1.1\" 200 5 \"%s\" ";
    return line.formatted(who, user, at, page, referrer) + CLICK_AGENT;
  }

  private static String order(String id, String customer, String at, String status) {
    String who = customer == null ? "" : "\"customer_id\":\"%s\",".formatted(customer);
    return "{\"order_id\":\"%s\",%s\"ordered_at\":\"%s\",\"currency\":\"EUR\",\"amount\":5,"
            .formatted(id, who, at)
        + "\"status\":\"%s\"}".formatted(status);
  }

  private static String identity(String customer, String account, boolean isConsented) {
    return "{\"customer_id\":\"%s\",\"network\":\"x\",\"account_id\":\"%s\",\"is_consented\":%s}"
        .formatted(customer, account, isConsented);
  }

  private static String post(String id, String author, String at, String text) {
    return SmallInput.post(id, author, at, text);
  }

  /** Deals the records of each kind to files and runs over them. */
  private Path run(String name, int files, String... engine) {
    SmallInput input = SmallInput.in(folder.resolve("in-" + name));
    Path brands = input.file("brands.yaml", BRANDS);
    Map<String, List<String>> kinds =
        Map.of(
            "--posts", POSTS,
            "--messages", MESSAGES,
            "--web-logs", LOG,
            "--orders", ORDERS,
            "--identities", IDENTITIES);
    Path output = folder.resolve(name);
    EarshotRun.Arguments arguments = EarshotRun.Arguments.run(brands, output, folder);
    new TreeMap<>(kinds)
        .forEach(
            (option, lines) -> {
              for (int file = 0; file < Math.min(files, lines.size()); file++) {
                List<String> dealt = new ArrayList<>();
                for (int i = lines.size() - 1 - file; i >= 0; i -= files) {
                  dealt.add(lines.get(i));
                }
                input.lines(
                    option.substring(2) + "/" + file + ".txt", dealt.toArray(String[]::new));
              }
              arguments.with(
                  option, folder.resolve("in-" + name) + option.replace("--", "/") + "/*");
            });
    EarshotRun run = arguments.with(engine).execute();
    assertEquals(0, run.exitCode(), run.err());
    return output;
  }

  @Test
  void touchesAndAssistsAreThoseOfTheirCustomers() {
    try (Sql sql = Sql.over(run("out", 1, DemoRuns.engine("flink", 2)))) {
      assertEquals(
          List.of(
              // Order 1 after network and search engine.
              "2026-03-05|all|1|1.0|0.0|0.5|0.5",
              "2026-03-05|x|1|1.0|0.0|0.5|0.5",
              // Order 2 after all three, order 4 after two networks.
              "2026-03-06|all|2|2.0|1.0|1.3333|1.4",
              "2026-03-06|facebook|2|1.0|0.0|0.5|0.5",
              "2026-03-06|x|2|1.0|1.0|0.8333|0.9",
              // Dan's.
              "2026-03-11|all|1|0.0|0.0|0.0|0.0",
              "2026-03-11|x|1|0.0|0.0|0.0|0.0"),
          sql.rows(
              """
              SELECT date, network, attributed_order_count, first_touch_order_credit,
                     last_touch_order_credit, round(linear_order_credit, 4),
                     position_based_order_credit
              FROM brand_referrals_daily
              WHERE window_day_count = 1 AND attributed_order_count > 0
              ORDER BY date, network\
              """));
      // Clopper and Pearson: 1 of 3 is 0.0084 to 0.9057, 1 of 1 from 0.025, 2 of 4 0.0676 to
      // 0.9324.
      assertEquals(
          List.of(
              "2026-03-10|1|4|1|2|-1|-2.95|2.43",
              "2026-03-11|1|1|1|0|1|-0.95|1.00",
              "2026-03-16|7|5|2|2|0|-3.46|3.46"),
          sql.rows(
              """
              SELECT date, window_day_count, interaction_count, assist_order_count,
                     mirror_order_count, incremental_assist_count,
                     incremental_assist_count_lower::DECIMAL(9, 2),
                     incremental_assist_count_upper::DECIMAL(9, 2)
              FROM brand_referrals_daily
              WHERE network = 'x' AND (window_day_count = 1 AND interaction_count > 0
                OR window_day_count = 7 AND date = '2026-03-16')
              ORDER BY date, window_day_count\
              """));
      assertEquals(
          List.of("2026-03-14|1|2.857"),
          sql.rows(
              """
              SELECT date, dark_social_link_count,
                     dark_social_session_estimate::DECIMAL(9, 3)
              FROM brand_referrals_daily
              WHERE window_day_count = 1 AND dark_social_link_count > 0\
              """));
      assertEquals(
          List.of("2026-W09|1.0|1", "2026-W10|" + 2 / 7.0 + "|7", "2026-W11|0.0|7"),
          sql.rows(
              """
              SELECT iso_week, value, item_count FROM brand_scorecards_weekly
              WHERE kpi = 'referral_traffic' ORDER BY iso_week\
              """));
      assertEquals(
          List.of("true"),
          sql.rows(
              "SELECT bool_and(accepted_count + out_of_scope_count = read_count) FROM"
                  + " pipeline_runs"));
    }
  }

  /** Neither engine nor parallelism matters, nor how records are dealt to files. */
  @Test
  void allTablesAreTheSameFromEveryEngineAndFromOtherFiles() {
    Path expected = run("flink", 1, DemoRuns.engine("flink", 3));
    assertEquals(rows(expected), rows(run("direct", 1, DemoRuns.engine("direct", 1))));
    assertEquals(rows(expected), rows(run("dealt", 3, DemoRuns.engine("direct", 4))));
    assertEquals(rows(expected), rows(run("flink-dealt", 2, DemoRuns.engine("flink", 1))));
  }

  private static Map<String, List<String>> rows(Path output) {
    Map<String, List<String>> rows = new TreeMap<>();
    try (Sql sql = Sql.over(output)) {
      for (String table : Sql.tables(output)) {
        boolean isOfFiles = table.equals("pipeline_runs") || table.equals("metric_definitions");
        if (!isOfFiles) {
          rows.put(
              table, sql.rows("SELECT * EXCLUDE (run_id) FROM %s ORDER BY ALL".formatted(table)));
        }
      }
    }
    return rows;
  }
}
