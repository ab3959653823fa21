package dev.earshot.pipelines;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store and a cluster of several processes: no worker shares a folder with another. */
@Tag("cluster")
class S3ClusterTest {
  @TempDir Path folder;

  @Test
  void theTablesAreThoseOfARunOverFolders() throws IOException, InterruptedException {
    S3Server server = S3Server.start(folder);
    try (ClusterUnderTest cluster = new ClusterUnderTest(folder, S3Server.CREDENTIALS)) {
      cluster.start();
      new StoreRuns(folder, server).assertTablesOfARunOverFolders("cluster", cluster.engine());
    } finally {
      server.stop();
    }
  }
}
