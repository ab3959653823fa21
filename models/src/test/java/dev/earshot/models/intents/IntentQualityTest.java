package dev.earshot.models.intents;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.Intent;
import dev.earshot.models.topics.Taxonomy;
import dev.earshot.models.understanding.FastAnalyzer;
import dev.earshot.models.understanding.TextAnalyzer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Precision and recall of what a run finds where human labels exist. */
class IntentQualityTest {
  private static final TextAnalyzer ANALYZER = FastAnalyzer.of(Taxonomy.general());

  @Test
  void complaints() throws IOException {
    assertQuality("complaints_twitter", Intent.COMPLAINT, LabelledTexts.complaints(), 0.50, 0.55);
  }

  @Test
  void suggestionsInTheForum() throws IOException {
    assertQuality(
        "suggestion_mining forum",
        Intent.SUGGESTION,
        LabelledTexts.suggestions("train_forum.tsv"),
        0.68,
        0.65);
  }

  @Test
  void suggestionsInHotelReviews() throws IOException {
    assertQuality(
        "suggestion_mining hotel",
        Intent.SUGGESTION,
        LabelledTexts.suggestions("trial_hotel.tsv"),
        0.85,
        0.38);
  }

  @Test
  void bugReports() throws IOException {
    assertQuality(
        "app_reviews_maalej", Intent.TECHNICAL_ISSUE, LabelledTexts.bugReports(), 0.45, 0.60);
  }

  @Test
  void feedbackOfCustomers() throws IOException {
    assertQuality(
        "customer_feedback comment",
        Intent.COMPLIMENT,
        LabelledTexts.feedback("comment"),
        0.80,
        0.50);
    assertQuality(
        "customer_feedback complaint",
        Intent.COMPLAINT,
        LabelledTexts.feedback("complaint"),
        0.55,
        0.50);
  }

  private static void assertQuality(
      String set, Intent intent, List<LabelledTexts.Text> texts, double precision, double recall) {
    int truePositive = 0;
    int found = 0;
    int labelled = 0;
    for (LabelledTexts.Text text : texts) {
      boolean isFound =
          ANALYZER.understand(text.text(), "en", List.of()).intents().contains(intent);
      found += isFound ? 1 : 0;
      labelled += text.isLabelled() ? 1 : 0;
      truePositive += isFound && text.isLabelled() ? 1 : 0;
      if (System.getProperty("errors", "").equals(set) && isFound != text.isLabelled()) {
        System.out.println((isFound ? "FP " : "FN ") + text.text());
      }
    }
    double p = (double) truePositive / found;
    double r = (double) truePositive / labelled;
    System.out.printf(
        Locale.ROOT,
        "%s %s: n=%d labelled=%d precision=%.3f recall=%.3f F1=%.3f%n",
        set,
        intent,
        texts.size(),
        labelled,
        p,
        r,
        2 * p * r / (p + r));
    assertTrue(p >= precision && r >= recall, set + ": precision " + p + ", recall " + r);
  }
}
