package dev.earshot.pipelines.generate;

import dev.earshot.pipelines.generate.GeneratedSet.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The posts of a generated set, read back and judged by what the files say: which version of a post
 * counts, what is in scope, who is mentioned and which mention is canonical.
 */
final class Recount {
  /** A mention of a brand with what {@code labels.csv} says of it where it is canonical. */
  record Mention(
      Entry post, String brand, LocalDate date, boolean isCanonical, List<String> label) {
    String network() {
      return post.text("network");
    }

    boolean isEnglish(String polarity) {
      return isCanonical && label.get(6).equals("en") && label.get(3).equals(polarity);
    }
  }

  final GeneratedSet set;
  final BrandFinder brands;
  final Map<String, Map<String, Integer>> tallies = new TreeMap<>();
  final Map<String, Entry> winners = new HashMap<>();
  final Map<String, List<Entry>> versions = new HashMap<>();
  final List<Mention> mentions = new ArrayList<>();
  private final List<Entry> accepted;
  final Set<String> labelled = new HashSet<>();
  final Set<String> canonical = new HashSet<>();
  long clock = Long.MIN_VALUE;

  Recount(Path folder) throws IOException {
    set = GeneratedSet.read(folder);
    brands = new BrandFinder(folder);
    chooseVersions(set.posts, "post_id", true);
    chooseVersions(set.messages, "message_id", false);
    set.linesByFile.forEach((file, lines) -> add(file, "read", lines));
    set.rejections.forEach(row -> add(row.split(",", -1)[0], "rejected", 1));
    accepted =
        set.posts.stream()
            .filter(post -> post.equals(winners.get(key(post, "post_id"))) && isInScope(post))
            .toList();
    findMentions(labels(folder));
    for (Entry post : set.posts) {
      clock = Math.max(clock, Math.max(post.time("posted_at"), post.observedAt()));
    }
    for (Entry message : set.messages) {
      clock = Math.max(clock, message.time("sent_at"));
    }
  }

  private static Map<String, List<String>> labels(Path folder) throws IOException {
    Map<String, List<String>> labels = new HashMap<>();
    for (String row : Files.readAllLines(folder.resolve("truth/labels.csv"))) {
      List<String> cells = List.of(row.split(",", -1));
      labels.put(cells.get(0) + "," + cells.get(1) + "," + cells.get(2), cells);
    }
    labels.remove("network,post_id,brand_id");
    return labels;
  }

  private void chooseVersions(List<Entry> entries, String idField, boolean isPosts) {
    for (Entry entry : entries) {
      String key = key(entry, idField);
      versions.computeIfAbsent(key, any -> new ArrayList<>()).add(entry);
      // Entries come in the order of files and lines, so an earlier one wins a tie.
      winners.merge(
          key, entry, (one, other) -> other.observedAt() > one.observedAt() ? other : one);
    }
    for (Entry entry : entries) {
      String key = key(entry, idField);
      if (isPosts && !isInScope(entry)) {
        add(entry.file(), "out_of_scope", 1);
      } else {
        add(entry.file(), winners.get(key).equals(entry) ? "accepted" : "duplicates", 1);
      }
    }
  }

  private static String key(Entry entry, String idField) {
    return entry.text("network") + "," + entry.text(idField);
  }

  private void add(String file, String what, int count) {
    tallies.computeIfAbsent(file, any -> new TreeMap<>()).merge(what, count, Integer::sum);
  }

  private boolean isInScope(Entry post) {
    return owner(post) != null || !mentioned(post).isEmpty();
  }

  /** The brand whose account wrote the post, or null. */
  String owner(Entry post) {
    return brands.owner(post.text("network"), post.text("author_id"));
  }

  private Set<String> mentioned(Entry post) {
    Set<String> found = new HashSet<>(brands.named(post.text("text")));
    String replied = post.text("in_reply_to_author_id");
    String owner = replied == null ? null : brands.owner(post.text("network"), replied);
    if (owner != null) {
      found.add(owner);
    }
    return found;
  }

  LocalDate date(String brand, long moment) {
    return Instant.ofEpochSecond(moment).atZone(brands.zone(brand)).toLocalDate();
  }

  /** The versions that count of all posts in scope. */
  List<Entry> accepted() {
    return accepted;
  }

  private void findMentions(Map<String, List<String>> labels) {
    labelled.addAll(labels.keySet());
    Set<Entry> earliest = new BruteForceClusters(accepted).earliest();
    for (Entry post : accepted) {
      if (owner(post) == null) {
        for (String brand : mentioned(post)) {
          String key = post.text("network") + "," + post.text("post_id") + "," + brand;
          boolean isCanonical = earliest.contains(post);
          if (isCanonical) {
            canonical.add(key);
          }
          LocalDate date = date(brand, post.time("posted_at"));
          mentions.add(new Mention(post, brand, date, isCanonical, labels.get(key)));
        }
      }
    }
  }

  /** The median of numbers, empty for none. */
  static String median(List<Long> numbers) {
    if (numbers.isEmpty()) {
      return "";
    }
    long[] sorted = numbers.stream().mapToLong(Long::longValue).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    return Double.toString(median);
  }

  /** A row of CSV; null is an empty cell. */
  static String row(Object... cells) {
    return String.join(
        ",", Arrays.stream(cells).map(cell -> cell == null ? "" : cell.toString()).toList());
  }
}
