package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.understanding.CoreNlpParser;
import dev.earshot.models.understanding.MissingModelsException;
import dev.earshot.pipelines.EarshotRun.Arguments;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --analysis corenlp}: evidence beside Earshot's own reading, which it does not change. */
class CoreNlpEvidenceTest {
  private static final String TIME = "2026-03-01T10:00:00Z";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink"})
  void mentionsHoldWhatCoreNlpFinds(String engine) {
    assumeModels();
    SmallInput input = SmallInput.in(folder);
    input.lines(
        "posts.jsonl",
        SmallInput.post("1", "ann", TIME, "Veltrano is a wonderful, great company."),
        SmallInput.post("2", "bob", TIME, "Ada Lovelace bought two Veltrano shoes in London."),
        SmallInput.post("3", "eve", TIME, "Veltrano ist ganz toll")
            .replace("\"language\":\"en\"", "\"language\":\"de\""));
    EarshotRun run =
        Arguments.run(input.brands(), input.output(), folder)
            .with("--posts", folder + "/posts.jsonl", "--analysis", "corenlp", "--keep-text")
            .with(DemoRuns.engine(engine, 2))
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of(
              "1|positive|positive|NNP VBZ DT JJ , JJ NN .|false|false",
              "2|neutral|neutral|NNP NNP VBD CD NNP NNS IN NNP .|true|true",
              "3|null|positive|null|null|null"),
          HashedIds.withPosts(
              sql.rows(
                  """
                  SELECT post_id, corenlp_sentiment, sentiment, array_to_string(parts_of_speech, ' '),
                    list_contains(entities, 'person:Ada Lovelace'), list_contains(lemmas, 'buy')
                  FROM brand_mentions\
                  """),
              "1",
              "2",
              "3"));
    }
  }

  @Test
  void wordsStandOnlyWhereTextsAreAskedForAndASampleIsOne() {
    assumeModels();
    SmallInput input = SmallInput.in(folder);
    String[] posts = new String[40];
    for (int i = 0; i < posts.length; i++) {
      posts[i] = SmallInput.post("p" + i, "ann" + i, TIME, "Veltrano took " + i + " days, odd");
    }
    input.lines("posts.jsonl", posts);
    EarshotRun run =
        input
            .run()
            .with("--posts", folder + "/posts.jsonl", "--analysis", "corenlp")
            .with("--analysis-sample", "0.3")
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    try (Sql sql = Sql.over(input.output())) {
      assertEquals(
          List.of("40|0|0|true|true"),
          sql.rows(
              """
              SELECT count(*), count(lemmas), count(entities),
                count(corenlp_sentiment) BETWEEN 4 AND 20,
                count(corenlp_sentiment) = count(parts_of_speech)
              FROM brand_mentions\
              """));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fast    | 0.5 | --analysis-sample needs --analysis corenlp
          corenlp | 0   | --analysis-sample 0.0: expected a share above 0 and at most 1
          corenlp | 1.5 | --analysis-sample 1.5: expected a share above 0 and at most 1
          """)
  void refusesWhatIsNoSample(String analysis, String share, String message) {
    SmallInput input = SmallInput.in(folder);
    input.lines("posts.jsonl", SmallInput.post("1", "ann", TIME, "Veltrano"));
    EarshotRun run =
        input
            .run()
            .with("--posts", folder + "/posts.jsonl")
            .with("--analysis", analysis, "--analysis-sample", share)
            .execute();
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains(message), run.err());
  }

  private static void assumeModels() {
    try {
      CoreNlpParser.create();
    } catch (MissingModelsException e) {
      Assumptions.abort(e.getMessage());
    }
  }
}
