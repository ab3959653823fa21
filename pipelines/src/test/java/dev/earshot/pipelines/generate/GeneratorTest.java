package dev.earshot.pipelines.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {
  @TempDir Path folder;

  private Generator.Summary generate(String name, long posts, long seed, double badRate)
      throws IOException {
    return Generator.run(new GeneratorOptions(posts, 3, 14, seed, folder.resolve(name), badRate));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }

  @Test
  void sameSeedGivesTheSameBytes() throws IOException {
    generate("one", 2_000, 5, 0.02);
    generate("two", 2_000, 5, 0.02);
    List<Path> files = files(folder.resolve("one"));
    assertEquals(files, files(folder.resolve("two")));
    for (Path file : files) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("one").resolve(file)),
          Files.readAllBytes(folder.resolve("two").resolve(file)),
          file.toString());
    }
  }

  @Test
  void anotherSeedGivesOtherPosts() throws IOException {
    generate("one", 500, 5, 0.02);
    generate("two", 500, 6, 0.02);
    assertNotEquals(
        -1,
        Files.mismatch(
            folder.resolve("one/posts/part-00.jsonl"), folder.resolve("two/posts/part-00.jsonl")));
  }

  @Test
  void theNumberOfRecordsIsTheNumberAskedFor() throws IOException {
    for (long posts : new long[] {100, 101, 133, 1_000}) {
      for (double badRate : new double[] {0, 0.02, 0.5}) {
        String name = posts + "-" + badRate;
        Generator.Summary summary = generate(name, posts, 3, badRate);
        assertEquals(posts, summary.postRecords(), name);
        assertEquals(posts / 10, summary.messageRecords(), name);
      }
    }
  }

  @Test
  void everySourceBalances() throws IOException {
    Generator.Summary summary = generate("set", 3_000, 9, 0.1);
    List<String> rows = Files.readAllLines(folder.resolve("set/truth/sources.csv"));
    long rejected = 0;
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",", -1);
      long sum = 0;
      for (int cell = 3; cell < 7; cell++) {
        sum += Long.parseLong(cells[cell]);
      }
      assertEquals(Long.parseLong(cells[2]), sum, row);
      rejected += Long.parseLong(cells[4]);
    }
    assertEquals(summary.rejectedRecords(), rejected);
    int listed = Files.readAllLines(folder.resolve("set/truth/rejections.csv")).size() - 1;
    assertEquals(rejected, listed);
  }

  @Test
  void withoutBadRecordsNothingIsRejected() throws IOException {
    assertEquals(0, generate("set", 1_000, 9, 0).rejectedRecords());
    assertEquals(List.of(), GeneratedSet.read(folder.resolve("set")).rejections);
  }

  @Test
  void countersHeldDoNotGrowWithThePosts() throws IOException {
    assertEquals(
        generate("small", 1_000, 9, 0.02).counterCount(),
        generate("large", 20_000, 9, 0.02).counterCount());
  }

  @Test
  void anyNumberOfBrandsAndDaysWillDo() throws IOException {
    for (int days : new int[] {1, 6, 7, 8, 366}) {
      for (int brands : new int[] {1, 8}) {
        Path out = folder.resolve(days + "-" + brands);
        GeneratorOptions options = new GeneratorOptions(2_000, brands, days, 1, out, 0.02);
        assertEquals(2_000, Generator.run(options).postRecords());
      }
    }
  }

  @Test
  void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("precious"), "kept");
    GeneratorOptions options = new GeneratorOptions(100, 1, 1, 1, folder, 0);
    assertThrows(DirectoryNotEmptyException.class, () -> Generator.run(options));
    assertEquals(List.of(Path.of("precious")), files(folder));
  }

  @Test
  void optionsOutOfRangeAreNamedWithTheirValue() {
    assertMessage("posts must be from 100 to 1000000000, but was 99", 99, 1, 1, 0);
    assertMessage("brands must be from 1 to 24, but was 25", 100, 25, 1, 0);
    assertMessage("days must be from 1 to 366, but was 0", 100, 1, 0, 0);
    assertMessage("bad-rate must be from 0 to 0.5, but was 0.6", 100, 1, 1, 0.6);
    assertMessage("bad-rate must be from 0 to 0.5, but was NaN", 100, 1, 1, Double.NaN);
  }

  private void assertMessage(String message, long posts, int brands, int days, double badRate) {
    IllegalArgumentException fault =
        assertThrows(
            IllegalArgumentException.class,
            () -> new GeneratorOptions(posts, brands, days, 1, folder, badRate));
    assertEquals(message, fault.getMessage());
  }

  @Test
  void brandsHaveNamesOfTheirOwn() {
    Set<String> ids = new HashSet<>();
    for (int index = 0; index < GeneratorOptions.MAX_BRANDS; index++) {
      assertTrue(ids.add(FictionalBrand.at(index).id()));
    }
    assertThrows(
        IndexOutOfBoundsException.class, () -> FictionalBrand.at(GeneratorOptions.MAX_BRANDS));
  }
}
