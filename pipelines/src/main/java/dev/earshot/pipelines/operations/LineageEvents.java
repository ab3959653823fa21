package dev.earshot.pipelines.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.pipelines.tables.TableColumn;
import dev.earshot.pipelines.tables.TableSchema;
import dev.earshot.pipelines.tables.Tables;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as events of OpenLineage 2-0-2 (openlineage.io/spec): START, then COMPLETE, FAIL, or ABORT
 * where there was nothing to do. Inputs are the folders that the arguments name, outputs the
 * published tables with their columns, rows and bytes. The job is named after its output, so that
 * all runs over it are runs of one job.
 *
 * @param output where the tables are
 * @param inputs what the arguments name
 * @param version of Earshot
 * @param startedAt when the run began
 * @param from first date that it replaces, or null
 * @param to last date, or null
 */
public record LineageEvents(
    String output,
    Collection<LineageDataset> inputs,
    String version,
    Instant startedAt,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SPEC = "https://openlineage.io/spec/";
  private static final String EVENT = SPEC + "2-0-2/OpenLineage.json#/$defs/RunEvent";
  private static final String FACETS = SPEC + "facets/";
  private static final String NAMESPACE = "earshot";

  /** Copies the inputs. */
  public LineageEvents {
    inputs = List.copyOf(inputs);
  }

  /** The event of a run that begins, as one line of JSON. */
  public String start() {
    return event("START", startedAt).toString();
  }

  /**
   * The event of a run that has ended, as one line of JSON.
   *
   * @param isNothingToDo whether it found nothing, which is no failure
   */
  public String end(RunOutcome run, boolean isNothingToDo) {
    String type = run.isPublished() ? "COMPLETE" : isNothingToDo ? "ABORT" : "FAIL";
    ObjectNode event = event(type, run.endedAt());
    if (run.message() != null) {
      facet((ObjectNode) event.path("run").path("facets"), "errorMessage", "1-0-1", "RunFacet")
          .put("message", run.message())
          .put("programmingLanguage", "JAVA");
    }
    ArrayNode outputs = event.putArray("outputs");
    LineageDataset folder = LineageDataset.of(output);
    for (RunOutcome.TableSize table : run.tables()) {
      ObjectNode dataset = dataset(outputs, folder.below(table.name()));
      facet(dataset.putObject("outputFacets"), "outputStatistics", "1-0-2", "OutputDatasetFacet")
          .put("rowCount", table.rows())
          .put("size", table.bytes())
          .put("fileCount", table.files());
      schema(dataset.putObject("facets"), table.name());
    }
    return event.toString();
  }

  private ObjectNode event(String type, Instant at) {
    ObjectNode event = JSON.createObjectNode();
    event.put("eventType", type);
    event.put("eventTime", at.toString());
    event.put("producer", producer());
    event.put("schemaURL", EVENT);
    ObjectNode run = event.putObject("run");
    run.put("runId", runId());
    ObjectNode facets = run.putObject("facets");
    facet(facets, "processing_engine", "1-1-1", "RunFacet")
        .put("name", "Earshot")
        .put("version", version);
    if (from != null && to != null) {
      facet(facets, "nominalTime", "1-0-1", "RunFacet")
          .put("nominalStartTime", from + "T00:00:00Z")
          .put("nominalEndTime", to.plusDays(1) + "T00:00:00Z");
    }
    ObjectNode job = event.putObject("job");
    job.put("namespace", NAMESPACE);
    LineageDataset place = LineageDataset.of(output);
    job.put("name", place.namespace().equals("file") ? place.name() : output);
    facet(job.putObject("facets"), "jobType", "2-0-3", "JobFacet")
        .put("processingType", "BATCH")
        .put("integration", "EARSHOT")
        .put("jobType", "JOB");
    ArrayNode read = event.putArray("inputs");
    inputs.forEach(input -> dataset(read, input));
    event.putArray("outputs");
    return event;
  }

  private String producer() {
    return "urn:earshot:" + version;
  }

  /** Equal in all events of a run, and another for each attempt. */
  private String runId() {
    return UUID.nameUUIDFromBytes((output + "\0" + startedAt).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  private static ObjectNode dataset(ArrayNode datasets, LineageDataset dataset) {
    return datasets.addObject().put("namespace", dataset.namespace()).put("name", dataset.name());
  }

  /**
   * A facet without values yet.
   *
   * @param schemaVersion of the facet's own schema
   * @param kind of facet, which ends the schema's name
   */
  private ObjectNode facet(ObjectNode facets, String name, String schemaVersion, String kind) {
    String type = upper(name) + kind;
    return facets
        .putObject(name)
        .put("_producer", producer())
        .put("_schemaURL", FACETS + schemaVersion + "/" + type + ".json#/$defs/" + type);
  }

  /** {@code ProcessingEngine} for {@code processing_engine}. */
  private static String upper(String name) {
    StringBuilder type = new StringBuilder();
    for (String word : name.split("_", -1)) {
      type.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return type.toString();
  }

  private void schema(ObjectNode facets, String tableName) {
    for (TableSchema table : Tables.ALL) {
      if (table.name().equals(tableName)) {
        ArrayNode fields = facet(facets, "schema", "1-1-1", "DatasetFacet").putArray("fields");
        for (TableColumn column : table.columns()) {
          fields
              .addObject()
              .put("name", column.name())
              .put("type", column.type().sqlName())
              .put("description", column.doc());
        }
      }
    }
  }
}
