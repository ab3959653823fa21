package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.EarshotRun.Arguments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Secrets of many kinds stand in every kind of input, good records and bad ones. Then everything
 * that a run leaves behind is searched for each of them.
 */
class PlantedSecretsTest {
  /** Where a secret may stand, and why: the run was asked for public texts and search terms. */
  private static final Map<String, String> PUBLIC =
      Map.of(
          "brand_mentions.text", "the text of a public post, with --keep-text",
          "site_sessions.search_term", "what was searched for, with --keep-text");

  private final Map<String, String> secrets = new TreeMap<>();

  @TempDir Path folder;

  /** Remembers a secret, and gives it back to be planted. */
  private String plant(String kind, String secret) {
    String other = secrets.put(kind, secret);
    assertTrue(other == null || other.equals(secret), kind);
    return secret;
  }

  private static String post(String network, String id, String author, String text, String more) {
    return """
    {"network":"%s","post_id":"%s","author_id":"%s","posted_at":"2026-03-01T10:00:00Z",\
    "language":"en","text":"Veltrano %s"%s}"""
        .formatted(network, id, author, text, more);
  }

  private String[] posts() {
    String did = plant("DID", "did:plc:zq1ana");
    return new String[] {
      post(
          "bluesky",
          plant("AT URI", "at://did:plc:zq1ana/app.bsky.feed.post/3kzq2"),
          did,
          "call me at " + plant("telephone, spaces", "+34 600 123 456"),
          ""),
      post(
          "mastodon",
          plant("URL of a status", "https://zq3.example/users/ana/statuses/1"),
          plant("account of Mastodon", "zq4ana@zq3.example"),
          "write to " + plant("mail address", "zq5.ana@mail.example"),
          ",\"author_handle\":\""
              + plant("handle", "zq6handle")
              + "\",\"conversation_id\":\""
              + plant("id of a thread", "zq7thread")
              + "\""),
      post(
          "x",
          plant("id of a post", "1899000000000000777"),
          plant("numeric account", "77000888"),
          "my IBAN is " + plant("IBAN", "ES9121000418450200051332"),
          ",\"in_reply_to_post_id\":\""
              + plant("id of the answered", "1899000000000000778")
              + "\",\"in_reply_to_author_id\":\""
              + plant("account of the answered", "77000999")
              + "\",\"media_type\":\""
              + plant("in place of a word", "zq8 600 123 477")
              + "\""),
      post(
          "x",
          "1899000000000000779",
          "77000889",
          "card " + plant("card number", "4111 1111 1111 1111"),
          ",\"quote_of_post_id\":\"" + plant("id of the quoted", "1899000000000000780") + "\""),
      post(
          "x",
          "1899000000000000781",
          "77000890",
          "says @" + plant("handle of another", "zq9friend"),
          ",\"repost_of_post_id\":\"" + plant("id of the original", "1899000000000000782") + "\""),
      "{\"post_id\":\"" + plant("bad post", "zq10bad") + "\",\"text\":\"+34 600 123 456",
      plant("no record at all", "0034600123455"),
      post("x", "1899000000000000783", "700", "has news", "")
    };
  }

  private String message(String id, String sender, String recipient, String text) {
    return SmallInput.message(id, sender, recipient, "2026-03-01T10:00:00Z", text);
  }

  private String[] messages() {
    String customer = plant("account that writes", "77001000");
    return new String[] {
      message(
          plant("id of a message", "zq11message"),
          customer,
          "700",
          plant("text of a message", "zq12 my parcel never came")),
      message("zq13", customer, "700", "call " + plant("telephone, 00", "0034 600 123 457")),
      message("zq14", customer, "700", "or " + plant("telephone, hyphens", "600-123-458")),
      message("zq15", customer, "700", "or " + plant("telephone, brackets", "(030) 123 459-0")),
      message("zq16", customer, "700", "code " + plant("one-time code", "839201")),
      message("zq17", customer, "700", "password " + plant("password", "zq18hunter2")),
      message("zq19", customer, "700", "I am " + plant("name", "Ana Zqperez")),
      message("zq20", customer, "700", "at " + plant("address", "Calle Zqmayor 7")),
      message("zq21", "700", customer, "Your order " + plant("order in a message", "ZQ-22-77")),
      "{\"message_id\":\"" + plant("bad message", "zq23bad") + "\",\"text\":\"zq24",
      message("zq25", plant("account of a bad message", "zq26sender"), "700", "hi")
          .replace("2026-03-01T10", "2026-13-01T10")
    };
  }

  private String[] orders() {
    return new String[] {
      """
      {"order_id":"%s","customer_id":"%s","ordered_at":"2026-03-02T10:00:00Z","currency":"EUR",\
      "amount":5}"""
          .formatted(
              plant("id of an order", "ZQ27-INV-0042"),
              plant("customer as mail", "zq28.cust@mail.example")),
      """
      {"order_id":"%s","customer_id":"%s","ordered_at":"soon","currency":"EUR","amount":5}"""
          .formatted(
              plant("id of a bad order", "ZQ29-0043"), plant("customer of a bad order", "zq30c"))
    };
  }

  private String[] identities() {
    return new String[] {
      """
      {"customer_id":"%s","network":"x","account_id":"%s","is_consented":true}"""
          .formatted("zq28.cust@mail.example", plant("linked account", "77001001")),
      "{\"customer_id\":\"" + plant("bad identity", "zq31id") + "\",\"network\":\"x\"}"
    };
  }

  private static String hit(String address, String user, String page, String from, String agent) {
    return "%s - %s [01/Mar/2026:10:00:00 +0000] \"GET %s HTTP/1.1\" 200 5 \"%s\" \"%s\""
        .formatted(address, user, page, from, agent);
  }

  private String[] log() {
    String agent = "Mozilla/5.0 (X11; Linux x86_64; rv:136.0) Gecko/20100101 Firefox/136.0";
    List<String> lines = new ArrayList<>();
    lines.add(
        hit(
            plant("network address", "203.0.113.77"),
            plant("signed-in user", "zq32user"),
            "/user/" + plant("name in a path", "zqana-perez"),
            "-",
            agent + " " + plant("device in the agent", "zq33device")));
    lines.add(
        hit(
            plant("IPv6 address", "2001:db8::7777"),
            "-",
            "/reset/" + plant("reset token", "zqkjhgfdsa"),
            "https://"
                + plant("private site", "ana-zq34.example")
                + "/"
                + plant("path of a referrer", "zq35diary"),
            agent));
    int address = 0;
    for (String page :
        List.of(
            "/news/" + plant("mail in base64", "YW5hLnpxMzZAbWFpbC5leGFtcGxl"),
            "/news/" + plant("telephone in a path", "34600123460"),
            "/news/" + plant("mail in a path", "ana.zq37%40mail.example"),
            "/pdf/" + plant("number of an invoice", "INV-2026-7742"),
            "/go/" + plant("JSON web token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ6cSJ9.zqQ"),
            "/shop;jsessionid=" + plant("session in a path", "ZQ38AB12"),
            "/?sid=" + plant("session in a query", "zq39session"),
            "/?utm_medium=email&utm_source=" + plant("number as a source", "34600123461"),
            "/?utm_medium=email&utm_source=" + plant("name as a source", "zqperez"),
            "/?utm_source=facebook&utm_term=" + plant("term of a campaign", "zq40term"))) {
      lines.add(hit("198.51.100." + ++address, "-", page, "-", agent));
    }
    lines.add(
        hit(
            "198.51.100.99",
            "-",
            "/",
            "https://duckduckgo.com/?q=" + plant("search term", "zq41illness"),
            agent));
    lines.add(
        hit(
            "198.51.100.98",
            "-",
            "/",
            "http://" + plant("address as a site", "192.0.2.177") + "/",
            agent));
    lines.add(plant("bad line", "zq42 no log 600123499"));
    return lines.toArray(String[]::new);
  }

  private Arguments input(String engine) {
    SmallInput input = SmallInput.in(folder);
    input.file(
        "brands.yaml",
        """
        brands:
          - id: veltrano
            name: Veltrano
            accounts: {x: ["700"], whatsapp: ["Veltrano"], facebook: ["Veltrano"]}
            domains: [veltrano.example]
        """);
    input.lines("posts.jsonl", posts());
    input.lines("messages.jsonl", messages());
    input.lines("orders.jsonl", orders());
    input.lines("identities.jsonl", identities());
    input.lines("access.log", log());
    input.lines(
        "chats/WhatsApp Chat with " + plant("name of a file", "Eva Zqlopez") + ".txt",
        "25/02/2026, 10:01 - " + plant("telephone as a name", "+34 600 123 462") + ": where is it?",
        "25/02/2026, 10:03 - Veltrano: we are looking into it");
    input.file(
        "inbox/" + plant("name of a folder", "zqpaulgil_8") + "/message_1.json",
        """
        {"participants":[{"name":"%s"},{"name":"Veltrano"}],"messages":[
        {"sender_name":"%s","timestamp_ms":1772000000000,"content":"%s"}],
        "title":"x","thread_path":"inbox/zqpaulgil_8"}
        """
            .formatted(
                plant("participant", "Paul Zqgil"),
                "Paul Zqgil",
                plant("content of a chat", "zq43 it is broken")));
    return Arguments.run(input.brands(), input.output(), folder)
        .with("--keep-text", "--max-rejected-rate", "1")
        .with("--metrics-file", folder + "/run.prom", "--openlineage", folder + "/events.jsonl")
        .with("--posts", folder + "/posts.jsonl", "--orders", folder + "/orders.jsonl")
        .with("--identities", folder + "/identities.jsonl", "--web-logs", folder + "/access.log")
        .with("--messages", folder + "/messages.jsonl")
        .with(
            "--messages",
            folder + "/chats",
            "--messages",
            "messenger-export:" + folder + "/inbox/*/*.json")
        .with(DemoRuns.engine(engine, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink"})
  void noneIsInAnythingThatARunLeaves(String engine) {
    EarshotRun run = input(engine).execute();
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(secrets.size() >= 40, "kinds of secrets: " + secrets.size());
    TreeSet<String> found = new TreeSet<>();
    TreeSet<String> allowed = new TreeSet<>();
    look("standard output", run.out(), found);
    look("standard error", run.err(), found);
    Map<String, String> told = EarshotRun.bytes(folder);
    for (String file : List.of("run.prom", "events.jsonl")) {
      look(file, told.getOrDefault(file, "missing"), found);
      assertTrue(told.containsKey(file), file);
    }
    Path output = folder.resolve("out");
    EarshotRun.bytes(output)
        .forEach(
            (file, bytes) -> {
              // Of tables with public texts only the values can be told apart.
              if (PUBLIC.keySet().stream()
                  .noneMatch(c -> file.startsWith(c.substring(0, c.indexOf('.'))))) {
                look(file, bytes, found);
              }
            });
    try (Sql sql = Sql.over(output)) {
      for (String table : Sql.tables(output)) {
        for (String column :
            sql.rows("SELECT column_name FROM (DESCRIBE SELECT * FROM " + table + ")")) {
          String values =
              String.join(
                  "\n", sql.rows("SELECT DISTINCT \"%s\" FROM %s".formatted(column, table)));
          String name = table + "." + column;
          look(name, values, PUBLIC.containsKey(name) ? allowed : found);
        }
      }
      assertEquals(
          List.of("2|8"),
          sql.rows(
              "SELECT count(DISTINCT person_id), max(inbound_message_count) FROM conversations"
                  + " WHERE network IN ('x', 'whatsapp')"),
          "the messages were read");
      assertEquals(
          List.of("14"), sql.rows("SELECT count(*) FROM site_sessions"), "the log was read");
    }
    assertEquals(new TreeSet<>(), found);
    for (String column : PUBLIC.keySet()) {
      assertTrue(allowed.stream().anyMatch(said -> said.startsWith(column)), column);
    }
  }

  private void look(String where, String content, Set<String> found) {
    String folded = content.toLowerCase(Locale.ROOT);
    secrets.forEach(
        (kind, secret) -> {
          if (folded.contains(secret.toLowerCase(Locale.ROOT))) {
            found.add(where + " has the " + kind + ", " + secret);
          }
        });
  }
}
