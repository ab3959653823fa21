package dev.earshot.pipelines.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.stores.FakeStore;
import dev.earshot.pipelines.stores.FakeStore.Killed;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Publication where nothing can be renamed, lists come late, and a run may die before any write.
 */
class StorePublicationTest extends PublishedBucket {
  @Test
  void onlyTheDatesOfTheRunAreReplaced() throws IOException {
    publishOld();
    assertEquals(OLD, read());
    publishNew();
    assertEquals(NEW, read());
  }

  @Test
  void rowsThatWouldVanishAreFound() throws IOException {
    publishOld();
    try (Output output = open()) {
      RunSummary summary = stage(output, "new", STAGED);
      assertEquals(
          List.of("brand_mentions of heron: 2026-03-01, 2026-03-03"),
          output.plan(summary, ALL_DATES).lost().lines());
    }
    assertEquals(OLD, read());
    assertEquals(OLD.size(), dataFiles().size(), "what was not published is gone");
  }

  @Test
  void whatWasReplacedStaysForOneMorePublication() throws IOException {
    publishOld();
    Set<String> before = dataFiles();
    assertEquals(OLD.size(), before.size(), "the file of the lost worker is gone");
    publishNew();
    assertTrue(dataFiles().containsAll(before), "who reads the state before still can");
    assertEquals(OLD.size() + STAGED.size(), dataFiles().size());
    publishNew();
    assertEquals(NEW, read());
    Set<String> kept = new TreeSet<>(before);
    kept.retainAll(dataFiles());
    assertEquals(2, kept.size(), "of the first state: 1 March and its run");
    assertEquals(2 + 2 * STAGED.size(), dataFiles().size());
  }

  @Test
  void listsThatAreLateChangeNothing() throws IOException {
    bucket.listLate();
    publishOld();
    publishNew();
    publishNew();
    assertEquals(NEW, read());
    bucket.listAll();
    publishNew();
    assertEquals(NEW, read());
    assertEquals(2 + 2 * STAGED.size(), dataFiles().size(), "a later run clears away the rest");
  }

  @Test
  void listsThatShowWhatIsGoneChangeNothing() throws IOException {
    publishOld();
    publishNew();
    bucket.listLate();
    publishNew();
    publishNew();
    assertEquals(NEW, read());
  }

  /** A run is killed before its first, second, ... write or deletion, and the next one resumes. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRunThatDiesBeforeAnyWriteLeavesOneStateWhole(boolean isListLate) throws IOException {
    useBucket("whole", isListLate);
    bucket.revive();
    publishNew();
    List<String> writes = bucket.revive();
    int commit = writes.indexOf("out/_current.json");
    assertTrue(writes.indexOf("out/_lease.json") == 0 && commit > STAGED.size(), writes::toString);
    assertEquals(
        OLD.size() + (isListLate ? 1 : 2),
        writes.stream().filter(write -> write.startsWith("-")).count(),
        "the state before the one before with its manifest, and the lost worker's where listed");
    for (int write = 0; write < writes.size(); write++) {
      useBucket("killed-" + write, isListLate);
      bucket.dieBefore(write + 1);
      assertThrows(Killed.class, this::publishNew);
      bucket.revive();
      assertEquals(write <= commit ? OLD : NEW, read(), "killed before " + writes.get(write));
      if (write > 0) {
        assertThrows(OutputInUseException.class, this::open, "still held by the run that died");
      }
      now = now.plus(Lease.DURATION);
      publishNew();
      assertEquals(NEW, read(), "killed before " + writes.get(write));
      bucket.listAll();
      publishNew();
      publishNew();
      assertEquals(NEW, read());
      assertEquals(2 + 2 * STAGED.size(), dataFiles().size(), "nothing of the dead run is left");
    }
  }

  /** A bucket in which the old tables were published twice. */
  private void useBucket(String name, boolean isListLate) throws IOException {
    objects = folder.resolve(name);
    bucket = FakeStore.bucket("tables", Files.createDirectories(objects));
    publishOld();
    publishOld();
    if (isListLate) {
      bucket.listLate();
    }
  }

  @Test
  void objectsOfOthersAreNamedAndStay() throws IOException {
    publishOld();
    String attempt = dataFiles().iterator().next().split("/", -1)[2];
    for (String name :
        List.of("00000000-mine.csv", "notes.txt", attempt + "/brand_mentions/notes.txt")) {
      String location = OUTPUT + "/data/" + name;
      put(location, "precious");
      ForeignFilesException e = assertThrows(ForeignFilesException.class, this::open);
      assertEquals(
          location
              + ": was not written by Earshot, as no manifest lists it; move it away, or choose"
              + " another --output; nothing was changed",
          e.getMessage());
      Files.delete(objects.resolve("out/data").resolve(name));
    }
    try (Output output = open()) {
      RunSummary summary = stage(output, "new", STAGED);
      put(OUTPUT + "/data/00000000-late.csv", "precious");
      publish(output, summary);
    }
    assertTrue(Files.exists(objects.resolve("out/data/00000000-late.csv")));
    assertEquals(NEW, read());
  }

  @Test
  void oneRunAtATime() throws IOException {
    publishOld();
    try (Output held = open()) {
      stage(held, "held", STAGED);
      now = now.plus(Lease.DURATION).minusSeconds(1);
      OutputInUseException e = assertThrows(OutputInUseException.class, this::open);
      assertEquals(
          OUTPUT + ": another run is writing here; try again when it has ended", e.getMessage());
    }
    publishNew();
    assertEquals(NEW, read());
  }

  /** The lease of a run that seemed dead runs out; both go on, and who publishes first prevails. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ofTwoRunsAtOnceTheFirstToPublishPrevails(boolean isSecondFirst) throws IOException {
    publishOld();
    try (Output first = open()) {
      RunSummary firstSummary = stage(first, "new", STAGED);
      now = now.plus(Lease.DURATION);
      try (Output second = open()) {
        RunSummary secondSummary = stage(second, "new", STAGED);
        Output winner = isSecondFirst ? second : first;
        Output loser = isSecondFirst ? first : second;
        publish(winner, isSecondFirst ? secondSummary : firstSummary);
        OutputInUseException e =
            assertThrows(
                OutputInUseException.class,
                () -> publish(loser, isSecondFirst ? firstSummary : secondSummary));
        assertEquals(
            OUTPUT
                + "/: another run has published here since this one began; nothing was published",
            e.getMessage());
        assertEquals(NEW, read());
      }
    }
    assertEquals(NEW, read());
    publishNew();
    publishNew();
    assertEquals(NEW, read());
    assertEquals(2 + 2 * STAGED.size(), dataFiles().size(), "nothing of the loser is left");
  }

  @Test
  void aStoreThatIgnoresConditionsIsAskedBeforeThePointerIsWritten() throws IOException {
    bucket.ignoreConditions();
    publishOld();
    try (Output first = open()) {
      RunSummary summary = stage(first, "new", STAGED);
      now = now.plus(Lease.DURATION);
      publishOld();
      assertThrows(OutputInUseException.class, () -> publish(first, summary));
    }
    assertEquals(OLD, read());
  }

  @Test
  void anAnswerThatIsLostDoesNotUndoThePublication() throws IOException {
    publishOld();
    bucket.loseAnswer("_current.json");
    publishNew();
    assertEquals(NEW, read());
  }

  @Test
  void aJobThatWasLeftBehindIsHandedToTheNextRun() throws IOException {
    try (Output output = open()) {
      assertEquals(List.of(), output.abandonedJobs());
      output.noteJob("new", "127.0.0.1:8081 4f");
      bucket.dieBefore(1);
    } catch (Killed e) {
      bucket.revive();
    }
    now = now.plus(Lease.DURATION);
    try (Output output = open()) {
      assertEquals(List.of("127.0.0.1:8081 4f"), output.abandonedJobs());
    }
    try (Output output = open()) {
      assertEquals(List.of(), output.abandonedJobs());
    }
  }
}
