package dev.earshot.pipelines.sources.recognise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.pipelines.sources.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatGuideTest {
  @Test
  void everyFormatHasOneInTheOrderOfTheirDeclaration() {
    List<Format> formats = FormatGuide.ALL.stream().map(FormatGuide::format).sorted().toList();
    assertEquals(Arrays.asList(Format.values()), formats);
  }

  @Test
  void thePageIsUpToDate() throws IOException {
    assertEquals(
        FormatGuide.markdown(),
        Files.readString(Path.of("docs/formats.md")),
        "stale; make it anew: scripts/earshot formats > pipelines/docs/formats.md");
  }
}
