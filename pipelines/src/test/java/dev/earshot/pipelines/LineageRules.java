package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.openlineage.client.OpenLineage;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What the schemas of OpenLineage (2-0-2, and those of the facets) require of an event: members,
 * their types and formats, and of every facet who made it and where its schema is. The types that
 * OpenLineage's own client has, which are generated from these schemas, read an event whole, and
 * write it again as it was.
 */
final class LineageRules {
  private static final List<String> TYPES = List.of("START", "COMPLETE", "ABORT", "FAIL", "OTHER");

  /** Members that the facets' own schemas require. */
  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          "processing_engine", List.of("version"),
          "nominalTime", List.of("nominalStartTime"),
          "errorMessage", List.of("message", "programmingLanguage"),
          "jobType", List.of("processingType", "integration"),
          "outputStatistics", List.of(),
          "schema", List.of());

  private static final ObjectMapper CLIENT =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .build();

  private LineageRules() {}

  /** The event of a line, after it was held against the rules. */
  static JsonNode checked(String line) {
    try {
      JsonNode event = new ObjectMapper().readTree(line);
      check(event);
      OpenLineage.RunEvent typed = CLIENT.readValue(line, OpenLineage.RunEvent.class);
      assertNothingElse(typed);
      assertEquals(withoutVersions(event), withoutVersions(CLIENT.valueToTree(typed)));
      return event;
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  /** The client writes the newest version of a facet that it knows, and what is absent as null. */
  private static String withoutVersions(JsonNode event) throws IOException {
    Object sorted = CLIENT.treeToValue(event, TreeMap.class);
    return CLIENT
        .copy()
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .writeValueAsString(sorted)
        .replaceAll("/facets/[0-9]+-[0-9]+-[0-9]+/", "/facets/")
        .replaceAll("(\\.[0-9]*?)0+Z", "$1Z")
        .replaceAll(",\"\\w+\":null|\"\\w+\":null,?", "");
  }

  /** No member that the schemas do not name: the client keeps such apart. */
  private static void assertNothingElse(Object typed) {
    if (typed instanceof List<?> many) {
      many.forEach(LineageRules::assertNothingElse);
    } else if (typed.getClass().getEnclosingClass() == OpenLineage.class
        && !(typed instanceof Enum)) {
      for (Method method : typed.getClass().getMethods()) {
        if (method.getName().startsWith("get") && method.getParameterCount() == 0) {
          Object value = valueOf(method, typed);
          if (method.getName().equals("getAdditionalProperties")) {
            assertEquals(Map.of(), value, typed.getClass().getSimpleName());
          } else if (value != null) {
            assertNothingElse(value);
          }
        }
      }
    }
  }

  private static Object valueOf(Method method, Object typed) {
    try {
      return method.invoke(typed);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(method.toString(), e);
    }
  }

  private static void check(JsonNode event) {
    assertTrue(TYPES.contains(event.path("eventType").asText()), event.toString());
    OffsetDateTime.parse(text(event, "eventTime"));
    absolute(text(event, "producer"));
    absolute(text(event, "schemaURL"));
    JsonNode run = event.path("run");
    assertEquals(text(run, "runId"), UUID.fromString(text(run, "runId")).toString());
    checkFacets(run.path("facets"));
    dataset(event.path("job"));
    for (String kind : List.of("inputs", "outputs")) {
      assertTrue(event.path(kind).isArray(), kind);
      event.path(kind).forEach(LineageRules::dataset);
    }
  }

  /** Jobs and datasets are named alike. */
  private static void dataset(JsonNode named) {
    text(named, "namespace");
    text(named, "name");
    for (String facets : List.of("facets", "inputFacets", "outputFacets")) {
      checkFacets(named.path(facets));
    }
  }

  private static void checkFacets(JsonNode facets) {
    facets
        .properties()
        .forEach(
            facet -> {
              absolute(text(facet.getValue(), "_producer"));
              absolute(text(facet.getValue(), "_schemaURL"));
              List<String> required = REQUIRED.get(facet.getKey());
              assertTrue(required != null, "a facet without rules here: " + facet.getKey());
              required.forEach(member -> text(facet.getValue(), member));
            });
  }

  private static void absolute(String uri) {
    assertTrue(URI.create(uri).isAbsolute(), uri);
  }

  private static String text(JsonNode node, String member) {
    assertTrue(node.path(member).isTextual(), member + " in " + node);
    return node.path(member).asText();
  }
}
