package dev.earshot.pipelines.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterProgressTest {
  @Test
  void aLineSaysWhatTheJobManagerKnows() throws IOException {
    String job =
        """
        {"state": "RUNNING", "vertices": [
          {"name": "CHAIN GroupReduce (x) -> FlatMap (FlatMap at ReadPosts)", "parallelism": 2,
           "tasks": {"FINISHED": 1, "RUNNING": 1},
           "metrics": {"write-records": 1200, "write-bytes": 2500000}},
          {"name": "FlatMap (FlatMap at ReadPosts.books)", "parallelism": 2,
           "tasks": {"CREATED": 2}, "metrics": {"write-records": 7, "write-bytes": 500000}}]}""";
    assertEquals(
        "running: 1,200 facts read, 3 MB shuffled, 1 of 4 tasks done, 1 running, 2 restarts",
        ClusterProgress.line(new ObjectMapper().readTree(job), 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "localhost:", "localhost:http", "a b:1", "h:1/x", ""})
  void anAddressIsAHostAndAPort(String address) {
    UserException e = assertThrows(UserException.class, () -> FlinkCluster.at(address));
    assertEquals(
        "--flink-master " + address + ": expected host:port, as 127.0.0.1:8081", e.getMessage());
  }
}
