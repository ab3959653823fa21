package dev.earshot.models.topics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.SharedData;
import dev.earshot.models.text.Artifact;
import dev.earshot.models.text.Tokenizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * The main topic against human labels, on texts whose hash is odd: words were chosen on the others.
 */
class TopicQualityTest {
  private static final String NONE = "none";

  @Test
  void reasonsOfComplaintsToAirlines() throws IOException {
    assertQuality(
        "airline",
        SharedData.rows("airline_us/tweets_shared.csv").stream()
            .filter(row -> !row.getOrDefault("negativereason", "").isEmpty())
            .toList(),
        "negativereason",
        row -> isOdd(lettersOf(row.getOrDefault("text", ""))),
        0.55,
        0.46);
  }

  @Test
  void queriesToABank() throws IOException {
    assertQuality(
        "banking",
        SharedData.rows("banking77/train.csv"),
        "category",
        row -> isOdd(row.getOrDefault("text", "")),
        0.70,
        0.72);
  }

  private static void assertQuality(
      String industry,
      List<Map<String, String>> rows,
      String labelColumn,
      Predicate<Map<String, String>> isForTest,
      double leastAccuracy,
      double leastMacroF1) {
    Taxonomy taxonomy = Taxonomy.industry(industry);
    Map<String, String> topicByLabel = new HashMap<>();
    taxonomy.topics().forEach(t -> t.labels().forEach(label -> topicByLabel.put(label, t.id())));
    TopicMatcher matcher = TopicMatcher.of(taxonomy, "en");
    Tokenizer tokenizer = new Tokenizer();
    Map<String, long[]> counts = new TreeMap<>();
    long right = 0;
    long all = 0;
    for (Map<String, String> row : rows) {
      if (!isForTest.test(row)) {
        continue;
      }
      String actual = topicByLabel.getOrDefault(row.get(labelColumn), NONE);
      String found =
          matcher.mainTopicOf(
              tokenizer.tokenize(row.getOrDefault("text", "")), topicByLabel.values());
      String predicted = found == null ? NONE : found;
      counts.computeIfAbsent(actual, label -> new long[3])[0]++;
      counts.computeIfAbsent(predicted, label -> new long[3])[1]++;
      if (actual.equals(predicted)) {
        counts.computeIfAbsent(actual, label -> new long[3])[2]++;
        right++;
      }
      all++;
    }
    double accuracy = (double) right / all;
    double f1 =
        counts.values().stream()
            .filter(c -> c[0] > 0)
            .mapToDouble(c -> 2d * c[2] / (c[0] + c[1]))
            .average()
            .orElse(0);
    System.out.printf(
        Locale.ROOT, "%s: n=%d accuracy=%.3f macro F1=%.3f%n", industry, all, accuracy, f1);
    assertTrue(accuracy >= leastAccuracy && f1 >= leastMacroF1, industry + " " + accuracy);
  }

  private static boolean isOdd(String text) {
    String digest = Artifact.sha256(text.getBytes(StandardCharsets.UTF_8));
    return Integer.parseInt(digest.substring(0, 2), 16) % 2 == 1;
  }

  /** Copies of a tweet stay on one side. */
  private static String lettersOf(String text) {
    StringBuilder letters = new StringBuilder();
    for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        letters.append(c);
      }
    }
    return letters.toString();
  }
}
