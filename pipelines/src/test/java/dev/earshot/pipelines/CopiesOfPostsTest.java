package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One post is one, from whichever server and however often it comes. */
class CopiesOfPostsTest {
  private static final String BRANDS =
      """
      brands:
        - id: veltrano
          name: Veltrano
          handles: [veltrano, "veltrano@knoll.example"]
          accounts: {telegram: [channel15], x: ["700"]}
          domains: [veltrano.example]
        - id: other
          name: Ostrevant
          handles: ["veltrano@fan.example"]
      """;

  @TempDir Path folder;

  private static String account(String id, String acct, String host) {
    String name = acct.contains("@") ? acct.substring(0, acct.indexOf('@')) : acct;
    return """
    {"id":"%s","username":"%s","acct":"%s","url":"https://%s/@%s"}\
    """
        .formatted(id, name, acct, host, name);
  }

  private static String status(String id, String uri, String account, String more, String text) {
    return """
    {"id":"%s","created_at":"2026-03-01T10:00:00.000Z","uri":"%s","account":%s,%s
    "visibility":"public","content":"<p>%s</p>"}\
    """
        .formatted(id, uri, account, more, text);
  }

  private static String uri(String host, String name, String id) {
    return "https://%s/users/%s/statuses/%s".formatted(host, name, id);
  }

  /**
   * Two servers and the archive of the brand's account tell of its post: 1 post with the 30 likes
   * that its own server knows of. The brand answers a post by the id of its own server, which
   * stands in another file of that server; the file of the third uses that id for something else.
   */
  @Test
  void aPostOfTheFediverseIsOneOnEveryServer() {
    SmallInput input = SmallInput.in(folder);
    input.file("brands.yaml", BRANDS);
    String own = uri("knoll.example", "veltrano", "11");
    String asked = uri("mere.example", "lee", "55");
    input.file(
        "posts/a-mere.json",
        "["
            + status(
                "33",
                own,
                account("88", "veltrano@knoll.example", "knoll.example"),
                "\"favourites_count\":25,\"reblogs_count\":9,",
                "New Veltrano kettles")
            + ","
            + status(
                "77",
                uri("mere.example", "mo", "77"),
                account("700", "mo", "mere.example"),
                "",
                "Veltrano again")
            + "]");
    input.file(
        "posts/b-knoll.json",
        "["
            + status(
                "11",
                own,
                account("501", "veltrano", "knoll.example"),
                "\"favourites_count\":30,\"reblogs_count\":10,",
                "New Veltrano kettles")
            + ","
            + status(
                    "12",
                    uri("knoll.example", "veltrano", "12"),
                    account("501", "veltrano", "knoll.example"),
                    "\"in_reply_to_id\":\"79\",\"in_reply_to_account_id\":\"9001\",",
                    "Sorry, we look into it")
                .replace("10:00:00", "10:30:00")
            + "]");
    input.file(
        "posts/c-knoll-search.json",
        "["
            + status(
                "79",
                asked,
                account("9001", "lee@mere.example", "mere.example"),
                "",
                "My Veltrano kettle leaks")
            + "]");
    input.file(
        "posts/d-outbox.json",
        """
        {"@context":"https://www.w3.org/ns/activitystreams","type":"OrderedCollection",
        "orderedItems":[{"type":"Create","actor":"https://knoll.example/users/veltrano",
        "published":"2026-03-01T10:00:00Z",
        "to":["https://www.w3.org/ns/activitystreams#Public"],
        "object":{"type":"Note","id":"%s","published":"2026-03-01T10:00:00Z",
        "attributedTo":"https://knoll.example/users/veltrano",
        "content":"<p>New Veltrano kettles</p>"}}]}
        """
            .formatted(own));
    EarshotRun run = run(input, "2026-03-20T00:00:00Z");
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of("mastodon|1"),
          sql.rows(
              """
              SELECT network, post_count FROM brand_engagement_daily
              WHERE post_count > 0 AND network <> 'all'\
              """));
      assertEquals(
          List.of(HashedIds.post("mastodon", own) + "|30|10"),
          sql.rows(
              """
              SELECT post_id, like_count, share_count FROM post_engagement_snapshots
              WHERE is_owned AND is_newest AND like_count IS NOT NULL\
              """));
      assertEquals(
          List.of(HashedIds.post("mastodon", asked) + "|1800"),
          sql.rows("SELECT answered_post_id, delay_seconds FROM brand_responses"));
      assertEquals(
          sorted(
              HashedIds.post("mastodon", asked),
              HashedIds.post("mastodon", uri("mere.example", "mo", "77"))),
          sql.rows("SELECT post_id FROM brand_mentions ORDER BY ALL"));
    }
  }

  /** Mastodon shows no hosts; what it says of the mentioned tells namesakes apart. */
  @Test
  void aNamesakeOnAnotherServerIsAnother() {
    SmallInput input = SmallInput.in(folder);
    input.file("brands.yaml", BRANDS);
    String mention =
        "\"mentions\":[{\"id\":\"5\",\"acct\":\"%s\",\"url\":\"https://%s/@veltrano\"}],";
    input.file(
        "posts/timeline.json",
        "["
            + mentioning("1", mention.formatted("veltrano@knoll.example", "knoll.example"))
            + ","
            + mentioning("2", mention.formatted("veltrano@fan.example", "fan.example"))
            + ","
            + mentioning("3", mention.formatted("veltrano@third.example", "third.example"))
            + ","
            + mentioning("4", mention.formatted("veltrano", "knoll.example"))
            + "]");
    EarshotRun run = run(input, "2026-03-20T00:00:00Z");
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          sorted(
              "other|" + HashedIds.post("mastodon", uri("mere.example", "mo", "2")) + "|[handle]",
              "veltrano|"
                  + HashedIds.post("mastodon", uri("mere.example", "mo", "1"))
                  + "|[handle]",
              "veltrano|"
                  + HashedIds.post("mastodon", uri("mere.example", "mo", "4"))
                  + "|[handle]"),
          sql.rows("SELECT brand_id, post_id, evidence FROM brand_mentions ORDER BY ALL"));
    }
  }

  private static String mentioning(String id, String mention) {
    return status(
        id,
        uri("mere.example", "mo", id),
        account("700", "mo", "mere.example"),
        mention,
        "@<span>veltrano</span> number " + id + " is torn");
  }

  /** What a brand only passes on is not its post: an archive's retweet, a channel's forward. */
  @Test
  void whatABrandRepeatsIsNotItsPost() {
    SmallInput input = SmallInput.in(folder);
    input.file("brands.yaml", BRANDS);
    input.file(
        "posts/x.json",
        """
        [{"id_str":"1895800000000000001","user":{"id_str":"700","screen_name":"velt"},
        "full_text":"New kettles","created_at":"Sun Mar 01 10:00:00 +0000 2026","lang":"en"},
        {"id_str":"1895800000000000002","user":{"id_str":"700","screen_name":"velt"},
        "full_text":"RT @fan: I love my Veltrano kettle, the best I ever…","lang":"en",
        "created_at":"Sun Mar 01 11:00:00 +0000 2026"}]
        """);
    input.file(
        "posts/telegram.json",
        """
        {"name":"News","type":"public_channel","id":15,"messages":[
        {"id":1,"type":"message","date_unixtime":"1772359200","from_id":"channel15","text":"New"},
        {"id":2,"type":"message","date_unixtime":"1772362800","from_id":"channel15",
        "text":"Veltrano only","forwarded_from":"Tea","forwarded_from_id":"channel9"}]}
        """);
    EarshotRun run = run(input, "2026-03-20T00:00:00Z");
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of("telegram|1", "x|1"),
          sql.rows(
              """
              SELECT network, post_count FROM brand_engagement_daily
              WHERE post_count > 0 AND network <> 'all' ORDER BY ALL\
              """));
    }
  }

  /** Each of these links to the brand's site, and none names it in its text. */
  @Test
  void linksBesideTheTextAreEvidence() {
    SmallInput input = SmallInput.in(folder);
    input.file("brands.yaml", BRANDS);
    String page = "https://shop.veltrano.example/kettles/red";
    input.file(
        "posts/x2.json",
        """
        {"data":[{"id":"1895800000000000001","text":"look https://t.co/ab","author_id":"1",
        "created_at":"2026-03-01T10:00:00.000Z","edit_history_tweet_ids":["1895800000000000001"],
        "entities":{"urls":[{"url":"https://t.co/ab","expanded_url":"https://sho.rt/1",
        "unwound_url":"%s"}]}}]}
        """
            .formatted(page));
    input.file(
        "posts/x1.json",
        """
        [{"id_str":"1895800000000000002","user":{"id_str":"2","screen_name":"ben"},
        "full_text":"and https://t.co/abc https://t.co/ab",
        "created_at":"Sun Mar 01 10:00:00 +0000 2026",
        "entities":{"urls":[{"url":"https://t.co/ab","expanded_url":"%s"}]}}]
        """
            .formatted(page));
    input.file(
        "posts/bluesky.json",
        """
        {"posts":[{"uri":"at://did:plc:p1/app.bsky.feed.post/1","author":{"did":"did:plc:p1"},
        "indexedAt":"2026-03-01T10:00:01Z","record":{"$type":"app.bsky.feed.post","text":"a sale",
        "createdAt":"2026-03-01T10:00:00Z","facets":[{"features":[{"uri":"%s"}]}]}},
        {"uri":"at://b.example/app.bsky.feed.post/2","author":{"did":"did:plc:p2"},
        "indexedAt":"2026-03-01T10:00:01Z","record":{"$type":"app.bsky.feed.post","text":"nice",
        "createdAt":"2087-03-01T10:00:00Z","embed":{"external":{"uri":"%s"}}}}]}
        """
            .formatted(page, page));
    input.file(
        "posts/reddit.json",
        """
        {"kind":"Listing","data":{"children":[{"kind":"t3","data":{"name":"t3_1","title":"A hat",
        "selftext":"","url":"%s","author":"ana","created_utc":1772359200,"subreddit":"hats",
        "num_comments":0,"score":1}}]}}
        """
            .formatted(page));
    input.file(
        "posts/facebook.json",
        """
        {"data":[{"id":"9_1","message":"look","created_time":"2026-03-01T10:00:00+0000",
        "from":{"id":"9","name":"Ana"},"attachments":{"data":[{"media_type":"link",
        "url":"https://l.facebook.com/l.php?u=https%3A%2F%2Fshop.veltrano.example%2Fkettles%2Fred&h=1"}]}}]}
        """);
    input.file(
        "posts/mastodon.json",
        "["
            + status(
                "1",
                uri("mere.example", "mo", "1"),
                account("7", "mo", "mere.example"),
                "\"card\":{\"url\":\"" + page + "\"},",
                "nice")
            + "]");
    EarshotRun run = run(input, "2026-03-20T00:00:00Z");
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          sorted(
              HashedIds.post("1895800000000000001") + "|look " + page,
              HashedIds.post("1895800000000000002") + "|and https://t.co/abc " + page,
              HashedIds.post("facebook", "9_1") + "|look",
              HashedIds.post("bluesky", "at://did:plc:p1/app.bsky.feed.post/1") + "|a sale",
              HashedIds.post("bluesky", "at://did:plc:p2/app.bsky.feed.post/2") + "|nice",
              HashedIds.post("mastodon", uri("mere.example", "mo", "1")) + "|nice",
              HashedIds.post("reddit", "t3_1") + "|A hat"),
          sql.rows(
              """
              SELECT post_id, text FROM brand_mentions
              WHERE evidence = ['domain'] ORDER BY ALL\
              """));
      assertEquals(
          List.of("2026-03-01T10:00:01Z"),
          sql.rows(
              """
              SELECT strftime(posted_at, '%%Y-%%m-%%dT%%H:%%M:%%SZ') FROM brand_mentions
              WHERE post_id = '%s'\
              """
                  .formatted(HashedIds.post("bluesky", "at://did:plc:p2/app.bsky.feed.post/2"))));
    }
  }

  private EarshotRun run(SmallInput input, String asOf) {
    return input
        .run()
        .with("--posts", folder + "/posts/*", "--as-of", asOf, "--keep-text")
        .execute();
  }

  private static List<String> sorted(String... rows) {
    return Stream.of(rows).sorted().toList();
  }
}
