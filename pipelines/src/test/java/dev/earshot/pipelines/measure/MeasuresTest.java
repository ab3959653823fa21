package dev.earshot.pipelines.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.run.Reach;
import dev.earshot.pipelines.sources.RecordKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MeasuresTest {
  /**
   * A day for time zones, and: what an alert looks back on and two blocks of 28 days of posts
   * before; four weeks in which an answer counts, two blocks and four weeks of replies after; and
   * so on.
   */
  @Test
  void aRunReadsAsFarAsItsLongestMeasureLooks() {
    assertEquals(
        Map.of(
            RecordKind.POSTS, new Reach(1 + 135 + 56, 1 + 28 + 56 + 28),
            RecordKind.MESSAGES, new Reach(1 + 30 + 59 + 28, 1 + 27 + 56 + 28),
            RecordKind.WEB_LOGS, new Reach(1 + 27 + 56 + 30, 1 + 3 + 30)),
        Measures.context().reaches());
  }

  @Test
  void itsPageSaysSo() throws IOException {
    Map<RecordKind, Reach> reaches = Measures.context().reaches();
    String said =
        "%d days of posts, %d of direct messages, %d of web logs"
            .formatted(
                Objects.requireNonNull(reaches.get(RecordKind.POSTS)).daysBefore(),
                Objects.requireNonNull(reaches.get(RecordKind.MESSAGES)).daysBefore(),
                Objects.requireNonNull(reaches.get(RecordKind.WEB_LOGS)).daysBefore());
    assertTrue(Files.readString(Path.of("docs/scheduling.md")).contains(said), said);
  }
}
