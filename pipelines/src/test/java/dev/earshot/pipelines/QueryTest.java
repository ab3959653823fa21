package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.pipelines.query.QueryException;
import dev.earshot.pipelines.query.TableDatabase;
import dev.earshot.pipelines.query.TableFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code earshot query}: what it answers, in which form, and what it cannot be made to do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryTest {
  @TempDir static Path folder;

  private Path output;
  private TableDatabase database;

  @BeforeAll
  void publish() throws Exception {
    SmallInput input = SmallInput.in(folder);
    input.lines(
        "posts.jsonl",
        SmallInput.post("1", "ann", "2026-03-01T10:00:00Z", "=Veltrano is great, \\\"really\\\""),
        SmallInput.post("2", "bob", "2026-03-03T10:00:00Z", "Veltrano was late again today"));
    EarshotRun run = input.run().with("--posts", folder + "/posts.jsonl", "--keep-text").execute();
    assertEquals(0, run.exitCode(), run.err());
    output = DemoRuns.copy(input.output(), folder.resolve("it's out"));
    database = TableDatabase.open(TableFolder.at(output));
  }

  @AfterAll
  void close() {
    database.close();
  }

  private EarshotRun ask(String... words) {
    return EarshotRun.of(
        Stream.concat(Stream.of("query", "--tables", output.toString()), Stream.of(words))
            .toList());
  }

  @Test
  void threeForms() {
    String sql =
        "select text, posted_at, dt, evidence, like_count, is_canonical, -1.5 as x from"
            + " brand_mentions order by dt";
    assertEquals(
        """
        text                           posted_at             dt          evidence  like_count  is_canonical     x
        -----------------------------  --------------------  ----------  --------  ----------  ------------  ----
        =Veltrano is great, "really"   2026-03-01T10:00:00Z  2026-03-01  [alias]               true          -1.5
        Veltrano was late again today  2026-03-03T10:00:00Z  2026-03-03  [alias]               true          -1.5
        (2 rows)
        """,
        ask(sql).out());
    assertEquals(
        """
        text,posted_at,dt,evidence,like_count,is_canonical,x\r
        "'=Veltrano is great, ""really""\",2026-03-01T10:00:00Z,2026-03-01,[alias],,true,-1.5\r
        Veltrano was late again today,2026-03-03T10:00:00Z,2026-03-03,[alias],,true,-1.5\r
        """,
        ask("--format", "csv", sql).out());
    assertEquals(
        """
        [
        {"text":"=Veltrano is great, \\"really\\"","posted_at":"2026-03-01T10:00:00Z","dt":"2026-03-01","evidence":["alias"],"like_count":null,"is_canonical":true,"x":-1.5},
        {"text":"Veltrano was late again today","posted_at":"2026-03-03T10:00:00Z","dt":"2026-03-03","evidence":["alias"],"like_count":null,"is_canonical":true,"x":-1.5}
        ]
        """,
        ask(sql, "--format=json").out());
  }

  @Test
  void theViewsOfTheScriptAreThere() throws Exception {
    TreeSet<String> views = new TreeSet<>(List.of("name"));
    for (String line : Files.readAllLines(output.resolve("views.sql"))) {
      if (line.startsWith("create or replace view ")) {
        views.add(line.split(" ", -1)[4]);
      }
    }
    EarshotRun run = ask("--format", "csv", "show tables");
    assertEquals(views, new TreeSet<>(run.out().lines().toList()));
    assertEquals(
        "n\r\n2\r\n",
        ask("--format=csv", "select sum(mention_count) as n from reputation_1d;").out());
  }

  @Test
  void whatAnEscapeSequenceSaysIsNotDone() {
    EarshotRun run = ask("select chr(27) || '[2J' || chr(8238) || 'x' as a");
    assertEquals("a\n------\n [2J x\n(1 row)\n", run.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "copy (select 1) to 'OUT/brand_mentions/x.parquet'",
        "copy (select 1) to 'OUT/x.parquet'",
        "export database 'OUT/brand_mentions/x'",
        "select 1; copy (select 1) to 'OUT/brand_mentions/x.parquet'",
        "select 1) ; copy (select 1) to 'OUT/brand_mentions/x.parquet' ; select (1",
        "create table x as select 1",
        "drop view brand_mentions",
        "insert into brand_mentions select * from brand_mentions",
        "attach 'OUT/x.db' as x",
        "install httpfs",
        "load httpfs",
        "set threads = 2",
        "pragma threads = 2",
        "set lock_configuration = false",
        "explain analyze select 1",
        "select * from read_text('OUT/views.sql')",
        "select * from read_text('OUT/brand_mentions/../views.sql')",
        "select * from glob('OUT/*')",
        "select * from read_csv('/etc/passwd')",
        "select * from 'https://example.com/x.parquet'",
        "select * from query('copy (select 1) to ''OUT/brand_mentions/x.parquet''')",
        "select getenv('HOME')",
        "",
      })
  void nothingElseIsReadOrChanged(String sql) {
    Map<String, String> before = EarshotRun.bytes(output);
    String said = sql.replace("OUT", output.toString().replace("'", "''"));
    assertThrows(QueryException.class, () -> database.select(said));
    assertEquals(before, EarshotRun.bytes(output));
  }

  @Test
  void mistakesAreShownWhereTheyAre() {
    EarshotRun run = ask("select nothing from brand_mentions");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("\"nothing\" not found") && run.err().contains("^"), run.err());
    assertTrue(ask("selec 1").err().contains("syntax error at or near \"selec\""));
  }

  @Test
  void withoutTables() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    for (Path path : List.of(empty, folder.resolve("nowhere"))) {
      EarshotRun run = EarshotRun.of("query", "--tables", path.toString(), "select 1");
      assertEquals(66, run.exitCode());
      assertTrue(run.err().contains("run --output"), run.err());
    }
    Path pattern = DemoRuns.copy(output, folder.resolve("out [of] *"));
    EarshotRun run = EarshotRun.of("query", "--tables", pattern.toString(), "select 1");
    assertEquals(66, run.exitCode());
    assertTrue(run.err().contains("for a pattern"), run.err());
    EarshotRun store = EarshotRun.of("query", "--tables", "s3://bucket/out", "select 1");
    assertEquals(2, store.exitCode(), store.err());
    assertTrue(store.err().contains("expected a folder"), store.err());
  }

  @Test
  void aFileThatIsNoParquetIsNamed() throws Exception {
    Path broken = DemoRuns.copy(output, folder.resolve("broken"));
    Files.writeString(broken.resolve("brand_mentions/dt=2026-03-01/part-00000.parquet"), "no");
    EarshotRun run = EarshotRun.of("query", "--tables", broken.toString(), "show tables");
    assertEquals(65, run.exitCode(), run.err());
    assertTrue(run.err().contains("brand_mentions/dt=2026-03-01"), run.err());
  }
}
