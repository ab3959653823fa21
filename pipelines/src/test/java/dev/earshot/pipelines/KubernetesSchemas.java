package dev.earshot.pipelines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The schema of FlinkDeployments, as Flink's Kubernetes operator 1.10.0 installs it, with that of
 * pods inside. Members that it does not name are mistakes, as for {@code kubectl
 * --validate=strict}.
 */
final class KubernetesSchemas {
  private static final String DEFINITION =
      "/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";

  private KubernetesSchemas() {}

  /** What is wrong with the spec of a FlinkDeployment. */
  static List<String> ofFlinkDeployments(JsonNode spec) throws IOException {
    return wrong(specSchema(), spec);
  }

  /** What is wrong with a template of pods. */
  static List<String> ofPodTemplates(JsonNode template) throws IOException {
    return wrong(specSchema().at("/properties/podTemplate"), template);
  }

  private static List<String> wrong(JsonNode schema, JsonNode value) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
        .getSchema(schema)
        .validate(value)
        .stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }

  private static JsonNode specSchema() throws IOException {
    try (InputStream file = KubernetesSchemas.class.getResourceAsStream(DEFINITION)) {
      Object yaml =
          new Load(LoadSettings.builder().setCodePointLimit(1 << 22).build())
              .loadFromInputStream(file);
      JsonNode schema =
          new ObjectMapper()
              .valueToTree(yaml)
              .at("/spec/versions/0/schema/openAPIV3Schema/properties/spec");
      refuseOthers(schema);
      return schema;
    }
  }

  private static void refuseOthers(JsonNode schema) {
    if (schema.has("properties") && !schema.has("additionalProperties")) {
      ((ObjectNode) schema).put("additionalProperties", false);
    }
    schema.path("properties").forEach(KubernetesSchemas::refuseOthers);
    if (schema.has("items")) {
      refuseOthers(schema.get("items"));
    }
  }
}
