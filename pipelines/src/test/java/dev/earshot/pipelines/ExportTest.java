package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code earshot export}: what a spreadsheet is given. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportTest {
  private static final String NAMED = " Veltrano was late, again";

  @TempDir static Path folder;

  private SmallInput input;

  @BeforeAll
  void publish() {
    input = SmallInput.in(folder);
    List<String> firsts = List.of("=1+1", "+1", "-1", "@SUM(A1)", "\\t=1", "\\r=1", "＝1", "x");
    String[] posts = new String[firsts.size()];
    for (int i = 0; i < posts.length; i++) {
      posts[i] =
          SmallInput.post(
              "" + i, "a" + i, "2026-03-0" + (i + 1) + "T10:00:00Z", firsts.get(i) + NAMED);
    }
    input.lines("posts.jsonl", posts);
    EarshotRun run = input.run().with("--posts", folder + "/posts.jsonl", "--keep-text").execute();
    assertEquals(0, run.exitCode(), run.err());
  }

  private Map<String, String> export(String name, String... words) {
    Path to = folder.resolve(name);
    EarshotRun run =
        new EarshotRun.Arguments()
            .with("export", "--tables", input.output().toString(), "--to", to.toString())
            .with(words)
            .execute();
    assertEquals(0, run.exitCode(), run.err());
    return EarshotRun.bytes(to);
  }

  @Test
  void noTextOfCsvBeginsAsAFormulaDoes() throws Exception {
    export("csv", "--format", "csv");
    String csv = Files.readString(folder.resolve("csv/brand_mentions.csv"));
    for (String text : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1")) {
      assertTrue(csv.contains(",\"'" + text + NAMED + "\","), text);
    }
    assertTrue(csv.contains(",\"x" + NAMED + "\","), csv);
    String reputation = Files.readString(folder.resolve("csv/brand_reputation_daily.csv"));
    assertTrue(reputation.contains(",-1.0,"), "a number is a number");
  }

  @Test
  void textsOfAWorkbookAreTextsAndNumbersAreNumbers() throws Exception {
    export("xlsx", "--format", "xlsx");
    String mentions = sheet("xlsx/brand_mentions.xlsx");
    assertFalse(mentions.contains("<f"), "no formula");
    assertTrue(mentions.contains("t=\"inlineStr\"><is><t>=1+1" + NAMED + "</t>"), mentions);
    String reputation = sheet("xlsx/brand_reputation_daily.xlsx");
    assertTrue(reputation.contains("t=\"n\"><v>-1.0</v>"), reputation.substring(0, 3000));
    // 2026-03-01 in the days of spreadsheets.
    assertTrue(reputation.contains("t=\"n\"><v>46082"), reputation.substring(0, 3000));
  }

  private static String sheet(String file) throws Exception {
    try (ZipFile zip = new ZipFile(folder.resolve(file).toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
          StandardCharsets.UTF_8);
    }
  }

  @Test
  void theSameTablesGiveTheSameBytes() throws Exception {
    Map<String, String> first = export("once", "--format", "xlsx");
    Thread.sleep(2100); // Zip files know time by two seconds.
    assertEquals(first, export("twice", "--format", "xlsx"));
    assertTrue(first.containsKey("brand_scorecards_weekly.xlsx"), "a table without rows too");
  }

  @Test
  void tablesAboutSinglePersonsAreLeftOutUnlessAskedFor() {
    assertFalse(export("without", "--format", "csv").containsKey("conversations.csv"));
    assertTrue(export("with", "--format=csv", "--restricted").containsKey("conversations.csv"));
  }

  @Test
  void anotherFormat() {
    EarshotRun run =
        EarshotRun.of("export", "--tables", input.output() + "", "--to", "x", "--format", "pdf");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("expected csv or xlsx, got 'pdf'"), run.err());
  }
}
