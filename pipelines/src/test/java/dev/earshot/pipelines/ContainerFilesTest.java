package dev.earshot.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The image and the services beside it fit what the build makes; neither is built here. */
class ContainerFilesTest {
  private static final Path DOCKER = Path.of("../scripts/docker");

  private static String property(Path pom, String name) throws IOException {
    Matcher property =
        Pattern.compile("<" + name + ">([^<$]+)</" + name + ">").matcher(Files.readString(pom));
    assertTrue(property.find(), name);
    return property.group(1);
  }

  @Test
  void theServicesAreOfTheFlinkThatIsBuiltFor() throws IOException {
    String flink = property(Path.of("../pom.xml"), "flink.version");
    assertEquals(flink, property(Path.of("../scripts/flink/pom.xml"), "flink.version"));
    JsonNode services =
        new ObjectMapper()
            .<JsonNode>valueToTree(
                new Load(LoadSettings.builder().build())
                    .loadFromString(Files.readString(DOCKER.resolve("compose.yaml"))))
            .get("services");
    for (String part : List.of("jobmanager", "taskmanager")) {
      assertEquals("flink:" + flink + "-java17", services.get(part).get("image").asText());
      assertTrue(
          services
              .get(part)
              .get("environment")
              .get("FLINK_PROPERTIES")
              .asText()
              .contains("jobmanager.rpc.address: jobmanager"));
      assertEquals("./data:/data", services.get(part).get("volumes").get(0).asText());
    }
    JsonNode build = services.get("earshot").get("build");
    assertTrue(
        Files.isRegularFile(Path.of("target").resolve(build.get("dockerfile").asText())),
        "from the build's context");
  }

  @Test
  void theImageIsMadeOfTheRelease() throws IOException {
    String image = Files.readString(DOCKER.resolve("Dockerfile"));
    String assembly = Files.readString(Path.of("src/release/assembly.xml"));
    assertTrue(image.contains("ADD earshot-${VERSION}.tar.gz"));
    assertTrue(assembly.contains("<baseDirectory>earshot-${project.version}</baseDirectory>"));
    assertTrue(image.contains("/earshot-${VERSION}/bin/earshot"));
    assertTrue(assembly.contains("<outputDirectory>bin</outputDirectory>"));
  }
}
