package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles of accounts that a test states in full. */
class ProfilesRunTest {
  private static final String ROWS =
      """
      SELECT coalesce(brand_id, '-'), network, follower_count, has_picture, dt
      FROM account_profiles ORDER BY dt, follower_count\
      """;

  @TempDir Path folder;

  private static String look(String account, String at, int followers) {
    return """
    {"network":"x","account_id":"%s","account_handle":"secrethandle","observed_at":"%s","follower_count":%d}
    """
        .formatted(account, at, followers)
        .strip();
  }

  private SmallInput input() {
    SmallInput input = SmallInput.in(folder);
    input.lines(
        "profiles/a.jsonl",
        look("501", "2026-03-01T10:00:00Z", 7),
        look("501", "2026-03-01T23:59:59Z", 8),
        look("501", "2026-03-02T00:00:00Z", 9),
        look("700000000", "2026-03-02T10:00:00Z", 5000),
        look("502", "2026-03-03T10:00:00Z", 11));
    // The same moment again, in a later file, which counts.
    input.lines("profiles/b.jsonl", look("502", "2026-03-03T10:00:00Z", 12), "{\"network\":\"x\"}");
    input.file(
        "profiles/c.csv",
        "id;seen;followers;bio\n503;2026-03-03 10:00;20;mysecretbiography\n504;2026-03-03 11:00;21;\n");
    input.file(
        "map.yaml",
        """
        kind: profiles
        zone: UTC
        constants: {network: x}
        columns: {account_id: id, observed_at: seen, follower_count: followers, has_picture: bio}
        values: {bio: {"*": "true", "": "false"}}
        """);
    return input;
  }

  private EarshotRun run(Path output, String... more) {
    EarshotRun run =
        EarshotRun.Arguments.run(folder.resolve("brands.yaml"), output, folder)
            .with("--profiles", folder + "/profiles", "--mapping", folder + "/map.yaml")
            .with("--as-of", "2026-03-05T00:00:00Z", "--max-rejected-rate", "0.5")
            .with(more)
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    return run;
  }

  @Test
  void theNewestLookOfEachDayIsKeptAndEveryRecordIsAccountedFor() {
    SmallInput input = input();
    run(input.output());
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of(
              "-|x|8|null|2026-03-01",
              "-|x|9|null|2026-03-02",
              "veltrano|x|5000|null|2026-03-02",
              "-|x|12|null|2026-03-03",
              "-|x|20|true|2026-03-03",
              "-|x|21|false|2026-03-03"),
          sql.rows(ROWS));
      assertEquals(
          List.of("9|6|1|2|1"),
          sql.rows(
              """
              SELECT sum(read_count), sum(accepted_count), sum(rejected_count),
                sum(duplicate_count), sum(read_count - accepted_count - rejected_count
                  - duplicate_count - out_of_scope_count) + 1
              FROM pipeline_runs\
              """));
    }
  }

  @Test
  void bothEnginesGiveTheSameRows() {
    input();
    run(folder.resolve("direct"), "--runner", "direct");
    run(folder.resolve("flink"), "--runner", "flink");
    try (Sql direct = Sql.over(folder.resolve("direct"));
        Sql flink = Sql.over(folder.resolve("flink"))) {
      assertEquals(direct.rows(ROWS), flink.rows(ROWS));
    }
  }

  /** A row is of the day of its look, whatever was seen on other days. */
  @Test
  void aRunOverDatesGivesTheRowsOfAWholeRun() {
    input();
    run(folder.resolve("whole"));
    for (String day : List.of("2026-03-01", "2026-03-02", "2026-03-03")) {
      run(folder.resolve("nightly"), "--from", day, "--to", day);
    }
    try (Sql whole = Sql.over(folder.resolve("whole"));
        Sql nightly = Sql.over(folder.resolve("nightly"))) {
      assertEquals(whole.rows(ROWS), nightly.rows(ROWS));
    }
  }

  /** Names, biographies and ids stay where they are read. */
  @Test
  void nothingThatNamesAnAccountIsWritten() throws IOException {
    SmallInput input = input();
    EarshotRun run = run(input.output());
    assertFalse((run.out() + run.err()).contains("secret"), run.err());
    try (Stream<Path> files = Files.walk(input.output())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("secrethandle") || text.contains("mysecret"), file.toString());
      }
    }
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of(HashedIds.keyed("x\0" + "501")),
          sql.rows("SELECT account_id FROM account_profiles WHERE follower_count = 8"));
    }
  }

  /**
   * Of who wrote a post, what stands beside it. Ann looked like that when she wrote, at the
   * earliest; who is beside a page of API v2 when its newest post was written; an account that
   * stands alone has no time and is only counted.
   */
  @Test
  void authorsOfPostsAreReadToo() {
    SmallInput input = SmallInput.in(folder);
    input.file(
        "posts/v1.json",
        """
        [{"created_at":"Sun Mar 01 10:00:00 +0000 2026","id_str":"1","full_text":"Veltrano is great","user":
           {"id_str":"301","screen_name":"secretann","followers_count":12,"friends_count":2,"statuses_count":30,
            "created_at":"Sun Mar 01 09:00:00 +0000 2020","verified":false,"default_profile_image":true,"description":"mysecret"}},
         {"created_at":"Sun Mar 01 11:00:00 +0000 2026","id_str":"2","full_text":"Veltrano again","user":
           {"id_str":"301","screen_name":"secretann","followers_count":13,"friends_count":2,"statuses_count":31,
            "created_at":"Sun Mar 01 09:00:00 +0000 2020","verified":false,"default_profile_image":true,"description":""}},
         {"id_str":"302","screen_name":"alone","followers_count":99,"created_at":"Sun Mar 01 09:00:00 +0000 2020"}]
        """);
    input.file(
        "posts/v2.json",
        """
        {"data":[{"id":"3","author_id":"303","text":"Veltrano","created_at":"2026-03-02T10:00:00Z"},
                 {"id":"4","author_id":"303","text":"Veltrano!","created_at":"2026-03-02T12:00:00Z"}],
         "includes":{"users":[{"id":"303","username":"secretben","created_at":"2026-02-20T12:00:00Z","verified":true,
            "description":"","profile_image_url":"https://abs.example/sticky/default_profile_images/default_profile_normal.png",
            "public_metrics":{"followers_count":5,"following_count":6,"tweet_count":7}}]}}
        """);
    input.file(
        "posts/toots.json",
        """
        [{"id":"5","uri":"https://a.example/s/5","created_at":"2026-03-03T10:00:00.000Z","content":"<p>Veltrano</p>","visibility":"public",
          "account":{"id":"9","acct":"cle@a.example","url":"https://a.example/@cle","created_at":"2026-03-02T00:00:00.000Z",
            "followers_count":1,"following_count":2,"statuses_count":3,"note":"<p></p>","avatar":"https://a.example/avatars/cle.png"}}]
        """);
    EarshotRun run =
        EarshotRun.Arguments.run(folder.resolve("brands.yaml"), input.output(), folder)
            .with("--posts", folder + "/posts", "--as-of", "2026-03-05T00:00:00Z")
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of(
              "x|13|2|31|2191|false|false|false|2026-03-01 11:00:00",
              "x|5|6|7|10|false|false|true|2026-03-02 12:00:00",
              "mastodon|1|2|3|1|true|false|null|2026-03-03 10:00:00"),
          sql.rows(
              """
              SELECT network, follower_count, following_count, post_count, account_age_day_count,
                has_picture, has_biography, is_verified,
                strftime(observed_at AT TIME ZONE 'UTC', '%Y-%m-%d %H:%M:%S')
              FROM account_profiles ORDER BY observed_at\
              """));
      assertEquals(
          List.of("5|5|2"),
          sql.rows(
              "SELECT sum(read_count), sum(accepted_count), sum(profile_count) FROM pipeline_runs"));
      assertEquals(
          List.of("0"),
          sql.rows(
              """
              SELECT count(*) FROM brand_mentions
              WHERE author_id NOT IN (SELECT account_id FROM account_profiles)\
              """));
    }
  }

  private static final String AUDIENCES =
      """
      SELECT network, account_count, profiled_account_count, judged_account_count,
        customer_account_count, missing_reason, date
      FROM brand_audiences_monthly ORDER BY network, date\
      """;

  /** 601 to 603 speak of Veltrano in March, 603 in April too; 602 is a customer. */
  private void audience(SmallInput input) {
    input.lines(
        "posts.jsonl",
        SmallInput.post("1", "601", "2026-03-03T10:00:00Z", "Veltrano is fine"),
        SmallInput.post("2", "602", "2026-03-04T10:00:00Z", "My Veltrano came"),
        SmallInput.post("3", "603", "2026-03-05T10:00:00Z", "Veltrano again"),
        SmallInput.post("4", "603", "2026-04-05T10:00:00Z", "Veltrano once more"));
    input.lines(
        "looks.jsonl",
        look("601", "2026-04-20T10:00:00Z", 7),
        look("603", "2026-03-20T10:00:00Z", 9)
            .replace(
                "}",
                ",\"following_count\":1,\"post_count\":2,\"has_picture\":true,\"has_biography\":true}"));
    input.lines(
        "links.jsonl",
        "{\"customer_id\":\"c1\",\"network\":\"x\",\"account_id\":\"602\",\"is_consented\":true}");
  }

  private Path audienceRun(String name, String... more) {
    Path output = folder.resolve(name);
    EarshotRun run =
        EarshotRun.Arguments.run(folder.resolve("brands.yaml"), output, folder)
            .with("--posts", folder + "/posts.jsonl", "--profiles", folder + "/looks.jsonl")
            .with("--identities", folder + "/links.jsonl", "--as-of", "2026-05-05T00:00:00Z")
            .with(more)
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    return output;
  }

  @Test
  void whoEngagesWithABrandIsProfiledByTheLooksOfTheInput() {
    audience(SmallInput.in(folder));
    List<String> expected =
        List.of("x|3|2|1|1|too_few_profiles|2026-03-31", "x|1|1|1|0|too_few_profiles|2026-04-30");
    try (Sql direct = Sql.over(audienceRun("direct", "--runner", "direct"));
        Sql flink = Sql.over(audienceRun("flink", "--runner", "flink"));
        Sql april = Sql.over(audienceRun("april", "--from", "2026-04-29", "--to", "2026-04-30"))) {
      assertEquals(expected, direct.rows(AUDIENCES));
      assertEquals(expected, flink.rows(AUDIENCES));
      assertEquals(expected.subList(1, 2), april.rows(AUDIENCES));
    }
  }
}
