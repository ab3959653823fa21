package dev.earshot.pipelines.sources.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.RejectionReason;
import dev.earshot.pipelines.sources.Collected;
import dev.earshot.pipelines.sources.SkipReason;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.mapping.Mapping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines before the table, and what separates its cells. */
class TableHeadTest {
  private static final String MAPPING =
      """
      kind: posts
      constants: {network: x}
      columns: {post_id: Id, author_id: Author, text: Text, posted_at: Date}
      """;

  private static Collected<Post> read(String mapping, byte[] file) throws IOException {
    return Collected.whole(
        MappedCsv.posts(Mapping.parse(mapping, "m.yaml"), ReadLimits.DEFAULT), file);
  }

  private static List<String> texts(Collected<Post> read) {
    return read.records.stream().map(Post::text).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void theSeparatorIsTheOneThatGivesTheColumns(String separator) throws IOException {
    String file =
        "Id,Author,Date,Text\n1,ann,2026-03-01T10:00:00Z,\"a, b; c\t| d\"\n"
            .replaceAll(",(?! )", separator.equals("|") ? "\\|" : separator);
    assertEquals(List.of("a, b; c\t| d"), texts(read(MAPPING, Collected.bytes(file))));
  }

  @Test
  void aStatedSeparatorIsBelieved() throws IOException {
    Collected<Post> read =
        read(
            MAPPING + "delimiter: \";\"\n",
            Collected.bytes("Id,Author,Date,Text\n1,ann,2026-03-01T10:00:00Z,a\n"));
    assertEquals(RejectionReason.FILE_UNREADABLE, read.rejections.get(0).reason());
  }

  /** Rows that stand before the header are counted, and lines and bytes are those of the file. */
  @Test
  void whatATableIsAboutMayStandBeforeIt() throws IOException {
    String head = "Report:,Mentions\nBrand:,Kestrelwear\n\n\"From, to\",2026\nAn \"open\" quote\n";
    Collected<Post> read =
        read(
            MAPPING,
            Collected.bytes(
                head
                    + "Text,Date,Id,Author\nno,not a time,0,ann\nyes,2026-03-01T10:00:00Z,1,ann\n"));
    assertEquals(List.of("yes"), texts(read));
    assertEquals(Map.of(SkipReason.OTHER, 4), read.skipped);
    assertEquals(6, read.rejections.get(0).lineInRange());
    assertEquals(
        head.length() + "Text,Date,Id,Author\n".length(), read.rejections.get(0).byteOffset());
    assertEquals(8, read.lineFeeds);
  }

  /** As Meltwater writes its files. */
  @Test
  void utf16WithTabs() throws IOException {
    byte[] file =
        "\ufeffAbout\tx\r\nId\tAuthor\tDate\tText\r\n1\tann\t2026-03-01T10:00:00Z\tgut — schön\r\n"
            .getBytes(StandardCharsets.UTF_16LE);
    assertEquals(List.of("gut — schön"), texts(read(MAPPING, file)));
  }

  /** A header that lacks a column is named rather than a row that has none of them. */
  @Test
  void theBestRowIsTheHeaderWhereNoneIsComplete() throws IOException {
    Collected<Post> read =
        read(MAPPING, Collected.bytes("About,x\nId;Autor;Date;Text\n1;a;2026-03-01T10:00Z;t\n"));
    assertEquals("author_id", read.rejections.get(0).field());
    assertEquals(1, read.rejections.get(0).lineInRange());
  }

  @Test
  void aTableWithoutAHeaderBeginsWithTheFirstRow() throws IOException {
    String mapping =
        """
        kind: posts
        header: false
        constants: {network: x}
        columns: {post_id: 1, author_id: 2, posted_at: 3, text: 4}
        """;
    String file = "1;ann;2026-03-01T10:00:00Z;a\n2;ben;2026-03-01T11:00:00Z;b\n";
    assertEquals(List.of("a", "b"), texts(read(mapping, Collected.bytes(file))));
  }
}
