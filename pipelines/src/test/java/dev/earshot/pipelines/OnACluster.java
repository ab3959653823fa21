package dev.earshot.pipelines;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Tests that share a cluster of separate processes; {@code mvn -Pcluster verify} runs them. */
@Tag("cluster")
abstract class OnACluster {
  /** Emptied before each class of tests. */
  static final Path FOLDER = Path.of("target/cluster-test");

  static ClusterUnderTest cluster;

  @BeforeAll
  static void start() {
    DemoRuns.delete(FOLDER);
    cluster = new ClusterUnderTest(FOLDER);
    cluster.start();
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }
}
