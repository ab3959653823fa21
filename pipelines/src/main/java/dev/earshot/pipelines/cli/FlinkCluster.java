package dev.earshot.pipelines.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.beam.runners.flink.FlinkPipelineOptions;

/**
 * A Flink cluster that runs are sent to, by the address of its job manager's REST interface.
 *
 * @param address host and port
 */
record FlinkCluster(String address) {
  /** Where {@code scripts/earshot} says which jar the workers get. */
  private static final String JAR_PROPERTY = "earshot.cluster.jar";

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

  /**
   * What a job needs from the client, where the user's own Flink configuration says nothing else.
   * How often it restarts is the cluster's to say: batch jobs of Beam do not pass it on.
   */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "rest.retry.max-attempts", "10", "execution.job-listeners", ClusterJob.class.getName());

  /** The cluster at an address as a user writes it. */
  static FlinkCluster at(String address) {
    try {
      URI uri = URI.create("http://" + address);
      if (uri.getHost() != null && uri.getPort() > 0 && uri.getPath().isEmpty()) {
        return new FlinkCluster(address);
      }
    } catch (IllegalArgumentException e) {
      // Told below, as any other mistake.
    }
    throw new UserException(
        ExitCode.USAGE, "--flink-master " + address + ": expected host:port, as 127.0.0.1:8081");
  }

  /** Makes a pipeline go to this cluster, with as many tasks at a time as the cluster has slots. */
  void configure(FlinkPipelineOptions options, WorkFolder work) {
    int slots = get("/overview").path("slots-total").asInt();
    if (options.getParallelism() < 1) {
      if (slots == 0) {
        throw new UserException(
            ExitCode.TRY_AGAIN,
            "the Flink cluster at "
                + address
                + " has no slots; start task managers, or say how many slots it will start for a"
                + " job: -- --parallelism=N");
      }
      options.setParallelism(slots);
    }
    options.setFlinkMaster(address);
    options.setAttachedMode(true);
    if (options.getFilesToStage() == null) {
      String jar = System.getProperty(JAR_PROPERTY);
      if (jar == null || !Files.isRegularFile(Path.of(jar))) {
        throw new UserException(
            ExitCode.CONFIGURATION,
            "no jar for the workers: start with scripts/earshot, or name one with -D"
                + JAR_PROPERTY);
      }
      options.setFilesToStage(List.of(jar));
    }
    options.setFlinkConfDir(FlinkConfiguration.folder(DEFAULTS, options.getFlinkConfDir(), work));
  }

  /** What Flink knows of a job: its state, and its tasks with their states. */
  JsonNode job(String id) {
    return get("/jobs/" + id);
  }

  /** How often parts of a job were started again. */
  int restarts(String id) {
    return get("/jobs/" + id + "/metrics?get=numRestarts").path(0).path("value").asInt();
  }

  /** Ends a job that a run has noted and left behind when it died. */
  static void cancelAbandoned(String note) {
    String[] parts = note.split(" ", 2);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + parts[0] + "/jobs/" + parts[1]))
            .method("PATCH", HttpRequest.BodyPublishers.noBody())
            .timeout(TIMEOUT)
            .build();
    try {
      HTTP.send(request, HttpResponse.BodyHandlers.discarding());
      Console.say("ended job " + parts[1] + ", which a run that died had left behind");
    } catch (IOException e) {
      Console.say("job " + note + " may still run: a run that died has left it behind");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private JsonNode get(String path) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://" + address + path)).timeout(TIMEOUT).build();
      HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw unreachable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable();
    }
  }

  private UserException unreachable() {
    return new UserException(
        ExitCode.TRY_AGAIN, "no Flink cluster answers at " + address + "; nothing was published");
  }
}
