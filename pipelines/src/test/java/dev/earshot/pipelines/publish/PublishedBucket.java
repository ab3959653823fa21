package dev.earshot.pipelines.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earshot.pipelines.beam.WrittenFile;
import dev.earshot.pipelines.run.DateScope;
import dev.earshot.pipelines.stores.FakeStore;
import dev.earshot.pipelines.stores.Stores;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bucket with the tables of an earlier run, a later run over two of its dates, and how to read
 * both.
 */
abstract class PublishedBucket {
  static final String OUTPUT = "fake://tables/out";
  static final DateScope SECOND_TO_THIRD =
      new DateScope(
          (int) LocalDate.of(2026, 3, 2).toEpochDay(), (int) LocalDate.of(2026, 3, 3).toEpochDay());
  static final DateScope ALL_DATES = new DateScope(null, null);

  static final Map<String, String> OLD =
      new TreeMap<>(
          Map.of(
              "brand_mentions/dt=2026-03-01", "old 1",
              "brand_mentions/dt=2026-03-02", "old 2",
              "brand_mentions/dt=2026-03-03", "old 3",
              "conversations/dt=2026-03-02", "old conversations",
              "metric_definitions", "old definitions",
              "pipeline_runs/run_id=old", "old run"));

  /** A run over the second and third day, which has nothing for the third. */
  static final Map<String, String> STAGED =
      new TreeMap<>(
          Map.of(
              "brand_mentions/dt=2026-03-02", "new 2",
              "conversations/dt=2026-03-02", "new conversations",
              "metric_definitions", "new definitions",
              "pipeline_runs/run_id=new", "new run"));

  static final Map<String, String> NEW =
      new TreeMap<>(
          Map.of(
              "brand_mentions/dt=2026-03-01", "old 1",
              "brand_mentions/dt=2026-03-02", "new 2",
              "conversations/dt=2026-03-02", "new conversations",
              "metric_definitions", "new definitions",
              "pipeline_runs/run_id=old", "old run",
              "pipeline_runs/run_id=new", "new run"));

  @TempDir Path folder;
  Path objects;
  FakeStore bucket;
  Instant now = Instant.parse("2026-03-05T00:00:00Z");

  @BeforeEach
  void makeBucket() {
    objects = folder;
    bucket = FakeStore.bucket("tables", folder);
  }

  Output open() throws IOException {
    return Output.open(
        OUTPUT,
        Stores.open(List.of(OUTPUT), PipelineOptionsFactory.create()).of(OUTPUT),
        () -> now);
  }

  static void put(String location, String content) throws IOException {
    try (OutputStream out =
        Channels.newOutputStream(
            FileSystems.create(FileSystems.matchNewResource(location, false), "text/plain"))) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Writes a file for each partition, and one that no result names, as a second attempt does. */
  static RunSummary stage(Output output, String runId, Map<String, String> partitions)
      throws IOException {
    String staging = output.stage(runId);
    List<WrittenFile> files = new ArrayList<>();
    for (Map.Entry<String, String> partition : partitions.entrySet()) {
      String path = partition.getKey() + "/part-00000-a.parquet";
      put(staging + "/" + path, partition.getValue());
      String table = path.substring(0, path.indexOf('/'));
      files.add(
          new WrittenFile(table, path, 1, partition.getValue().length(), "", List.of("heron")));
    }
    put(staging + "/brand_mentions/dt=2026-03-02/part-00000-b.parquet", "of a lost worker");
    return new RunSummary(files, List.of(), null);
  }

  static String publish(
      Output output, String runId, Map<String, String> partitions, DateScope dates)
      throws IOException {
    RunSummary summary = stage(output, runId, partitions);
    return output.publish(
        runId,
        output.plan(summary, dates),
        summary,
        written -> new Manifest(runId, Map.of(), List.of(), List.of(), written).toJson());
  }

  void publishOld() throws IOException {
    try (Output output = open()) {
      publish(output, "old", OLD, ALL_DATES);
    }
  }

  void publishNew() throws IOException {
    try (Output output = open()) {
      publish(output, "new", STAGED, SECOND_TO_THIRD);
    }
  }

  /**
   * What a reader finds who goes from the pointer to the manifest to the files, and lists nothing.
   */
  Map<String, String> read() throws IOException {
    ObjectMapper json = new ObjectMapper();
    Path root = objects.resolve("out");
    Map<String, String> partitions = new TreeMap<>();
    if (!Files.exists(root.resolve("_current.json"))) {
      return partitions;
    }
    JsonNode pointer = json.readTree(root.resolve("_current.json").toFile());
    for (JsonNode file :
        json.readTree(root.resolve(pointer.get("manifest").asText()).toFile()).get("files")) {
      String path = file.get("path").asText();
      String partition = path.split("/", 3)[2].replaceAll("/part-[^/]*$", "");
      assertEquals(
          null, partitions.put(partition, Files.readString(root.resolve(path))), partition);
    }
    return partitions;
  }

  /** Objects below the attempts' folders that are data. */
  Set<String> dataFiles() {
    Set<String> files = new TreeSet<>(bucket.keys());
    files.removeIf(name -> !name.endsWith(".parquet"));
    return files;
  }

  static void publish(Output output, RunSummary summary) throws IOException {
    output.publish(
        "new",
        output.plan(summary, SECOND_TO_THIRD),
        summary,
        written -> new Manifest("new", Map.of(), List.of(), List.of(), written).toJson());
  }
}
