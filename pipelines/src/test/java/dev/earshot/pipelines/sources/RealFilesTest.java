package dev.earshot.pipelines.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.earshot.models.domain.Post;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.mapping.Mapping;
import dev.earshot.pipelines.sources.recognise.Formats;
import dev.earshot.pipelines.sources.tabular.MappedCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Third-party files, where they are at hand; the counts are those of their documentation. */
class RealFilesTest {
  private static final Path DATA = Path.of("../../shared/data");
  private static final Path MAPPINGS = Path.of("../testdata/mappings");

  @ParameterizedTest
  @CsvSource({
    "airline.yaml, airline_us/tweets_shared.csv, 7313",
    "support.yaml, twcs/twcs_shared.csv.gz, 29381",
    "support.yaml, twcs/raw_oddity_trailing_empty_rows.csv.gz, 767"
  })
  void everyRowIsAccepted(String mapping, String file, int rows) throws IOException {
    assumeTrue(Files.exists(DATA.resolve(file)), "the third-party file " + file + " is not here");
    Mapping columns = Mapping.parse(Files.readString(MAPPINGS.resolve(mapping)), mapping);
    Source<Post> source = MappedCsv.posts(columns, ReadLimits.DEFAULT);
    Collected<Post> read = Collected.file(source, DATA.resolve(file), ReadLimits.DEFAULT);
    assertEquals(List.of(), read.rejections);
    assertEquals(rows, read.records.size());
  }

  /** 606 turns of clients, 61 of agents, 19 of second clients, and 525 last turns. */
  @Test
  void everyTurnOfASupportConversationIsAPost() throws IOException {
    Path file = DATA.resolve("support_conversations_ibm/conversations_dev.jsonl.gz");
    assumeTrue(Files.exists(file), "the third-party conversations are not here");
    Source<Post> source = Formats.open(Format.SUPPORT_CONVERSATIONS, Post.class, Contexts.NOBODY);
    Collected<Post> read = Collected.file(source, file, ReadLimits.DEFAULT);
    assertEquals(List.of(), read.rejections);
    assertEquals(606 + 61 + 19 + 525, read.records.size());
  }
}
