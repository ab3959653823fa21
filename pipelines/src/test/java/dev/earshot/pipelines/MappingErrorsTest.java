package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a user reads when a mapping does not fit the files that it is for. */
class MappingErrorsTest extends FailingRuns {
  @Test
  void validateSaysWhichColumnsThereAre() {
    Path mapping =
        input.file(
            "mapping.yaml",
            """
            kind: posts
            constants: {network: x}
            columns:
              post_id: id
              author_id: author
              text: body
              posted_at: at
            """);
    input.file("rows.csv", "id,author,text,at\n1,a,Hello,2026-03-01T10:00:00Z\n");
    EarshotRun run =
        EarshotRun.of(
            "validate",
            "--brands",
            input.brands().toString(),
            "--mapping",
            mapping.toString(),
            "--posts",
            folder + "/rows.csv");
    assertInvalid(
        mapping
            + ":6: columns.text: "
            + folder
            + "/rows.csv has no column 'body'; it has 'id', 'author', 'text', 'at'",
        run);
  }

  @Test
  void ofSeveralMappingsTheNearestSaysWhatAFileLacks() {
    Path far =
        input.file(
            "far.yaml",
            """
            kind: posts
            constants: {network: x}
            columns: {post_id: a, author_id: b, text: c, posted_at: d}
            """);
    Path near =
        input.file(
            "near.yaml",
            """
            kind: posts
            constants: {network: x}
            columns: {post_id: id, author_id: author, text: body, posted_at: at}
            """);
    input.file("rows.csv", "id,author,text,at\n1,a,Hello,2026-03-01T10:00:00Z\n");
    EarshotRun run =
        EarshotRun.of(
            "validate",
            "--brands",
            input.brands().toString(),
            "--mapping",
            far.toString(),
            near.toString(),
            "--posts",
            folder + "/rows.csv");
    assertInvalid(
        folder
            + "/rows.csv: has the columns of none of the mappings "
            + far
            + ", "
            + near
            + "; it is nearest to "
            + near
            + System.lineSeparator()
            + near
            + ":3: columns.text: "
            + folder
            + "/rows.csv has no column 'body'; it has 'id', 'author', 'text', 'at'",
        run);
  }

  /** Notes of agents would be read as messages. */
  @Test
  void aColumnThatSaysWhatIsPrivateAndIsNotUsedIsNamed() {
    String mapping =
        """
        kind: messages
        constants: {network: chatwoot}
        columns: {message_id: id, sender_id: by, recipient_id: to, text: text, sent_at: at}
        """;
    Path careless = input.file("careless.yaml", mapping);
    Path careful = input.file("careful.yaml", mapping + "skip_rows: {Private: ['true']}\n");
    input.file("desk.csv", "id,by,to,text,at,Private\n1,a,b,Hello,2026-03-01T10:00:00Z,true\n");
    String notice =
        folder
            + "/desk.csv: has a column Private, which "
            + careless
            + " does not use: every row is read as a message; if some are notes that customers never"
            + " see, leave them out, as in skip_rows: {Private: [\"true\"]}";
    assertTrue(validated(careless).err().contains(notice), validated(careless).err());
    assertTrue(!validated(careful).err().contains("Private"), validated(careful).err());
  }

  private EarshotRun validated(Path mapping) {
    return EarshotRun.of(
        "validate",
        "--brands",
        input.brands().toString(),
        "--mapping",
        mapping.toString(),
        "--messages",
        folder + "/desk.csv");
  }

  /** The file that lacks the column is named; the other one is read. */
  @Test
  void aRunSaysWhichMappedColumnAFileLacks() {
    Path mapping =
        input.file(
            "mapping.yaml",
            """
            kind: posts
            constants: {network: x}
            columns:
              post_id: tweet_id
              author_id: author
              text: [title, text]
              posted_at: at
            skip_rows: {kind: draft}
            """);
    input.file("a.csv", "tweetid,author,text,at\n1,a,Hello,2026-03-01T10:00:00Z\n");
    input.file(
        "b.csv",
        "tweet_id,author,title,text,at,kind\n"
            + "1,a,,Veltrano is great,2026-03-01T10:00:00Z,post\n".repeat(10));
    EarshotRun run =
        input
            .run()
            .with("--replace-empty")
            .with("--mapping", mapping.toString())
            .with("--posts", folder + "/a.csv", folder + "/b.csv")
            .execute();
    String has = "; it has 'tweetid', 'author', 'text', 'at'";
    for (String line :
        List.of(
            ":4: columns.post_id: %s/a.csv has no column 'tweet_id' (did you mean 'tweetid'?)",
            ":6: columns.text: %s/a.csv has no column 'title'",
            ":8: skip_rows.kind: %s/a.csv has no column 'kind'")) {
      assertTrue(run.err().contains(mapping + line.formatted(folder) + has), run.err());
    }
    assertEquals(3, run.exitCode(), run.err());
  }

  @Test
  void aMappingByName() {
    input.file(
        "mentions.csv",
        """
        Report:,Bulk Mentions Download

        Date,Title,Url,Domain,Author,Full Text
        2026-03-01 10:00:00.0,,https://x.com/a/status/1,x.com,a,Veltrano is great
        """);
    EarshotRun run =
        input
            .run()
            .with("--replace-empty")
            .with("--mapping", "brandwatch")
            .with("--posts", folder + "/mentions.csv")
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    remember();
    EarshotRun unknown =
        input
            .run()
            .with("--replace-empty")
            .with("--mapping", "brandwatsh")
            .with("--posts", folder + "/mentions.csv")
            .execute();
    assertFails(
        78,
        "brandwatsh: no such file, and no mapping that comes with Earshot; these are brandwatch,"
            + " meltwater, meltwater-influencer, talkwalker, sprout-posts, shopify, woocommerce,"
            + " woocommerce-rest, square, stripe, amazon",
        unknown);
  }
}
