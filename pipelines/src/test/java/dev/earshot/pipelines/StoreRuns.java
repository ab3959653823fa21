package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earshot.pipelines.EarshotRun.Arguments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A few records in a bucket, and runs over them from and to it. */
final class StoreRuns {
  private final Path folder;
  private final StoreServer server;
  private static final Set<String> TABLES_OF_POSTS =
      Set.of("brand_mentions", "brand_reputation_daily", "conversations", "rejected_records");

  private final SmallInput input;

  /** Uploads the input below {@code in/}; the same files are in the folder. */
  StoreRuns(Path folder, StoreServer server) throws IOException {
    this.folder = folder;
    this.server = server;
    input = SmallInput.in(folder);
    input.lines(
        "in/posts-1.jsonl",
        SmallInput.post("1", "ada", "2026-03-01T10:00:00Z", "Veltrano was late again"),
        SmallInput.post("2", "ben", "2026-03-02T10:00:00Z", "Love the new Veltrano app"));
    input.lines(
        "in/posts-2.jsonl",
        SmallInput.post("3", "ada", "2026-03-02T12:00:00Z", "Veltrano: great service"),
        "{}");
    input.lines(
        "in/messages.jsonl",
        SmallInput.message("1", "cem", "700000000", "2026-03-02T10:00:00Z", "Where is my bag?"),
        SmallInput.message("2", "700000000", "cem", "2026-03-02T10:30:00Z", "Here it is"));
    server.upload(folder.resolve("in"), "in/");
  }

  StoreServer server() {
    return server;
  }

  /** A location in the bucket. */
  String location(String name) {
    return server.scheme() + "://" + StoreServer.BUCKET + "/" + name;
  }

  /** A run from the files at a place, with further words before those for the store. */
  EarshotRun run(String in, String output, String... more) {
    return new Arguments()
        .with("run", "--brands", input.brands().toString(), "--output", output)
        .with("--key-file", EarshotRun.key(folder).toString(), "--max-rejected-rate", "0.5")
        .with("--posts", in + "posts-*.jsonl", "--messages", in + "messages.jsonl")
        .with(more)
        .with(server.options())
        .execute();
  }

  /** Removes the rows of a person. */
  EarshotRun erase(String tables, String id) {
    return new Arguments()
        .with("erase", "--tables", tables, "--ids", input.lines("ids.csv", id).toString())
        .with("--key-file", EarshotRun.key(folder).toString())
        .with(server.options())
        .execute();
  }

  /** A run from the files of the folder. */
  EarshotRun runFromFolder(String output, String... more) {
    return run(folder.resolve("in") + "/", output, more);
  }

  /** The files of each table, as who follows the pointer finds them. */
  Map<String, List<String>> tables(String prefix) throws IOException {
    Path copy = folder.resolve(prefix);
    DemoRuns.delete(copy);
    server.download(prefix + "/", copy);
    ObjectMapper json = new ObjectMapper();
    String manifest =
        json.readTree(copy.resolve("_current.json").toFile()).get("manifest").asText();
    Map<String, List<String>> tables = new TreeMap<>();
    for (JsonNode file : json.readTree(copy.resolve(manifest).toFile()).get("files")) {
      tables
          .computeIfAbsent(file.get("table").asText(), table -> new ArrayList<>())
          .add("'" + copy.resolve(file.get("path").asText()) + "'");
    }
    return tables;
  }

  /** A run within the bucket gives the tables of a run over folders. */
  void assertTablesOfARunOverFolders(String name, String... engine) throws IOException {
    Path local = folder.resolve("local-" + name);
    EarshotRun here = runFromFolder(local.toString(), "--runner", "direct");
    assertEquals(0, here.exitCode(), here.err());
    EarshotRun run = run(location("in/"), location(name), engine);
    assertEquals(0, run.exitCode(), run.err());
    Map<String, List<String>> tables = tables(name);
    assertEquals(Sql.tables(local), List.copyOf(tables.keySet()));
    try (Sql sql = Sql.open()) {
      for (Map.Entry<String, List<String>> table : tables.entrySet()) {
        List<String> expected = rows(sql, Sql.parquet(local, table.getKey()));
        boolean isFromPosts = TABLES_OF_POSTS.contains(table.getKey());
        assertTrue(expected.size() > 0 || !isFromPosts, table.getKey());
        assertEquals(
            expected,
            rows(sql, "read_parquet(" + table.getValue() + ", hive_partitioning = true)"),
            table.getKey());
      }
    }
  }

  /** All rows but for what tells the run, which follows from the names of the input files. */
  private static List<String> rows(Sql sql, String source) {
    return sql.rows(
        "SELECT COLUMNS(c -> c NOT IN ('run_id', 'source_name')) FROM " + source + " ORDER BY ALL");
  }
}
