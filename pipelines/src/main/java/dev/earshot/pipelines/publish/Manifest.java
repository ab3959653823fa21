package dev.earshot.pipelines.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earshot.pipelines.beam.WrittenFile;
import dev.earshot.pipelines.listen.read.SourceBalance;
import dev.earshot.pipelines.run.SourceFile;
import dev.earshot.pipelines.tables.TableColumn;
import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run did, for people and for schedulers: its arguments, the account of its sources, its
 * files with sizes and digests, and the schema of each table.
 *
 * @param runId the run
 * @param facts single values, in order: version, configuration hash, runner, times
 * @param stages how long its parts took until then
 * @param sources the input files
 * @param summary what was written and counted
 */
public record Manifest(
    String runId,
    Map<String, String> facts,
    List<Stage> stages,
    List<SourceFile> sources,
    RunSummary summary) {

  /** The fact that says when. */
  public static final String PUBLISHED_AT = "published_at";

  /** The fact that says which key hashes were made with, and nothing about the key. */
  public static final String KEY_ID = "key_id";

  private static final String STAGES = "stages";

  /** The manifest as JSON. */
  public String toJson() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      json.writeStringField("run_id", runId);
      for (Map.Entry<String, String> fact : facts.entrySet()) {
        json.writeStringField(fact.getKey(), fact.getValue());
      }
      json.writeStringField("as_of_at", instant(summary.latestMicros()));
      writeAccount(json, "records", summary.total());
      writeStages(json);
      writeSources(json);
      writeFiles(json);
      writeSchemas(json);
      json.writeEndObject();
    }
    return text + "\n";
  }

  /**
   * What a manifest says of files.
   *
   * @param publishedAt when it was published; the beginning of time where it does not say
   * @param keyId which key the hashes of the run were made with; null where it does not say
   * @param writePace seconds of grouping and writing for each second of reading; null where it does
   *     not say
   */
  record Listing(
      Instant publishedAt,
      @Nullable String keyId,
      @Nullable Double writePace,
      List<WrittenFile> files) {}

  /** Reads what a manifest lists. */
  static Listing listing(String json) throws IOException {
    JsonNode manifest = new ObjectMapper().readTree(json);
    List<WrittenFile> files = new ArrayList<>();
    for (JsonNode file : manifest.path("files")) {
      files.add(
          new WrittenFile(
              file.path("table").asText(),
              file.path("path").asText(),
              file.path("rows").asLong(),
              file.path("bytes").asLong(),
              file.path("sha256").asText(),
              subjects(file)));
    }
    String publishedAt = manifest.path(PUBLISHED_AT).asText();
    return new Listing(
        publishedAt.isEmpty() ? Instant.EPOCH : Instant.parse(publishedAt),
        manifest.path(KEY_ID).asText(null),
        writePace(manifest.path(STAGES)),
        List.copyOf(files));
  }

  private static @Nullable Double writePace(JsonNode stages) {
    double read = 0;
    double write = 0;
    for (JsonNode stage : stages) {
      double seconds = stage.path("seconds").asDouble();
      String name = stage.path("name").asText();
      read += name.equals("read") ? seconds : 0;
      write += name.equals("write") ? seconds : 0;
    }
    return read > 0 ? write / read : null;
  }

  /** Manifests of before say nothing about it: {@link PublicationPlan#UNKNOWN}. */
  private static List<String> subjects(JsonNode file) {
    if (!file.has("subjects")) {
      return file.path("rows").asLong() > 0 ? List.of(PublicationPlan.UNKNOWN) : List.of();
    }
    List<String> subjects = new ArrayList<>();
    file.path("subjects").forEach(subject -> subjects.add(subject.asText()));
    return List.copyOf(subjects);
  }

  private static @Nullable String instant(@Nullable Long micros) {
    return micros == null
        ? null
        : Instant.ofEpochSecond(
                Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000)
            .toString();
  }

  private static void writeAccount(JsonGenerator json, String name, SourceBalance account)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("read", account.read());
    json.writeNumberField("accepted", account.accepted());
    json.writeNumberField("rejected", account.rejected());
    json.writeNumberField("duplicates", account.duplicates());
    json.writeNumberField("out_of_scope", account.outOfScope());
    json.writeEndObject();
  }

  private void writeStages(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(STAGES);
    for (Stage stage : stages) {
      json.writeStartObject();
      json.writeStringField("name", stage.name());
      json.writeNumberField("seconds", Math.round(stage.seconds() * 1_000) / 1_000.0);
      json.writeNumberField(stage.unit(), stage.count());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeSources(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("sources");
    for (SourceFile source : sources) {
      json.writeStartObject();
      json.writeStringField("name", source.name());
      json.writeStringField("format", source.format().code());
      json.writeNumberField("bytes", source.bytes());
      if (source.duplicateOf() != null) {
        json.writeStringField("duplicate_of", source.duplicateOf());
      }
      writeAccount(json, "records", summary.account(source.index()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeFiles(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("files");
    for (WrittenFile file : summary.files()) {
      json.writeStartObject();
      json.writeStringField("table", file.table());
      json.writeStringField("path", file.path());
      json.writeNumberField("rows", file.rows());
      json.writeNumberField("bytes", file.bytes());
      json.writeStringField("sha256", file.sha256());
      json.writeArrayFieldStart("subjects");
      for (String subject : file.subjects()) {
        json.writeString(subject);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeSchemas(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("schemas");
    for (TableSchema table : Tables.ALL) {
      json.writeArrayFieldStart(table.name());
      for (TableColumn column : table.columns()) {
        json.writeStartObject();
        json.writeNumberField("id", column.id());
        json.writeStringField("name", column.name());
        json.writeStringField("type", column.type().sqlName());
        json.writeBooleanField("nullable", column.isNullable());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
