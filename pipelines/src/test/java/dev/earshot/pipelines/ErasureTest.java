package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.tables.TableColumn;
import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who is erased is in no table; all others are there as if she had never been. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureTest {
  @TempDir static Path folder;
  private ErasureInput input;
  private Path published;
  private Path out;

  @BeforeAll
  void publish() {
    input = ErasureInput.in(folder.resolve("with"), true);
    published = folder.resolve("published");
    EarshotRun run = input.run(published.toString());
    assertEquals(0, run.exitCode(), run.err());
  }

  @BeforeEach
  void copy() throws IOException {
    out = Files.createTempDirectory(folder, "out");
    for (Map.Entry<String, String> file : EarshotRun.bytes(published).entrySet()) {
      Path copy = out.resolve(file.getKey());
      Files.createDirectories(copy.getParent());
      Files.copy(published.resolve(file.getKey()), copy);
    }
  }

  private static Map<String, String> tables(Path output) {
    Map<String, String> files = new TreeMap<>(EarshotRun.bytes(output));
    files.keySet().removeIf(name -> name.startsWith("_lock") || name.startsWith("_runs"));
    return files;
  }

  private static List<String> rows(Path output, String table) {
    try (Sql sql = Sql.over(output)) {
      return sql.rows("SELECT * EXCLUDE (run_id) FROM " + table + " ORDER BY ALL");
    }
  }

  @Test
  void theRowsOfTheOthersAreThoseOfARunWithoutHer() {
    EarshotRun erased = input.erase(out.toString());
    assertEquals(0, erased.exitCode(), erased.err());
    Path without = folder.resolve("never");
    EarshotRun run = ErasureInput.in(folder.resolve("without"), false).run(without.toString());
    assertEquals(0, run.exitCode(), run.err());
    for (String table : ErasureInput.DETAILS) {
      assertNotEquals(rows(published, table), rows(out, table), table);
      assertEquals(rows(without, table), rows(out, table), table);
      assertFalse(rows(out, table).isEmpty(), table);
    }
    try (Sql before = Sql.over(published);
        Sql after = Sql.over(out)) {
      String customers = "SELECT customer_id FROM customers";
      assertEquals(2, before.rows(customers).size());
      assertEquals(List.of(HashedIds.keyed("customer:veltrano\0c-2")), after.rows(customers));
    }
    assertEquals(
        List.of(
            "earshot: 4 ids, 3 with rows; without: line 5",
            "earshot: removed 1 of account_profiles (2026-03-02 to 2026-03-02), 2 of brand_mentions (2026-03-01 to 2026-03-03), 1 of brand_responses"
                + " (2026-03-03 to 2026-03-03), 2 of conversations (2026-03-02 to 2026-03-03), 1 of"
                + " customers, 2 of orders (2026-01-02 to 2026-02-02), 2 of"
                + " post_engagement_snapshots (2026-03-01 to 2026-03-03), 1 of site_sessions"
                + " (2026-03-04 to 2026-03-04)",
            "earshot: figures from 2026-01-02 on count them still: take them out of the input, and"
                + " run with --from 2026-01-02 --to 2026-03-05"),
        erased.err().lines().toList());
  }

  /** Counts alone, and no hash of her in any file that is left. */
  @Test
  void theRunSaysHowMany() {
    assertEquals(0, input.erase(out.toString()).exitCode());
    try (Sql sql = Sql.over(out)) {
      assertEquals(
          List.of("erasure|4|2|1|1|12"),
          sql.rows(
              "SELECT source_name, read_count, accepted_count, duplicate_count,"
                  + " out_of_scope_count, erased_row_count FROM pipeline_runs WHERE kind ="
                  + " 'erasure'"));
      for (String table : Sql.tables(out)) {
        for (String hash : List.of("x\0ada", "customer:veltrano\0c-1", "post:x\0001")) {
          assertEquals(
              List.of("0"),
              sql.rows(
                  "SELECT count(*) FROM "
                      + table
                      + " t WHERE to_json(t)::VARCHAR LIKE '%"
                      + HashedIds.keyed(hash)
                      + "%'"),
              table);
        }
      }
    }
  }

  @Test
  void whatIsNotHersStaysByteForByte() {
    assertEquals(0, input.erase(out.toString()).exitCode());
    Map<String, String> before = tables(published);
    Map<String, String> after = tables(out);
    Set<String> changed = new TreeSet<>();
    before.forEach(
        (name, bytes) -> {
          if (!bytes.equals(after.get(name))) {
            changed.add(name.substring(0, Math.max(0, name.indexOf('/'))));
          }
        });
    Set<String> expected = new TreeSet<>(ErasureInput.DETAILS);
    expected.addAll(Set.of("", "customers"));
    assertEquals(expected, changed);
    assertTrue(before.containsKey("brand_mentions/dt=2026-03-03/part-00000.parquet"));
    assertFalse(after.containsKey("brand_mentions/dt=2026-03-03/part-00000.parquet"));
  }

  @Test
  void nothingChangesWhereNothingIsToGo() {
    EarshotRun dry = input.erase(out.toString(), "--dry-run");
    assertEquals(0, dry.exitCode(), dry.err());
    assertTrue(dry.err().contains("2 of brand_mentions"), dry.err());
    assertEquals(tables(published), tables(out));
    assertEquals(0, input.erase(out.toString()).exitCode());
    Map<String, String> once = EarshotRun.bytes(out);
    EarshotRun again = input.erase(out.toString());
    assertEquals(99, again.exitCode(), again.err());
    assertEquals(once, EarshotRun.bytes(out));
  }

  /** Where all rows go, the table is there without rows. */
  @Test
  void aTableOfHersAloneIsEmpty() throws IOException {
    Path ids = folder.resolve("with/ids.csv");
    String before = Files.readString(ids);
    input.files().lines("ids.csv", "x,ada", "x,ben", "x,cem");
    try {
      assertEquals(0, input.erase(out.toString()).exitCode());
    } finally {
      Files.writeString(ids, before);
    }
    try (Sql sql = Sql.over(out)) {
      for (String table : List.of("brand_mentions", "conversations", "brand_responses")) {
        assertEquals(List.of("0"), sql.rows("SELECT count(*) FROM " + table), table);
      }
    }
    EarshotRun next = input.run(out.toString());
    assertEquals(0, next.exitCode(), next.err());
    assertEquals(rows(published, "brand_mentions"), rows(out, "brand_mentions"));
  }

  @Test
  void mistakesAreNamedByLineAndNobodyByName() throws IOException {
    Path ids = folder.resolve("with/ids.csv");
    String before = Files.readString(ids);
    input.files().lines("ids.csv", "x,ada", "secret-name", "", "two words,1", "x,");
    try {
      EarshotRun run = input.erase(out.toString());
      assertEquals(78, run.exitCode(), run.err());
      String expected =
          ": expected NETWORK,ACCOUNT as x,12345 or customer:BRAND,CUSTOMER as"
              + " customer:heron,C-1001";
      assertEquals(
          "earshot: "
              + ids
              + ":2"
              + expected
              + "\n"
              + ids
              + ":4"
              + expected
              + "\n"
              + ids
              + ":5"
              + expected
              + "\n",
          run.err());
      input.files().lines("ids.csv", "# nobody");
      EarshotRun nobody = input.erase(out.toString());
      assertEquals(78, nobody.exitCode(), nobody.err());
    } finally {
      Files.writeString(ids, before);
    }
    EarshotRun none = input.erase(folder.resolve("nowhere").toString());
    assertEquals(66, none.exitCode(), none.err());
    assertFalse(Files.exists(folder.resolve("nowhere")));
    assertEquals(tables(published), tables(out));
  }

  @Test
  void underAnotherKeyTheyHaveOtherHashes() throws IOException {
    Path other =
        Files.writeString(folder.resolve("other.key"), "another key of 32 bytes or more\n");
    EarshotRun wrong =
        EarshotRun.of(
            "erase",
            "--tables",
            out.toString(),
            "--ids",
            folder + "/with/ids.csv",
            "--key-file",
            other.toString());
    assertEquals(65, wrong.exitCode(), wrong.err());
    assertTrue(wrong.err().contains("the tables were made under another key"), wrong.err());
    assertEquals(tables(published), tables(out));
  }

  /** A new column with the hash of a person is erased by its name, or is thought of here. */
  @Test
  void everyKeyedHashIsThoughtOf() {
    Set<String> known =
        Set.of(
            // Whom a row is about, and whose post.
            "author_id",
            "person_id",
            "account_id",
            "customer_id",
            "post_id",
            // Of rows that name the person beside them.
            "conversation_id",
            "response_post_id",
            "answered_post_id",
            "order_id",
            "session_id",
            // Lead to nobody once these rows are gone, or never did.
            "visitor_id",
            "cluster_id",
            "in_reply_to_post_id",
            "record_hash");
    for (TableSchema table : Tables.ALL) {
      for (TableColumn column : table.columns()) {
        if (column.doc().toLowerCase(Locale.ROOT).contains("keyed hash")) {
          assertTrue(known.contains(column.name()), table.name() + "." + column.name());
        }
      }
    }
  }
}
