package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earshot.pipelines.stores.FakeStore;
import dev.earshot.pipelines.stores.StoreProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs from and to an object store, against the same runs to a folder. */
class StoreRunTest {
  private static final int USAGE = 2;
  private static final int DATA = 65;

  @TempDir Path folder;
  private FakeStore bucket;
  private SmallInput input;

  @BeforeEach
  void makeInput() throws IOException {
    bucket = FakeStore.bucket("runs", Files.createDirectories(folder.resolve("bucket")));
    input = SmallInput.in(folder);
    input.lines(
        "bucket/in/posts-1.jsonl",
        SmallInput.post("1", "ada", "2026-03-01T10:00:00Z", "Veltrano was late again"),
        SmallInput.post("2", "ben", "2026-03-02T10:00:00Z", "Love the new Veltrano app"));
    input.lines(
        "bucket/in/posts-2.jsonl",
        SmallInput.post("3", "cem", "2026-03-03T10:00:00Z", "Veltrano: great service"),
        "{\"network\":\"x\"}");
  }

  private EarshotRun run(String output, String... more) {
    return new EarshotRun.Arguments()
        .with("run", "--brands", input.brands().toString(), "--output", output)
        .with("--key-file", EarshotRun.key(folder).toString(), "--max-rejected-rate", "0.5")
        .with("--posts", "fake://runs/in/posts-*.jsonl")
        .with(more)
        .execute();
  }

  /** The digest of each file of a manifest, by partition; the names of files differ. */
  private static Map<String, String> digests(Path manifest) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    for (JsonNode file : new ObjectMapper().readTree(manifest.toFile()).get("files")) {
      String path = file.get("path").asText();
      String table = file.get("table").asText();
      String partition = path.substring(path.indexOf(table + "/"), path.lastIndexOf('/'));
      assertEquals(null, digests.put(partition, file.get("sha256").asText()), partition);
    }
    return digests;
  }

  private Path manifest(EarshotRun run) {
    assertEquals(0, run.exitCode(), run.err());
    String location = run.out().strip();
    return location.startsWith("fake://runs/")
        ? folder.resolve("bucket").resolve(location.substring("fake://runs/".length()))
        : Path.of(location);
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink"})
  void theFilesAreThoseOfARunToAFolder(String runner) throws IOException {
    bucket.listLate();
    String local = folder.resolve("out").toString();
    Map<String, String> expected = digests(manifest(run(local, "--runner", "direct")));
    assertTrue(expected.containsKey("brand_mentions/dt=2026-03-03"), expected.toString());
    Path first = manifest(run("fake://runs/out", "--runner", runner));
    assertEquals(expected, digests(first));
    Path again = manifest(run("fake://runs/out/", "--runner", runner));
    assertFalse(again.equals(first), "no object is written twice");
    assertEquals(expected, digests(again));
  }

  @Test
  void aBackfillKeepsTheOtherDates() throws IOException {
    Map<String, String> before = digests(manifest(run("fake://runs/out", "--runner", "direct")));
    input.lines(
        "bucket/in/posts-1.jsonl",
        SmallInput.post("2", "ben", "2026-03-02T10:00:00Z", "Veltrano, never again"));
    String[] second = {"--runner", "direct", "--from", "2026-03-02", "--to", "2026-03-02"};
    Map<String, String> after = digests(manifest(run("fake://runs/out", second)));
    for (String day : List.of("2026-03-01", "2026-03-03")) {
      String partition = "brand_mentions/dt=" + day;
      assertEquals(before.get(partition), after.get(partition));
    }
    String replaced = "brand_mentions/dt=2026-03-02";
    assertFalse(before.get(replaced).equals(after.get(replaced)));
    EarshotRun refused = run("fake://runs/out", "--runner", "direct");
    assertEquals(DATA, refused.exitCode(), refused.err());
    assertTrue(
        refused.err().contains("\n  brand_mentions of veltrano: 2026-03-01\n"), refused.err());
  }

  /** The statements of the documentation, with a folder in the place of the bucket. */
  @Test
  void duckDbReadsTheFilesOfTheManifest() throws IOException {
    manifest(run("fake://runs/out", "--runner", "direct"));
    String page = Files.readString(Path.of("docs/object-stores.md"));
    int start = page.indexOf("set variable root");
    int last = page.indexOf("select dt", start);
    String statements =
        page.substring(start, last).replaceFirst("s3://[^']*", folder.resolve("bucket/out") + "/");
    String query = page.substring(last, page.indexOf(";", last));
    try (Sql sql = Sql.open()) {
      sql.execute(statements);
      assertEquals(List.of("2026-03-01|1", "2026-03-02|1", "2026-03-03|1"), sql.rows(query));
    }
  }

  @Test
  void rejectedRecordsOfAFailedRunAreKept() throws IOException {
    Map<String, String> before = digests(manifest(run("fake://runs/out", "--runner", "direct")));
    input.lines("bucket/in/posts-2.jsonl", "{}", "{}", "{}");
    EarshotRun failed = run("fake://runs/out", "--runner", "direct");
    assertEquals(DATA, failed.exitCode(), failed.err());
    String told = "\nthe rejected records are in fake://runs/";
    int start = failed.err().indexOf(told);
    assertTrue(start > 0, failed.err());
    Path kept =
        folder.resolve("bucket").resolve(failed.err().substring(start + told.length()).strip());
    assertTrue(kept.startsWith(folder.resolve("bucket/out/_failed")), kept.toString());
    try (Sql sql = Sql.open()) {
      String count = "SELECT count(*) FROM read_parquet('" + kept + "/**/*.parquet')";
      assertEquals(List.of("3"), sql.rows(count));
    }
    input.lines(
        "bucket/in/posts-2.jsonl",
        SmallInput.post("3", "cem", "2026-03-03T10:00:00Z", "Veltrano: great service"),
        "{\"network\":\"x\"}");
    assertEquals(before, digests(manifest(run("fake://runs/out", "--runner", "direct"))));
  }

  @Test
  void theViewsReadOneState() throws IOException {
    manifest(run("fake://runs/out", "--runner", "direct"));
    String views =
        Files.readString(folder.resolve("bucket/out/views.sql"))
            .replace("fake://runs/", folder.resolve("bucket") + "/");
    try (Sql sql = Sql.open()) {
      sql.execute(views);
      assertEquals(
          List.of("2026-03-01", "2026-03-02", "2026-03-03"),
          sql.rows("select dt from brand_mentions order by dt"));
      assertEquals(List.of("4"), sql.rows("select sum(read_count) from pipeline_runs"));
    }
  }

  @Test
  void aRunThatFailsPublishesNothingAndLeavesNothing() {
    input.lines("bucket/in/posts-2.jsonl", "{}", "{}", "{}");
    EarshotRun run = run("fake://runs/out", "--runner", "direct");
    assertEquals(DATA, run.exitCode(), run.err());
    assertEquals(
        List.of("in/posts-1.jsonl", "in/posts-2.jsonl", "out/_lease.json"),
        bucket.keys().stream().filter(key -> !key.startsWith("out/_failed/")).toList());
    assertEquals(4, bucket.keys().size(), "and its rejected records: " + bucket.keys());
  }

  @Test
  void aStoreThatNobodyKnows() {
    EarshotRun run = run("ftp://host/out");
    assertEquals(USAGE, run.exitCode(), run.err());
    assertTrue(
        run.err().contains("ftp://host/out: no store ftp://; expected a path, s3:// or gs://"),
        run.err());
  }

  @Test
  void aStoreThatThisBuildLacks() {
    boolean hasS3 =
        ServiceLoader.load(StoreProvider.class).stream()
            .anyMatch(provider -> provider.get().scheme().equals("s3"));
    assumeFalse(hasS3, "this build has S3");
    String message =
        ": built without S3; build with: mvn -Ps3 package (pipelines/docs/object-stores.md)";
    EarshotRun output = run("s3://bucket/out");
    assertEquals(USAGE, output.exitCode(), output.err());
    assertTrue(output.err().contains("s3://bucket/out" + message), output.err());
    EarshotRun posts =
        EarshotRun.of(
            "validate", "--brands", input.brands().toString(), "--posts", "x:s3://bucket/in");
    assertEquals(USAGE, posts.exitCode(), posts.err());
    assertTrue(posts.err().contains("x:s3://bucket/in" + message), posts.err());
  }
}
