package dev.earshot.models.intents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.topics.Taxonomy;
import dev.earshot.models.understanding.FastAnalyzer;
import dev.earshot.models.understanding.TextAnalyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run finds in {@code testdata/intents}, whose page tells how the texts were labelled. */
class HandMadeIntentsTest {
  private static final TextAnalyzer ANALYZER = FastAnalyzer.of(Taxonomy.general());

  /** Floors below what was measured, so that a rule that spoils an intent is seen. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "apology, 0.90, 0.75",
    "churn_intent, 0.85, 0.60",
    "compliment, 0.58, 0.70",
    "order, 0.95, 0.52",
    "price, 0.92, 0.65",
    "privacy_concern, 0.90, 0.57",
    "question, 0.90, 0.75",
    "recommend, 0.86, 0.55",
    "thanks, 0.94, 0.88",
    "warn_off, 0.74, 0.60",
  })
  void precisionAndRecall(String code, double precision, double recall) throws IOException {
    Intent intent = Intent.valueOf(code.toUpperCase(Locale.ROOT));
    List<String> lines = Files.readAllLines(Path.of("../testdata/intents", code + ".tsv"));
    int[] labelled = new int[2];
    int[] found = new int[2];
    for (String line : lines) {
      int label = line.charAt(0) - '0';
      labelled[label]++;
      boolean isFound =
          ANALYZER.understand(line.substring(2), "en", List.of()).intents().contains(intent);
      found[label] += isFound ? 1 : 0;
    }
    assertTrue(
        labelled[1] >= 40 && labelled[0] >= 20,
        code + " needs forty texts with it and twenty without");
    double p = (double) found[1] / (found[0] + found[1]);
    double r = (double) found[1] / labelled[1];
    System.out.printf(
        Locale.ROOT, "%s precision=%.3f recall=%.3f of %d%n", code, p, r, lines.size());
    assertEquals(labelled[0] + labelled[1], lines.size());
    assertTrue(p >= precision && r >= recall, code + ": precision " + p + ", recall " + r);
  }
}
