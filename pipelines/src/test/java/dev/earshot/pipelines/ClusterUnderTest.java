package dev.earshot.pipelines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A cluster of scripts/flink-cluster, and launchers that are processes of their own. */
final class ClusterUnderTest implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final int PORT = 18_461;
  private static final long PATIENCE_MINUTES = 15;

  private final Path folder;

  ClusterUnderTest(Path folder) {
    this.folder = folder;
  }

  String address() {
    return "127.0.0.1:" + PORT;
  }

  /** Starts what does not run: the whole cluster, or the task managers that are missing. */
  void start() {
    script("start", "--port", String.valueOf(PORT));
  }

  private void script(String... arguments) {
    List<String> command = new ArrayList<>(List.of("../scripts/flink-cluster"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("EARSHOT_FLINK_DIR", home().toAbsolutePath().toString());
    try {
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + said);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path home() {
    return folder.resolve("flink");
  }

  /** Kills a part of the cluster at once, by its process id: jobmanager, taskmanager-1, ... */
  void kill(String part) {
    try {
      String noted = Files.readString(home().resolve(part + ".pid"));
      long process = Long.parseLong(noted.substring(0, noted.indexOf(' ')));
      ProcessHandle handle = ProcessHandle.of(process).orElseThrow();
      handle.destroyForcibly();
      handle.onExit().get(1, TimeUnit.MINUTES);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lines of the task managers' logs that hold a text. */
  List<String> logged(String text) {
    try (Stream<Path> files = Files.list(home())) {
      List<String> lines = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".log")).toList()) {
        try (Stream<String> all = Files.lines(file)) {
          all.filter(line -> line.contains(text))
              .forEach(line -> lines.add(file.getFileName() + " " + line));
        }
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What Flink's REST interface answers. */
  JsonNode ask(String path) {
    try {
      return JSON.readTree(
          HTTP.send(
                  HttpRequest.newBuilder(URI.create("http://" + address() + path)).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many tasks of a job have ended well. */
  int finished(String job) {
    int finished = 0;
    for (JsonNode step : ask("/jobs/" + job).path("vertices")) {
      finished += step.path("tasks").path("FINISHED").asInt();
    }
    return finished;
  }

  /** A run that is sent to the cluster. */
  Launcher launch(Path set, Path output) {
    Path log = folder.resolve("launcher-" + output.getFileName() + "-" + System.nanoTime());
    try {
      Files.createDirectories(folder);
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx512m",
                  "-XX:TieredStopAtLevel=1",
                  "-Dlog4j2.configurationFile=earshot-log4j2.xml",
                  "-Dearshot.cluster.jar="
                      + System.getProperty("earshot.cluster.jar", "target/earshot-cluster.jar"),
                  "-cp",
                  System.getProperty("java.class.path"),
                  "dev.earshot.pipelines.cli.Earshot"));
      command.addAll(
          EarshotRun.Arguments.run(set.resolve("brands.yaml"), output, folder)
              .with("--posts", set + "/posts/*", "--messages", set + "/messages/*")
              .with("--orders", set + "/orders/*", "--identities", set + "/identities/*")
              .with("--web-logs", set + "/web-logs/*")
              .with("--flink-master", address())
              .words());
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return new Launcher(process, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A launcher's process, and what it has said. */
  record Launcher(Process process, Path log) {
    String said() {
      try {
        return Files.readString(log);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    int exitCode() throws InterruptedException {
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("the run does not end: " + said());
      }
      return process.exitValue();
    }

    /** The id of the job, once it is sent. */
    String job() {
      String sign = "sent to the cluster as job ";
      await(() -> said().contains(sign) || !process.isAlive());
      String said = said();
      int at = said.indexOf(sign);
      if (at < 0) {
        throw new IllegalStateException("no job was sent: " + said);
      }
      return said.substring(at + sign.length(), at + sign.length() + 32);
    }
  }

  /** Waits until something is so. */
  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("waited for " + Duration.ofMinutes(PATIENCE_MINUTES));
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    script("stop");
  }
}
