package dev.earshot.pipelines.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.models.domain.AccountProfile;
import dev.earshot.models.domain.IdentityLink;
import dev.earshot.models.domain.Message;
import dev.earshot.models.domain.OrderLine;
import dev.earshot.models.domain.Post;
import dev.earshot.models.domain.SiteHit;
import dev.earshot.pipelines.sources.bytes.ByteArrayChannel;
import dev.earshot.pipelines.sources.bytes.ReadLimits;
import dev.earshot.pipelines.sources.bytes.Utf8;
import dev.earshot.pipelines.sources.bytes.Utf8Channel;
import dev.earshot.pipelines.sources.json.DocumentShape;
import dev.earshot.pipelines.sources.recognise.FileHead;
import dev.earshot.pipelines.sources.recognise.Formats;
import dev.earshot.pipelines.sources.spec.FormatSpec;
import dev.earshot.pipelines.sources.spec.TieBreak;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of formats, and their marks: all against all. */
class FormatsTest {
  private static final Path SAMPLES = Path.of("../testdata/platforms");

  @Test
  void everyFormatIsListedOnceInTheOrderOfTheirDeclaration() {
    assertEquals(
        Arrays.asList(Format.values()), Formats.ALL.stream().map(FormatSpec::format).toList());
  }

  @Test
  void everyFormatOpensASourceOfItsKind(@TempDir Path folder) throws IOException {
    for (Format format : FormatFixtures.all(folder).keySet()) {
      Source<?> source = FormatFixtures.source(format, Contexts.NOBODY);
      assertEquals(format, source.format());
      assertEquals(recordOf(format.kind()), Formats.of(format).recordType(), format.code());
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> Formats.open(Format.POSTS_JSONL, Message.class, Contexts.NOBODY));
  }

  private static Class<?> recordOf(RecordKind kind) {
    return switch (kind) {
      case POSTS -> Post.class;
      case MESSAGES -> Message.class;
      case ORDERS -> OrderLine.class;
      case IDENTITIES -> IdentityLink.class;
      case PROFILES -> AccountProfile.class;
      case WEB_LOGS -> SiteHit.class;
    };
  }

  @Test
  void everySampleHasTheMarksOfOneFormatOrOfRivals() throws IOException {
    try (Stream<Path> all = Files.walk(SAMPLES)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        assertAreRivals(marked(Files.readAllBytes(file)), file.toString());
      }
    }
  }

  /** All formats that share a tie break, or a single one. */
  private static void assertAreRivals(Set<Format> marked, String file) {
    assertTrue(!marked.isEmpty(), file + " has no marks");
    TieBreak choice = Formats.of(marked.iterator().next()).tieBreak();
    Set<Format> rivals = EnumSet.noneOf(Format.class);
    Formats.ALL.stream()
        .filter(spec -> choice != null && spec.tieBreak() == choice)
        .forEach(spec -> rivals.add(spec.format()));
    assertTrue(marked.size() == 1 || marked.equals(rivals), file + " has the marks of " + marked);
  }

  /** Each format whose marks the beginning of a file has. */
  private static Set<Format> marked(byte[] file) {
    int start = Utf8.byteOrderMarkLength(file, file.length);
    DocumentShape shape = DocumentShape.of(file, start, file.length - start);
    String header =
        new String(file, Utf8Channel.charset(file, file.length, StandardCharsets.UTF_8))
            .lines()
            .findFirst()
            .orElse("");
    Set<Format> marked = EnumSet.noneOf(Format.class);
    for (FormatSpec<?> spec : Formats.ALL) {
      if (spec.marks(shape) || spec.marksLines(file, file.length) || spec.marksHeader(header)) {
        marked.add(spec.format());
      }
    }
    return marked;
  }

  @Test
  void everyFormatHasAFixtureThatItTellsAndReads(@TempDir Path folder) throws IOException {
    Map<Format, List<byte[]>> fixtures = FormatFixtures.all(folder);
    assertEquals(EnumSet.allOf(Format.class), fixtures.keySet());
    for (Map.Entry<Format, List<byte[]>> fixture : fixtures.entrySet()) {
      Format format = fixture.getKey();
      int records = 0;
      for (byte[] file : fixture.getValue()) {
        assertEquals(format, told(file, format));
        Source<?> source = FormatFixtures.source(format, Contexts.NOBODY);
        records += Collected.whole(source, new SeekableBytes(file)).records.size();
      }
      assertTrue(records > 0, format.code());
    }
  }

  private static Format told(byte[] file, Format format) throws IOException {
    FileHead head = FileHead.read(new ByteArrayChannel(file, file.length), ReadLimits.DEFAULT);
    return format.kind() == RecordKind.WEB_LOGS
        ? head.webLogFormat().orElseThrow()
        : head.format(FormatFixtures.mapping(format), format.kind(), format.code()).orElseThrow();
  }

  @Test
  void thePageIsUpToDate() throws IOException {
    assertEquals(
        Formats.markdown(),
        Files.readString(Path.of("docs/formats.md")),
        "stale; make it anew: scripts/earshot formats > pipelines/docs/formats.md");
  }
}
