package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.sentiment.SentimentModel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with labels of its own corrects the net sentiment of the languages that they are in. */
class CalibratedRunTest {
  private static final String COLUMNS =
      "SELECT DISTINCT adjusted_net_sentiment_rate_missing_reason,"
          + " adjusted_net_sentiment_rate IS NULL, calibration_label_count"
          + " FROM brand_reputation_daily WHERE dimension = 'all' AND language = ";

  private static final String HEADER = "language\tmodel\tactual\tpredicted\tcount";
  private static final String MODEL = String.valueOf(SentimentModel.fingerprint("en"));
  private static final String ENGLISH = "en\t" + MODEL + "\t";

  @TempDir Path folder = Path.of("");

  /**
   * Two of three mentions are negative and one positive. Labels of 10,000 a class without an error
   * leave that be: -1/3. Without labels the shipped domains tell by how much the reader may err.
   */
  @Test
  void correctsTheLanguagesOfTheCalibration() {
    SmallInput input = SmallInput.in(folder);
    input.lines(
        "posts.jsonl",
        SmallInput.post("1", "ann", "2026-03-01T10:00:00Z", "I love Veltrano, it is great"),
        SmallInput.post("2", "bob", "2026-03-01T11:00:00Z", "I hate Veltrano, it is horrible"),
        SmallInput.post(
            "3", "cat", "2026-03-01T12:00:00Z", "Veltrano is the worst, awful service"));
    input.lines(
        "calibration.tsv",
        HEADER,
        ENGLISH + "negative\tnegative\t10000",
        ENGLISH + "neutral\tneutral\t10000",
        ENGLISH + "positive\tpositive\t10000");
    EarshotRun plain = input.run().with("--posts", folder + "/posts.jsonl").execute();
    assertEquals(0, plain.exitCode(), plain.err());
    assertEquals(
        List.of("too_few_authors|false|0"), Sql.over(input.output()).rows(COLUMNS + "'en'"));
    EarshotRun corrected =
        input
            .run()
            .with("--posts", folder + "/posts.jsonl")
            .with("--calibration", folder + "/calibration.tsv")
            .execute();
    assertEquals(0, corrected.exitCode(), corrected.err());
    assertNotEquals(plain.out(), corrected.out(), "another run");
    Sql sql = Sql.over(input.output());
    assertEquals(List.of("too_few_authors|false|30000"), sql.rows(COLUMNS + "'en'"));
    assertEquals(
        List.of("too_few_authors|false|30000"),
        sql.rows(COLUMNS + "'all'"),
        "all mentions are of one language");
    assertEquals(
        List.of("true|true"),
        sql.rows(
            "SELECT DISTINCT abs(adjusted_net_sentiment_rate + 1 / 3) < 0.001,"
                + " adjusted_net_sentiment_rate BETWEEN adjusted_net_sentiment_rate_lower"
                + " AND adjusted_net_sentiment_rate_upper"
                + " FROM brand_reputation_daily WHERE dimension = 'all' AND language = 'en'"));
  }

  @Test
  void refusesACalibrationThatCalibratesNothing() {
    SmallInput input = SmallInput.in(folder);
    input.lines("posts.jsonl");
    input.lines("few.tsv", HEADER, ENGLISH + "neutral\tneutral\t29");
    EarshotRun run =
        input
            .run()
            .with("--posts", folder + "/posts.jsonl")
            .with("--calibration", folder + "/few.tsv")
            .execute();
    assertEquals(78, run.exitCode());
    assertTrue(run.err().contains("few.tsv: calibrates no language"), run.err());
    input.lines("other.tsv", HEADER, "en\t0123456789ab\tneutral\tneutral\t30");
    EarshotRun other =
        input
            .run()
            .with("--posts", folder + "/posts.jsonl")
            .with("--calibration", folder + "/other.tsv")
            .execute();
    assertEquals(78, other.exitCode());
    assertTrue(
        other
            .err()
            .contains(
                "other.tsv: the counts of en were made with the sentiment model 0123456789ab, but"
                    + " here is "
                    + MODEL
                    + "; make them again with evaluate --calibrate"),
        other.err());
    input.lines("wrong.tsv", "language,actual");
    EarshotRun wrong =
        input
            .run()
            .with("--posts", folder + "/posts.jsonl")
            .with("--calibration", folder + "/wrong.tsv")
            .execute();
    assertEquals(78, wrong.exitCode());
    assertTrue(wrong.err().contains("wrong.tsv, line 1: expected the header"), wrong.err());
  }
}
