package dev.earshot.models.topics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.SharedData;
import dev.earshot.models.text.Tokenizer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Key phrases of sentences against the features of apps that people marked in them. */
class KeyPhraseQualityTest {

  /** Exact: the same words. Partial: one of the two holds all words of the other. */
  @Test
  void featuresOfApps() throws IOException {
    KeyPhrases phrases = new KeyPhrases();
    Tokenizer tokenizer = new Tokenizer();
    int marked = 0;
    int found = 0;
    int exact = 0;
    int markedPartly = 0;
    int foundPartly = 0;
    for (Map<String, String> row : SharedData.rows("app_reviews_features/sentences_shared.csv")) {
      List<String> features =
          Arrays.stream(row.getOrDefault("features_all", "").split(";", -1))
              .map(feature -> feature.strip().toLowerCase(Locale.ROOT))
              .filter(feature -> !feature.isEmpty())
              .distinct()
              .toList();
      List<String> keys = phrases.of(tokenizer.tokenize(row.getOrDefault("sentence", "")), true);
      marked += features.size();
      found += keys.size();
      exact += (int) features.stream().filter(keys::contains).count();
      markedPartly +=
          (int) features.stream().filter(f -> keys.stream().anyMatch(k -> overlap(f, k))).count();
      foundPartly +=
          (int) keys.stream().filter(k -> features.stream().anyMatch(f -> overlap(f, k))).count();
    }
    System.out.printf(
        Locale.ROOT,
        "marked=%d found=%d exact: precision=%.3f recall=%.3f; partial: precision=%.3f recall=%.3f%n",
        marked,
        found,
        (double) exact / found,
        (double) exact / marked,
        (double) foundPartly / found,
        (double) markedPartly / marked);
    assertTrue((double) exact / marked >= 0.15);
    assertTrue((double) markedPartly / marked >= 0.33);
  }

  private static boolean overlap(String one, String other) {
    List<String> a = List.of(one.split(" ", -1));
    List<String> b = List.of(other.split(" ", -1));
    return a.containsAll(b) || b.containsAll(a);
  }
}
