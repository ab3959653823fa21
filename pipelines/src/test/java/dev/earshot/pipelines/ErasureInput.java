package dev.earshot.pipelines;

import dev.earshot.pipelines.EarshotRun.Arguments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Three persons, of whom ada, who is customer c-1, wants to be forgotten. */
public final class ErasureInput {
  static final List<String> DETAILS =
      List.of(
          "account_profiles",
          "brand_mentions",
          "brand_responses",
          "conversations",
          "orders",
          "post_engagement_snapshots",
          "site_sessions");

  private final Path folder;
  private final SmallInput input;

  private ErasureInput(Path folder, SmallInput input) {
    this.folder = folder;
    this.input = input;
  }

  /** Files in a folder, with ada's records or as if she had never been there. */
  public static ErasureInput in(Path folder, boolean isAdaThere) {
    SmallInput input = SmallInput.in(folder);
    List<String> posts =
        new ArrayList<>(
            List.of(
                seen(SmallInput.post("2", "ben", "2026-03-01T11:00:00Z", "Veltrano is great")),
                reply("3", "2026-03-01T12:00:00Z", "2", "ben"),
                SmallInput.post("9", "cem", "2026-03-05T10:00:00Z", "Veltrano: great service")));
    List<String> messages =
        new ArrayList<>(
            List.of(
                SmallInput.message("m1", "ben", "700000000", "2026-03-02T10:00:00Z", "any news?"),
                SmallInput.message("m2", "700000000", "ben", "2026-03-02T11:00:00Z", "soon")));
    List<String> orders =
        new ArrayList<>(
            List.of(order("o2", "c-2", "2026-02-03"), order("o3", "c-2", "2026-03-05")));
    List<String> profiles = new ArrayList<>(List.of(profile("ben")));
    List<String> hits = new ArrayList<>(List.of(hit("10.0.0.2", "c-2")));
    if (isAdaThere) {
      posts.add(seen(SmallInput.post("1", "ada", "2026-03-01T10:00:00Z", "Veltrano was late")));
      posts.add(seen(SmallInput.post("4", "ada", "2026-03-03T10:00:00Z", "late again, Veltrano")));
      posts.add(reply("5", "2026-03-03T12:00:00Z", "4", "ada"));
      messages.add(
          SmallInput.message("m3", "ada", "700000000", "2026-03-02T10:30:00Z", "where is it?"));
      orders.add(order("o1", "c-1", "2026-02-02"));
      orders.add(order("o4", "c-1", "2026-01-02"));
      hits.add(hit("10.0.0.1", "c-1"));
      profiles.add(profile("ada"));
    }
    input.lines("posts.jsonl", posts.toArray(String[]::new));
    input.lines("messages.jsonl", messages.toArray(String[]::new));
    input.lines("orders.jsonl", orders.toArray(String[]::new));
    input.lines("profiles.jsonl", profiles.toArray(String[]::new));
    input.lines("access.log", hits.toArray(String[]::new));
    input.lines("ids.csv", "# asked in March", "x,ada", "customer:veltrano,c-1", "x,ada", "x,zoe");
    return new ErasureInput(folder, input);
  }

  private static String seen(String post) {
    return post.replace(
        "\"language\"",
        "\"engagement\":{\"observed_at\":\"2026-03-04T10:00:00Z\",\"like_count\":3},\"language\"");
  }

  private static String reply(String id, String at, String to, String toWhom) {
    return SmallInput.post(id, "700000000", at, "Thank you, we look into it")
        .replace(
            "\"language\"",
            "\"in_reply_to_post_id\":\"%s\",\"in_reply_to_author_id\":\"%s\",\"language\""
                .formatted(to, toWhom));
  }

  private static String order(String id, String customer, String day) {
    return "{\"order_id\":\"%s\",\"customer_id\":\"%s\",\"ordered_at\":\"%sT10:00:00Z\",\"currency\":\"EUR\",\"amount\":10}"
        .formatted(id, customer, day);
  }

  private static String profile(String account) {
    return "{\"network\":\"x\",\"account_id\":\"%s\",\"observed_at\":\"2026-03-02T10:00:00Z\",\"follower_count\":10}"
        .formatted(account);
  }

  private static String hit(String address, String customer) {
    return address
        + " - "
        + customer
        + " [04/Mar/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 200 99 \"-\" \"Mozilla/5.0 (X11; Linux"
        + " x86_64; rv:120.0) Gecko/20100101 Firefox/120.0\"";
  }

  /** A run over all of it into a place. */
  public EarshotRun run(String output) {
    return new Arguments()
        .with("run", "--brands", input.brands().toString(), "--output", output)
        .with("--key-file", EarshotRun.key(folder).toString(), "--runner", "direct")
        .with("--posts", folder + "/posts.jsonl", "--messages", folder + "/messages.jsonl")
        .with("--profiles", folder + "/profiles.jsonl")
        .with("--orders", "veltrano=" + folder + "/orders.jsonl")
        .with("--web-logs", "veltrano=" + folder + "/access.log")
        .with("--as-of", "2026-03-05T12:00:00Z")
        .execute();
  }

  /** Forgets ada. */
  public EarshotRun erase(String output, String... more) {
    return new Arguments()
        .with("erase", "--tables", output, "--ids", folder + "/ids.csv")
        .with("--key-file", EarshotRun.key(folder).toString())
        .with(more)
        .execute();
  }

  SmallInput files() {
    return input;
  }
}
