package dev.earshot.pipelines.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.EarshotPipeline;
import dev.earshot.pipelines.listen.Account;
import dev.earshot.pipelines.listen.ListenSettings;
import dev.earshot.pipelines.listen.SourceFile;
import dev.earshot.pipelines.publish.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult.State;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison is honest: the bare loop writes the same rows as the pipeline. */
class BareLoopTest {
  private static final Path DEMO = Path.of("../testdata/demo");

  @TempDir static Path folder;

  private static Account bare = Account.NONE;

  @BeforeAll
  static void runBoth() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), "a key that is used in tests only");
    List<SourceFile> files = BareLoop.files(DEMO);
    Path brands = DEMO.resolve("brands.yaml");
    bare = BareLoop.run(files, BareLoop.settings(brands, files, folder.resolve("bare"), key));
    ListenSettings settings = BareLoop.settings(brands, files, folder.resolve("pipeline"), key);
    DirectOptions options = PipelineOptionsFactory.as(DirectOptions.class);
    options.setEnforceImmutability(false);
    options.setEnforceEncodability(false);
    Pipeline pipeline = Pipeline.create(options);
    EarshotPipeline.build(pipeline, files, settings);
    assertEquals(State.DONE, pipeline.run().waitUntilFinish());
  }

  @ParameterizedTest
  @CsvSource({
    "brand_mentions, sum(like_count)",
    "post_engagement_snapshots, sum(like_count)",
    "brand_responses, sum(delay_business_seconds)",
    "conversations, sum(inbound_message_count)",
    "rejected_records, sum(line_number)",
    "brand_reputation_daily, sum(mention_count + author_count + repost_count)",
    "brand_topics_daily, sum(mention_count + author_count)",
    "brand_engagement_daily, sum(post_count)",
    "brand_inbox_daily, sum(conversation_count)"
  })
  void rowsAreThoseOfThePipeline(String table, String sum) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      String figures = "SELECT count(*) || ' ' || " + sum + " FROM ";
      String expected = text(statement, figures + files("pipeline", table));
      assertTrue(!expected.startsWith("0"), expected);
      assertEquals(expected, text(statement, figures + files("bare", table)));
      assertEquals("0", difference(statement, table, "pipeline", "bare"));
      assertEquals("0", difference(statement, table, "bare", "pipeline"));
    }
  }

  @Test
  void recordsAreAccountedForAlike() throws IOException {
    assertEquals(RunSummary.read(folder.resolve("pipeline")).total(), bare);
  }

  private static String difference(Statement statement, String table, String a, String b)
      throws SQLException {
    return text(
        statement,
        "SELECT count(*) FROM (FROM "
            + files(a, table)
            + " EXCEPT ALL FROM "
            + files(b, table)
            + ")");
  }

  private static String files(String run, String table) {
    return "read_parquet('" + folder.resolve(run).resolve(table) + "/**/*.parquet')";
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      assertTrue(result.next());
      return String.valueOf(result.getString(1));
    }
  }
}
