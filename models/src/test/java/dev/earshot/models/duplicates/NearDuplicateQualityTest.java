package dev.earshot.models.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.SharedData;
import dev.earshot.models.statistics.basics.SplitMix64;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * How many edited tweets of customers are found to be copies, by kind of edit; the figures stand in
 * {@code pipelines/docs/reputation.md}. With {@code -Dearshot.print=true} they are printed.
 */
class NearDuplicateQualityTest {
  private static final long SEED = 20260101;

  private static final List<String> COMMUNITIES =
      List.of(
          "PS3",
          "Steam",
          "TalesFromRetail",
          "apple",
          "france",
          "google",
          "ipad",
          "italy",
          "lego",
          "mac",
          "mexico",
          "netflix",
          "nexus4",
          "personalfinance",
          "sweden",
          "techsupport",
          "windowsphone",
          "xbox",
          "xboxone",
          "youtube");

  private final MinHash minHash = new MinHash();

  /** What decides whether two posts of different or the same authors are copies. */
  private record Text(Signature signature, long deciding, boolean isLong, boolean hasLink) {
    boolean resembles(Text other) {
      long[] keys = signature.bandKeys();
      long[] others = other.signature.bandKeys();
      boolean meet = false;
      for (int band = 0; band < keys.length; band++) {
        meet |= keys[band] == others[band];
      }
      return meet && signature.estimateJaccard(other.signature) >= Clusters.THRESHOLD;
    }

    boolean isCopyOf(Text other, boolean isSameAuthor) {
      boolean isFree = isLong || hasLink;
      boolean isOtherFree = other.isLong || other.hasLink;
      return deciding == other.deciding
          && isFree == isOtherFree
          && (isFree || isSameAuthor)
          && resembles(other);
    }
  }

  private @Nullable Text read(String text) {
    Signature signature = minHash.of(text);
    return signature == null
        ? null
        : new Text(signature, minHash.decidingWords(), minHash.isLong(), text.contains("://"));
  }

  private static final class Found {
    int longTexts;
    int longBefore;
    int longNow;
    int shortTexts;
    int shortBefore;
    int shortSameAuthor;
    int shortOtherAuthor;

    void add(Text original, @Nullable Text edited) {
      boolean before = edited != null && original.resembles(edited);
      boolean same = edited != null && original.isCopyOf(edited, true);
      boolean other = edited != null && original.isCopyOf(edited, false);
      if (original.isLong()) {
        longTexts++;
        longBefore += before ? 1 : 0;
        longNow += other ? 1 : 0;
      } else {
        shortTexts++;
        shortBefore += before ? 1 : 0;
        shortSameAuthor += same ? 1 : 0;
        shortOtherAuthor += other ? 1 : 0;
      }
    }

    String row(Edit edit) {
      return String.format(
          Locale.ROOT,
          "| %s | %,d | %.3f | %.3f | %,d | %.3f | %.3f | %.3f |",
          edit.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          longTexts,
          share(longBefore, longTexts),
          share(longNow, longTexts),
          shortTexts,
          share(shortBefore, shortTexts),
          share(shortSameAuthor, shortTexts),
          share(shortOtherAuthor, shortTexts));
    }
  }

  private static double share(int part, int whole) {
    return (double) part / whole;
  }

  @Test
  void editsOfTweets() throws IOException {
    Map<Edit, Found> found = new EnumMap<>(Edit.class);
    for (Map<String, String> row : SharedData.rows("airline_us/tweets_shared.csv")) {
      String tweet = row.getOrDefault("text", "");
      Text original = read(tweet);
      for (Edit edit : Edit.values()) {
        SplitMix64 random = new SplitMix64(SEED + tweet.hashCode());
        String edited = original == null ? null : edit.apply(tweet, random);
        if (original != null && edited != null) {
          found.computeIfAbsent(edit, e -> new Found()).add(original, read(edited));
        }
      }
    }
    if (Boolean.getBoolean("earshot.print")) {
      found.forEach((edit, counts) -> System.out.println(counts.row(edit)));
    }
    for (Edit edit : List.of(Edit.CASE, Edit.EMOJI_ADDED, Edit.HANDLE_ADDED)) {
      assertTrue(share(found.get(edit).longNow, found.get(edit).longTexts) > 0.99, edit.name());
    }
    Found opposite = found.get(Edit.OPPOSITE);
    assertTrue(opposite.longTexts > 300);
    assertTrue(share(opposite.longNow, opposite.longTexts) < 0.02);
    assertEquals(0, opposite.shortOtherAuthor);
  }

  /** One post, with what keeps it apart from others now. */
  private record Post(Member member, long group) {}

  /** As if all were of one block of days: posts that repeat an earlier one, before 0101 and now. */
  @Test
  void mergesInRealSets() throws IOException {
    List<Map<String, String>> reddit = new ArrayList<>();
    for (String community : COMMUNITIES) {
      reddit.addAll(SharedData.rows("reddit_top2013/" + community + ".csv.gz"));
    }
    assertMerges("airline_us", SharedData.rows("airline_us/tweets_shared.csv"), "name", "text");
    List<Map<String, String>> support = SharedData.rows("twcs/twcs_shared.csv.gz");
    assertMerges("twcs", support, "author_id", "text");
    List<Map<String, String>> customers = new ArrayList<>(support);
    customers.removeIf(row -> !row.getOrDefault("inbound", "").equals("True"));
    assertMerges("twcs_customers", customers, "author_id", "text");
    assertMerges("reddit", reddit, "name", "title");
  }

  private void assertMerges(
      String set, List<Map<String, String>> rows, String author, String column) {
    List<Post> before = new ArrayList<>();
    List<Post> now = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Text text = read(rows.get(i).getOrDefault(column, ""));
      if (text != null) {
        Member member = new Member(i, i, text.signature());
        boolean isFree = text.isLong() || text.hasLink();
        long person = isFree ? 0 : rows.get(i).getOrDefault(author, "").hashCode();
        before.add(new Post(member, 0));
        now.add(new Post(member, SplitMix64.mix(text.deciding()) ^ SplitMix64.mix(person)));
      }
    }
    int mergedBefore = merged(before).size();
    Map<Long, Long> pairs = merged(now);
    int mergedNow = pairs.size();
    if (Boolean.getBoolean("earshot.print")) {
      System.out.printf(
          "%s: %d posts, %d compared, %d repeat another before, %d now%n",
          set, rows.size(), now.size(), mergedBefore, mergedNow);
      System.out.println("rows " + pairs);
    }
    assertTrue(mergedNow <= mergedBefore && mergedNow < rows.size() / 8, set);
  }

  /** The posts that are linked to an earlier one, with that one. */
  private static Map<Long, Long> merged(List<Post> posts) {
    Map<Long, List<Member>> groups = new HashMap<>();
    for (Post post : posts) {
      for (long band : post.member().signature().bandKeys()) {
        long key = SplitMix64.mix(band + 1) ^ post.group();
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(post.member());
      }
    }
    Map<Long, Long> earlier = new TreeMap<>();
    for (List<Member> group : groups.values()) {
      Clusters.link(group, edge -> earlier.merge(edge.laterId(), edge.earlierId(), Math::min));
    }
    return earlier;
  }
}
