package dev.earshot.pipelines.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.generate.GeneratedSet.Entry;
import dev.earshot.pipelines.generate.Recount.Mention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The truth of a set of 5,000 posts against a recount from its files. */
class TruthTest {
  private static final long WEEK = 7 * 86_400L;
  private static final List<String> NETWORKS =
      List.of("all", "bluesky", "facebook", "instagram", "mastodon", "reddit", "x");

  @TempDir static Path folder;
  private static Recount recount;

  @BeforeAll
  static void generate() throws IOException {
    Path out = folder.resolve("set");
    Generator.run(new GeneratorOptions(5_000, 3, 14, 11, out, 0.02));
    recount = new Recount(out);
  }

  private static List<String> truth(String file) throws IOException {
    List<String> rows = Files.readAllLines(folder.resolve("set/truth").resolve(file));
    return rows.subList(1, rows.size());
  }

  /** The rows about posts and messages: what is counted again here. */
  private static String ofPostsAndMessages(String file) throws IOException {
    return String.join(
        "\n",
        truth(file).stream()
            .filter(row -> row.startsWith("posts/") || row.startsWith("messages/"))
            .toList());
  }

  private static Predicate<String> on(String slice) {
    return network -> slice.equals("all") || slice.equals(network);
  }

  @Test
  void everyRecordIsAccountedFor() throws IOException {
    List<String> rows = new ArrayList<>();
    recount.tallies.forEach(
        (file, tally) ->
            rows.add(
                Recount.row(
                    file,
                    file.split("/", -1)[0],
                    tally.get("read"),
                    tally.getOrDefault("accepted", 0),
                    tally.getOrDefault("rejected", 0),
                    tally.getOrDefault("duplicates", 0),
                    tally.getOrDefault("out_of_scope", 0))));
    assertEquals(String.join("\n", rows), ofPostsAndMessages("sources.csv"));
  }

  @Test
  void everyRejectedLineIsListed() throws IOException {
    assertEquals(String.join("\n", recount.set.rejections), ofPostsAndMessages("rejections.csv"));
  }

  @Test
  void theMentionsThatTheGeneratorHoldsCanonicalAreTheEarliestOfTheirNearDuplicates() {
    assertEquals(recount.canonical, recount.labelled);
  }

  @Test
  void reputationIsAsCounted() throws IOException {
    List<String> rows = new ArrayList<>();
    for (String brand : recount.brands.ids()) {
      LocalDate last = recount.date(brand, recount.clock);
      LocalDate first = LocalDate.of(2026, 2, 28);
      for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
        for (String network : NETWORKS) {
          for (int window : new int[] {1, 7, 28}) {
            addReputation(rows, brand, date, network, window);
          }
        }
      }
    }
    assertEquals(String.join("\n", rows), String.join("\n", truth("reputation.csv")));
  }

  private static void addReputation(
      List<String> rows, String brand, LocalDate date, String network, int window) {
    List<Mention> inWindow =
        recount.mentions.stream()
            .filter(mention -> mention.brand().equals(brand))
            .filter(mention -> on(network).test(mention.network()))
            .filter(mention -> !mention.date().isAfter(date))
            .filter(mention -> mention.date().isAfter(date.minusDays(window)))
            .toList();
    List<Mention> canonical = inWindow.stream().filter(Mention::isCanonical).toList();
    if (!inWindow.isEmpty()) {
      rows.add(
          Recount.row(
              brand,
              date,
              network,
              window,
              canonical.size(),
              canonical.stream()
                  .map(mention -> mention.network() + " " + mention.post().text("author_id"))
                  .distinct()
                  .count(),
              inWindow.size() - canonical.size(),
              canonical.stream().filter(mention -> mention.isEnglish("positive")).count(),
              canonical.stream().filter(mention -> mention.isEnglish("neutral")).count(),
              canonical.stream().filter(mention -> mention.isEnglish("negative")).count()));
    }
  }

  @Test
  void topicsAreAsCounted() throws IOException {
    TreeMap<String, Long> counts =
        recount.mentions.stream()
            .filter(mention -> mention.isCanonical() && !mention.label().get(4).isEmpty())
            .collect(
                Collectors.groupingBy(
                    mention -> mention.brand() + "," + mention.label().get(4),
                    TreeMap::new,
                    Collectors.counting()));
    List<String> rows =
        counts.entrySet().stream().map(e -> e.getKey() + "," + e.getValue()).toList();
    assertEquals(rows, truth("topics.csv"));
  }

  @Test
  void totalsAreAsCounted() throws IOException {
    List<String> rows = new ArrayList<>();
    for (String brand : recount.brands.ids()) {
      long positive = polarity(brand, "positive");
      long neutral = polarity(brand, "neutral");
      long negative = polarity(brand, "negative");
      double net = (double) (positive - negative) / (positive + neutral + negative);
      rows.add(Recount.row(brand, positive, neutral, negative, net));
    }
    assertEquals(rows, truth("totals.csv"));
  }

  private static long polarity(String brand, String polarity) {
    return recount.mentions.stream()
        .filter(mention -> mention.brand().equals(brand) && mention.isEnglish(polarity))
        .count();
  }

  @Test
  void engagementIsAsCounted() throws IOException {
    List<Entry> ownPosts =
        recount.accepted().stream()
            .filter(post -> recount.owner(post) != null)
            .filter(post -> post.text("in_reply_to_post_id") == null)
            .toList();
    List<String> rows = new ArrayList<>();
    for (String brand : recount.brands.ids()) {
      for (int day = 0; day <= 16; day++) {
        LocalDate date = LocalDate.of(2026, 2, 28).plusDays(day);
        for (String network : NETWORKS) {
          List<Entry> posts =
              ownPosts.stream()
                  .filter(post -> brand.equals(recount.owner(post)))
                  .filter(post -> on(network).test(post.text("network")))
                  .filter(post -> recount.date(brand, post.time("posted_at")).equals(date))
                  .toList();
          if (!posts.isEmpty()) {
            rows.add(engagementRow(brand, date, network, posts));
          }
        }
      }
    }
    assertEquals(String.join("\n", rows), String.join("\n", truth("engagement.csv")));
  }

  private static String engagementRow(
      String brand, LocalDate date, String network, List<Entry> posts) {
    List<Entry> mature =
        posts.stream().filter(post -> post.time("posted_at") + WEEK <= recount.clock).toList();
    return Recount.row(
        brand,
        date,
        network,
        mature.size(),
        posts.size() - mature.size(),
        figureAtSevenDays(mature, "like_count"),
        figureAtSevenDays(mature, "share_count"),
        figureAtSevenDays(mature, "comment_count"),
        mature.stream().mapToLong(TruthTest::resonance).sum());
  }

  private static Long figureAtSevenDays(List<Entry> posts, String figure) {
    List<Long> figures =
        posts.stream()
            .map(post -> recount.versions.get(post.text("network") + "," + post.text("post_id")))
            .map(
                versions ->
                    versions.stream()
                        .filter(version -> version.engagement() != null)
                        .filter(version -> version.observedAt() <= version.time("posted_at") + WEEK)
                        .max(Comparator.comparingLong(Entry::observedAt))
                        .map(version -> version.count(figure))
                        .orElse(null))
            .filter(Objects::nonNull)
            .toList();
    return figures.isEmpty() ? null : figures.stream().mapToLong(Long::longValue).sum();
  }

  private static long resonance(Entry own) {
    String id = own.text("post_id");
    return recount.accepted().stream()
        .filter(post -> post.text("network").equals(own.text("network")))
        .filter(
            post ->
                id.equals(post.text("in_reply_to_post_id"))
                    || id.equals(post.text("quote_of_post_id"))
                    || id.equals(post.text("repost_of_post_id")))
        .filter(post -> !post.text("author_id").equals(own.text("author_id")))
        .filter(post -> post.time("posted_at") <= own.time("posted_at") + WEEK)
        .count();
  }

  @Test
  void responsesAndInboxAreAsCounted() throws IOException {
    InboxRecount inbox = new InboxRecount(recount);
    assertEquals(
        String.join("\n", inbox.inboxRows(NETWORKS)), String.join("\n", truth("inbox.csv")));
    assertEquals(
        String.join("\n", inbox.responseRows()), String.join("\n", truth("responses.csv")));
  }

  @Test
  void theSetHoldsWhatItPromises() {
    Function<Predicate<Entry>, Long> count =
        test -> recount.set.posts.stream().filter(test).count();
    assertTrue(count.apply(post -> post.text("repost_of_post_id") != null) > 0);
    assertTrue(count.apply(post -> post.text("quote_of_post_id") != null) > 0);
    assertTrue(count.apply(post -> post.text("language") == null) > 500);
    List<String> reasons =
        recount.set.rejections.stream()
            .map(row -> row.split(",", -1)[2])
            .distinct()
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "file_truncated",
            "invalid_encoding",
            "invalid_field",
            "invalid_json",
            "invalid_timestamp",
            "line_too_long",
            "missing_field",
            "ruined_id"),
        reasons);
  }
}
