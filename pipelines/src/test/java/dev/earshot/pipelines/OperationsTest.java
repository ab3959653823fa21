package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.earshot.pipelines.EarshotRun.Arguments;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a run tells those who watch over it, whether it publishes or not. */
class OperationsTest extends FailingRuns {
  /** A sample of the text format 0.0.4. */
  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-z_]+)\\{output=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")?\\} ([0-9]+(\\.[0-9]{3})?)");

  private static String value(String text, String sample) {
    return text.lines()
        .filter(line -> line.startsWith(sample))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .findFirst()
        .orElse("none");
  }

  /** The collector refuses a file with a sample twice, or one without its type. */
  private static void assertIsTextFormat(String text) {
    Set<String> names = new HashSet<>();
    Set<String> samples = new HashSet<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("# TYPE ")) {
        assertTrue(line.endsWith(" gauge"), line);
        assertTrue(names.add(line.split(" ", -1)[2]), line);
      } else if (!line.startsWith("# HELP ")) {
        var sample = SAMPLE.matcher(line);
        assertTrue(sample.matches(), line);
        assertTrue(names.contains(sample.group(1)), line);
        assertTrue(samples.add(line.substring(0, line.lastIndexOf(' '))), line);
      }
    }
    assertTrue(text.endsWith("\n"));
  }

  /** The figures of a run of which nothing is published. */
  private String failed(Path file) throws IOException {
    input.lines("bad.jsonl", "{\"network\":", "{\"network\":");
    EarshotRun bad =
        input
            .run()
            .with("--posts", "posts-jsonl:" + folder + "/bad.jsonl")
            .with("--metrics-file", file.toString())
            .execute();
    assertEquals(65, bad.exitCode(), bad.err());
    String failed = Files.readString(file);
    assertIsTextFormat(failed);
    return failed;
  }

  @Test
  void theFiguresOfTheLastRun() throws IOException {
    Path file = folder.resolve("earshot.prom");
    EarshotRun good = good().with("--metrics-file", file.toString()).execute();
    assertEquals(0, good.exitCode(), good.err());
    String published = Files.readString(file);
    assertIsTextFormat(published);
    String label = "{output=\"" + input.output() + "\"";
    assertEquals("0", value(published, "earshot_last_run_exit_code" + label));
    assertEquals("2", value(published, "earshot_last_run_records" + label + ",state=\"accepted\""));
    assertEquals(
        "2", value(published, "earshot_last_run_rows" + label + ",table=\"brand_mentions\""));
    String success = value(published, "earshot_last_success_timestamp_seconds" + label);
    String failed = failed(file);
    assertEquals("65", value(failed, "earshot_last_run_exit_code" + label));
    assertEquals("2", value(failed, "earshot_last_run_records" + label + ",state=\"rejected\""));
    assertEquals(success, value(failed, "earshot_last_success_timestamp_seconds" + label));
    assertNotEquals(success, value(failed, "earshot_last_run_timestamp_seconds" + label));
    assertFalse(failed.contains("earshot_last_run_rows"), "nothing was published");
    assertFalse(Files.exists(folder.resolve("earshot.prom.draft")));
  }

  /** A run that never published has no last success, and says so by leaving it out. */
  @Test
  void theFirstRunThatFailsHasFiguresToo() throws IOException {
    Path file = folder.resolve("first.prom");
    String failed = failed(file);
    assertFalse(failed.contains("last_success"), failed);
  }

  @Test
  void stagesStandInTheManifest() throws IOException {
    EarshotRun run = good().execute();
    JsonNode manifest = new ObjectMapper().readTree(Path.of(run.out().strip()).toFile());
    Map<String, JsonNode> stages = new TreeMap<>();
    manifest.path("stages").forEach(stage -> stages.put(stage.path("name").asText(), stage));
    assertEquals(Set.of("find", "read", "write", "check"), stages.keySet());
    assertEquals(1, stages.get("find").path("files").asLong());
    assertEquals(2, stages.get("read").path("records").asLong());
    long rows = 0;
    for (JsonNode file : manifest.path("files")) {
      rows += file.path("rows").asLong();
    }
    assertEquals(rows, stages.get("check").path("rows").asLong());
    assertTrue(stages.values().stream().allMatch(stage -> stage.path("seconds").asDouble() >= 0));
  }

  @Test
  void eventsOfOpenLineage() throws IOException {
    Path file = folder.resolve("events.jsonl");
    EarshotRun good =
        good()
            .with("--openlineage", file.toString(), "--from", "2026-03-01", "--to", "2026-03-03")
            .execute();
    assertEquals(0, good.exitCode(), good.err());
    input.lines("bad.jsonl", "{\"network\":", "{\"network\":");
    EarshotRun bad =
        input
            .run()
            .with("--posts", "posts-jsonl:" + folder + "/bad.jsonl")
            .with("--openlineage", file.toString())
            .execute();
    assertEquals(65, bad.exitCode(), bad.err());
    input.lines("none.jsonl");
    EarshotRun none =
        input
            .run()
            .with("--posts", "posts-jsonl:" + folder + "/none.jsonl")
            .with("--openlineage", file.toString())
            .execute();
    assertEquals(99, none.exitCode(), none.err());
    List<JsonNode> events = Files.readAllLines(file).stream().map(LineageRules::checked).toList();
    assertEquals(
        List.of("START", "COMPLETE", "START", "FAIL", "START", "ABORT"),
        events.stream().map(event -> event.path("eventType").asText()).toList());
    List<String> runs = events.stream().map(event -> event.at("/run/runId").asText()).toList();
    assertEquals(runs.get(0), runs.get(1));
    assertEquals(runs.get(2), runs.get(3));
    assertNotEquals(runs.get(0), runs.get(2));
    assertEquals(
        1, events.stream().map(event -> event.path("job").path("name")).distinct().count());
    JsonNode complete = events.get(1);
    assertEquals(folder + "/good.jsonl", complete.at("/inputs/0/name").asText());
    assertEquals(
        "2026-03-04T00:00:00Z", complete.at("/run/facets/nominalTime/nominalEndTime").asText());
    Map<String, JsonNode> outputs = new TreeMap<>();
    complete.path("outputs").forEach(table -> outputs.put(table.path("name").asText(), table));
    JsonNode mentions = outputs.get(input.output() + "/brand_mentions");
    assertEquals(2, mentions.at("/outputFacets/outputStatistics/rowCount").asLong());
    assertEquals("VARCHAR", mentions.at("/facets/schema/fields/0/type").asText());
    JsonNode fail = events.get(3);
    assertEquals(0, fail.path("outputs").size());
    assertTrue(
        fail.at("/run/facets/errorMessage/message").asText().startsWith("2 of 2 records are bad"),
        fail.toString());
  }

  @Test
  void anEndpointGetsThemAndMayFail() throws IOException {
    List<String> got = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          got.add(exchange.getRequestURI() + " " + body);
          exchange.sendResponseHeaders(got.size() == 1 ? 201 : 500, -1);
          exchange.close();
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    try {
      EarshotRun run = good().with("--openlineage", url).execute();
      assertEquals(0, run.exitCode(), run.err());
      assertTrue(
          run.err()
              .contains(
                  "no event of OpenLineage was sent, the run goes on: 127.0.0.1 answered 500"),
          run.err());
    } finally {
      server.stop(0);
    }
    assertEquals(2, got.size());
    for (String event : got) {
      assertTrue(event.startsWith("/api/v1/lineage "), event);
      LineageRules.checked(event.substring(event.indexOf(' ')));
    }
    EarshotRun nobody = good().with("--openlineage", url).execute();
    assertEquals(0, nobody.exitCode(), nobody.err());
    assertTrue(nobody.err().contains("no event of OpenLineage was sent"), nobody.err());
  }

  @Test
  void noSecretInTheAddress() {
    assertFails(
        2,
        "--openlineage: expected a file, or a URL of host and path alone",
        good().with("--openlineage", "https://me:secret@lineage.example").execute());
  }

  /** In a process of its own, as logging is set once; nothing of the input is in it. */
  @Test
  void everyLineOfTheLogIsJson() throws IOException, InterruptedException {
    Path log = folder.resolve("earshot.log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-XX:TieredStopAtLevel=1",
                "dev.earshot.pipelines.cli.Earshot"));
    input.lines(
        "private.jsonl",
        SmallInput.message("1", "zq1ann", "700000000", "2026-03-01T10:00:00Z", "zq2 my parcel"),
        SmallInput.message("2", "zq1ann", "700000000", "never", "zq3 is lost"));
    command.addAll(
        Arguments.run(input.brands(), folder.resolve("logged"), folder)
            .with("--runner", "direct", "--posts", folder + "/good.jsonl")
            .with("--messages", folder + "/private.jsonl", "--max-rejected-rate", "0.5")
            .with("--log-file", log.toString(), "--log-json", "--log-level", "info")
            .words());
    Process process = new ProcessBuilder(command).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), err);
    assertTrue(out.endsWith("manifest.json\n"), out);
    List<String> said = messages(err);
    List<String> logged = messages(Files.readString(log));
    assertTrue(said.stream().anyMatch(line -> line.startsWith("4 records in ")), err);
    assertTrue(logged.containsAll(said), "what is said is logged: " + said);
    assertTrue(logged.size() > said.size(), "and what the engine logs");
    String all = err + Files.readString(log);
    for (String secret : List.of("zq1", "zq2", "zq3", EarshotRun.KEY)) {
      assertFalse(all.contains(secret), secret);
    }
  }

  private static List<String> messages(String lines) throws IOException {
    List<String> messages = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      JsonNode entry = new ObjectMapper().readTree(line);
      assertTrue(entry.path("time").asText().endsWith("Z"), line);
      assertTrue(List.of("error", "warn", "info").contains(entry.path("level").asText()), line);
      assertTrue(entry.path("logger").isTextual(), line);
      messages.add(entry.path("message").asText());
    }
    return messages;
  }

  @Test
  void aLogThatCannotBeWritten() {
    assertFails(
        74,
        "--log-file " + folder + "/none/earshot.log: no such file",
        good().with("--log-file", folder + "/none/earshot.log").execute());
  }
}
